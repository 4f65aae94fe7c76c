internal import Measurement
internal import Planning

extension PlanQueries.Baseline {
    /// Each indicator of the framework as the baseline has it, in framework order.
    func subjects(by scheme: ScoringScheme) throws -> [PlanFinding.Subject] {
        let indicators = scheme.framework.indicators
        guard !tallies.isEmpty else {
            return indicators.map {
                PlanFinding.Subject(indicator: $0, score: nil, absence: nil, needed: nil, gain: nil)
            }
        }
        let scores = try RoundScore(scheme: scheme, indicators: tallies).indicators
        let gains = try scheme.gainsAtThreshold(tallies)
        return indicators.indices.map { place in
            let score = scores[place]
            let gap = ActionPlan.Gap(indicator: indicators[place], score: score, hasUnits: basis != .values)
            let absence: Absence? =
                score.score != nil ? nil : score.tally.isKnown ? .noEligibleUnit : .notPublished
            return PlanFinding.Subject(
                indicator: gap.indicator, score: score, absence: absence, needed: score.isWeak ? gap.needed : nil,
                gain: score.isWeak ? gains[place] : nil)
        }
    }
}
