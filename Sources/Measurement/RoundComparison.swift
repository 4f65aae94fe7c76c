/// Two rounds of one lokus by one framework version: changes, transitions and contributions.
///
/// This is computed for every request, so it adds up in floating point, in framework order, and goes back to exact
/// fractions only where a shown value is too close to a tie.
package struct RoundComparison: Hashable, Sendable {
    /// In framework order.
    package let indicators: [ComparedIndicator]
    /// In framework order.
    package let dimensions: [ComparedValue]
    /// The index.
    package let ikk: ComparedValue
    /// Whether both rounds have values for the same indicators; then the contributions add up to the index's change.
    package let usesSameIndicators: Bool
    /// What the contributions add up to where the rounds use different indicators; nil where they use the same or
    /// have none in common.
    package let ikkCommon: CommonIndex?
    /// The index's change less the sum of the contributions, in points, where the rounds use different indicators;
    /// nil where they use the same or the index has no change.
    package let contributionOfDifferingSets: Double?

    /// From one tally an indicator and the shown dimensions and index of each round, in framework order; throws where
    /// a number of elements is another.
    package init(
        scheme: ScoringScheme, before: [IndicatorTally], after: [IndicatorTally], shownBefore: ShownScores,
        shownAfter: ShownScores
    ) throws(FrameworkMismatch) {
        let dimensionCount = scheme.framework.dimensions.count
        try FrameworkMismatch.check(before.count, is: scheme.weights.count)
        try FrameworkMismatch.check(after.count, is: scheme.weights.count)
        try FrameworkMismatch.check(shownBefore.dimensions.count, is: dimensionCount)
        try FrameworkMismatch.check(shownAfter.dimensions.count, is: dimensionCount)

        var sums = PairedSums(scheme, before: before, after: after)
        dimensions = (0..<dimensionCount).map {
            ComparedValue(
                before: sums.dimensions[$0].before.mean, after: sums.dimensions[$0].after.mean,
                shownBefore: shownBefore.dimensions[$0], shownAfter: shownAfter.dimensions[$0])
        }
        let index = ComparedValue(
            before: scheme.index(sums.dimensions.lazy.map { $0.before }),
            after: scheme.index(sums.dimensions.lazy.map { $0.after }),
            shownBefore: shownBefore.ikk, shownAfter: shownAfter.ikk)
        sums.setContributions(scheme)
        indicators = sums.indicators
        usesSameIndicators = sums.usesSameIndicators
        let common = usesSameIndicators ? nil : sums.commonIndex(scheme, before: before, after: after)
        ikk = index
        ikkCommon = common
        contributionOfDifferingSets = usesSameIndicators ? nil : index.change.map { $0 - (common?.change ?? 0) }
    }
}
