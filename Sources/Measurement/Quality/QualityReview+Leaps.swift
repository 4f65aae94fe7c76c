/// Values that the round before makes implausible, also where other families were asked.
extension QualityReview {
    /// Points that one year of work does not move an indicator by. A village that builds latrines for a third of its
    /// families stays below; one in which a question was read the other way round does not.
    private static let leap = 50.0
    private static let leapFamilies = 30

    /// Indicators that leapt since the earlier round: a warning, since it may be true, and then worth telling.
    ///
    /// - Parameter earlier: The tallies of the last closed round before this one, by the same framework; empty without.
    func leaps(_ earlier: [IndicatorTally]) -> [QualityFinding] {
        let present = tallies
        guard earlier.count == present.count else { return [] }
        return present.indices.compactMap { position in
            let (before, after) = (earlier[position], present[position])
            guard before.hasValue, after.hasValue, min(before.eligible, after.eligible) >= Self.leapFamilies,
                abs(after.points - before.points) >= Self.leap
            else { return nil }
            return QualityFinding(
                .implausibleChange, .warning, codes: [code(position)], count: counted.count,
                reference: before.shown(digits: framework.roundingDigits),
                computed: after.shown(digits: framework.roundingDigits))
        }
    }

    /// One an indicator, of the families as they are now.
    var tallies: [IndicatorTally] {
        var tally = RoundTally(indicatorCount: framework.indicators.count)
        for family in all {
            // The number of answers was checked when the families came in.
            try? tally.add(status: family.status, answers: family.answers)
        }
        return tally.indicators
    }
}
