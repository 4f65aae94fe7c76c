package import Measurement

/// What moved between two closed rounds of a lokus, and what was done.
package struct LokusComparison: Sendable {
    /// One of the two rounds.
    package struct Side: Hashable, Sendable {
        package let roundID: SurveyRound.ID
        package let purpose: SurveyRound.Purpose
        package let closedAt: Moment
        package let category: String?
        package let weakCount: Int
        package let familiesCounted: Int
        package let familiesRepresented: Int

        package init(
            roundID: SurveyRound.ID, purpose: SurveyRound.Purpose, closedAt: Moment, category: String?,
            weakCount: Int, familiesCounted: Int, familiesRepresented: Int
        ) {
            self.roundID = roundID
            self.purpose = purpose
            self.closedAt = closedAt
            self.category = category
            self.weakCount = weakCount
            self.familiesCounted = familiesCounted
            self.familiesRepresented = familiesRepresented
        }
    }

    package let lokusID: Lokus.ID
    package let place: Place
    package let scheme: ScoringScheme
    package let before: Side
    package let after: Side
    package let rounds: RoundComparison
    package let pair: RoundPair
    package let change: RoundChange
    package let described: (before: RoundDescription, after: RoundDescription)
    package let interventions: [PlannedIntervention]

    package init(
        lokusID: Lokus.ID, place: Place, scheme: ScoringScheme, before: Side, after: Side, rounds: RoundComparison,
        pair: RoundPair, interventions: [PlannedIntervention]
    ) throws(EvidenceFault) {
        self.lokusID = lokusID
        self.place = place
        self.scheme = scheme
        self.before = before
        self.after = after
        self.rounds = rounds
        self.pair = pair
        change = RoundChange(pair)
        described = (before: try RoundDescription(scheme, pair.before), after: try RoundDescription(scheme, pair.after))
        self.interventions = interventions
    }

    package var framework: Framework { scheme.framework }

    /// Positions of the indicators that a completed intervention was for.
    private var treated: [Int] {
        let codes = Set(interventions.filter(\.isCompleted).flatMap(\.indicators))
        return framework.indicators.indices.filter { codes.contains(framework.indicators[$0].code) }
    }

    /// Their codes, in framework order.
    package var completed: [String] { treated.map { framework.indicators[$0].code } }

    /// Those indicators beside the others of the village. It is an association: weak indicators were chosen because
    /// they were low, so some rise is expected anyway.
    package var contrast: Contrast { Contrast(within: pair, treated: Set(treated)) }
}

extension RoundDescription {
    fileprivate init(_ scheme: ScoringScheme, _ side: RoundPair.Side) throws(EvidenceFault) {
        try self.init(scheme: scheme, indicators: side.tallies, basis: side.basis)
    }
}
