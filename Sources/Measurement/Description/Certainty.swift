/// Whether a round's families leave a doubt about an indicator's weak flag. It stands beside the flag and never
/// replaces it.
package enum Certainty: String, Sendable, CaseIterable {
    case certainlyWeak = "certainly_weak"
    case certainlyNotWeak = "certainly_not_weak"
    case undecided
    /// Fewer than 10 families have an eligible unit.
    case tooFew = "too_few"

    /// Families with an eligible unit below which nothing is called certain, and no change is tested.
    package static let fewestFamilies = 10
}

extension ScoringScheme {
    /// The unrounded points from which on a shown value is no longer weak: half a unit of the last shown digit lower.
    var clearFrom: Double {
        Double(framework.weakBelow) - 0.5 / Double(ShownValue.unitsPerPoint(digits: framework.roundingDigits))
    }

    /// From an indicator's interval in points; nil without one, unless there are too few families anyway.
    func certainty(families: Int, _ interval: Interval?) -> Certainty? {
        if families < Certainty.fewestFamilies { return .tooFew }
        guard let interval else { return nil }
        if interval.upper < clearFrom { return .certainlyWeak }
        return interval.lower >= clearFrom ? .certainlyNotWeak : .undecided
    }
}
