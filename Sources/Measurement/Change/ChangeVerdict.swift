/// What can be said of an indicator's change.
package enum Verdict: String, Sendable, CaseIterable {
    case improved, worsened
    case cannotTell = "cannot_tell"
    case notComparable = "not_comparable"
}

/// Why a change is not comparable, was not tested, or has no interval.
package enum ChangeReason: String, Sendable, CaseIterable {
    case noEligibleBefore = "no_eligible_before"
    case noEligibleAfter = "no_eligible_after"
    case noEligibleInEither = "no_eligible_in_either"
    /// A round has fewer than two families.
    case fewerThanTwoFamilies = "fewer_than_two_families"
    /// A round drew RTs, and fewer than two.
    case fewerThanTwoClusters = "fewer_than_two_clusters"
    /// Of a round only totals are known, and persons or points within one family go together.
    case totalsWithinFamilies = "totals_within_families"
    /// A round without families, of which it was not announced.
    case notPublished = "not_published"
    /// Of a round only values are known.
    case valuesOnly = "values_only"
    /// A round has fewer than 10 families with an eligible unit: shown, and not counted among the tested.
    case tooFew = "too_few"

    /// The first of the two, in the order of `Absence`.
    init(before: Absence?, after: Absence?) {
        self =
            switch Absence.first(before, after) {
            case .notPublished: .notPublished
            case .valuesOnly, .totalsOnly: .valuesOnly
            case .fewerThanTwoFamilies: .fewerThanTwoFamilies
            case .fewerThanTwoClusters: .fewerThanTwoClusters
            case .totalsWithinFamilies: .totalsWithinFamilies
            case .noEligibleUnit, .noValue, .noSpread, nil:
                before == after ? .noEligibleInEither : before == .noEligibleUnit ? .noEligibleBefore : .noEligibleAfter
            }
    }
}
