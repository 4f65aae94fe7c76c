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
    ///
    /// - Parameter areAnnounced: Whether a round is one without families, in which what is shown need not follow from
    ///   the indicators.
    package init(
        scheme: ScoringScheme, before: [IndicatorTally], after: [IndicatorTally], shownBefore: ShownScores,
        shownAfter: ShownScores, areAnnounced: (before: Bool, after: Bool) = (false, false)
    ) throws(FrameworkMismatch) {
        let dimensionCount = scheme.framework.dimensions.count
        try FrameworkMismatch.check(before.count, is: scheme.weights.count)
        try FrameworkMismatch.check(after.count, is: scheme.weights.count)
        try FrameworkMismatch.check(shownBefore.dimensions.count, is: dimensionCount)
        try FrameworkMismatch.check(shownAfter.dimensions.count, is: dimensionCount)

        var sums = PairedSums(scheme, before: before, after: after)
        let was = areAnnounced.before ? scheme.announced(shownBefore, of: before) : nil
        let now = areAnnounced.after ? scheme.announced(shownAfter, of: after) : nil
        dimensions = (0..<dimensionCount).map { position in
            let means = sums.dimensions[position]
            return ComparedValue(
                before: was.map { $0.dimensions[position] } ?? means.before.mean,
                after: now.map { $0.dimensions[position] } ?? means.after.mean,
                shownBefore: shownBefore.dimensions[position], shownAfter: shownAfter.dimensions[position])
        }
        let index = ComparedValue(
            before: was.map(\.ikk) ?? scheme.index(sums.dimensions.lazy.map { $0.before }),
            after: now.map(\.ikk) ?? scheme.index(sums.dimensions.lazy.map { $0.after }),
            shownBefore: shownBefore.ikk, shownAfter: shownAfter.ikk)
        sums.setContributions(scheme)
        indicators = sums.indicators
        usesSameIndicators =
            sums.usesSameIndicators && (was?.areComputed ?? true) && (now?.areComputed ?? true)
        let common = usesSameIndicators ? nil : sums.commonIndex(scheme, before: before, after: after)
        ikk = index
        ikkCommon = common
        contributionOfDifferingSets = usesSameIndicators ? nil : index.change.map { $0 - (common?.change ?? 0) }
    }
}
