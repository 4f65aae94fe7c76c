/// Why a statistic is not given; it stands where the number would.
package enum Absence: String, Error, Sendable, CaseIterable {
    /// Nobody is eligible: there is no value either.
    case noEligibleUnit = "no_eligible_unit"
    /// Nothing in it has a value.
    case noValue = "no_value"
    /// One family cannot vary.
    case fewerThanTwoFamilies = "fewer_than_two_families"
    /// One RT cannot vary.
    case fewerThanTwoClusters = "fewer_than_two_clusters"
    /// Only totals are known, and persons or points within one family go together.
    case totalsWithinFamilies = "totals_within_families"
    /// Only totals are known, and they do not tell how indicators vary together.
    case totalsOnly = "totals_only"
    /// Only values are known.
    case valuesOnly = "values_only"
    /// A standard error relative to a value of 0.
    case valueIsZero = "value_is_zero"
    /// A difference without any spread: no test can be made.
    case noSpread = "no_spread"
}
