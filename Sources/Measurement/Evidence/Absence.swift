/// Why a statistic is not given; it stands where the number would. In the order in which one is named of several.
package enum Absence: String, Error, Sendable, CaseIterable {
    /// Of a round without families, and not announced.
    case notPublished = "not_published"
    /// Only values are known.
    case valuesOnly = "values_only"
    /// Nobody is eligible: there is no value either.
    case noEligibleUnit = "no_eligible_unit"
    /// Nothing in it has a value.
    case noValue = "no_value"
    /// Only totals are known, and persons or points within one family go together.
    case totalsWithinFamilies = "totals_within_families"
    /// Only totals are known, and they do not tell how indicators vary together.
    case totalsOnly = "totals_only"
    /// One family cannot vary.
    case fewerThanTwoFamilies = "fewer_than_two_families"
    /// One RT cannot vary.
    case fewerThanTwoClusters = "fewer_than_two_clusters"
    /// A difference without any spread: no test can be made.
    case noSpread = "no_spread"

    /// The one that is named where both rounds have one, whichever comes first.
    static func first(_ absences: Absence?...) -> Absence? {
        let given = absences.compactMap(\.self)
        return allCases.first(where: given.contains)
    }
}
