/// Which aggregation reproduces a published result: the official one is not public, but its results are.
package struct Reconciliation: Hashable, Sendable {
    /// A published value beside ours.
    package struct Difference: Hashable, Sendable {
        package let published: ShownValue
        /// Rounded half up to the digits of the published one; nil without a value.
        package let ours: ShownValue?

        /// Whether both are shown alike.
        package var isSame: Bool { published == ours }

        /// Published − ours in points, as they are shown.
        package var points: Double? {
            ours.map { Double(published.finest - $0.finest) / Double(ShownValue.finestPerPoint) }
        }
    }

    /// One way of aggregating, judged.
    package struct Candidate: Hashable, Sendable {
        package let aggregation: Framework.Aggregation
        /// In framework order; nil for a dimension that was not published.
        package let dimensions: [Difference?]
        /// Nil where the index was not published.
        package let ikk: Difference?

        /// Whether everything that was published is reproduced, and anything was.
        package var reproduces: Bool {
            let all = dimensions.compactMap(\.self) + (ikk.map { [$0] } ?? [])
            return !all.isEmpty && all.allSatisfy(\.isSame)
        }
    }

    /// Those that the framework allows: `weighted` only where it has weights.
    package let candidates: [Candidate]

    /// From the counts of a round and what was announced of it, dimensions in framework order.
    package init(
        scheme: ScoringScheme, indicators tallies: [IndicatorTally], published: ShownScores
    ) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(tallies.count, is: scheme.framework.indicators.count)
        try FrameworkMismatch.check(published.dimensions.count, is: scheme.framework.dimensions.count)
        candidates = scheme.aggregations.map { aggregation in
            let exact = ExactScore(scheme, tallies, aggregation: aggregation)
            func difference(_ published: ShownValue?, _ ours: ExactFraction?) -> Difference? {
                published.map { Difference(published: $0, ours: ours?.shownAsPoints(digits: $0.digits)) }
            }
            return Candidate(
                aggregation: aggregation,
                dimensions: zip(published.dimensions, exact.dimensions).map(difference),
                ikk: difference(published.ikk, exact.ikk))
        }
    }
}

extension ScoringScheme {
    /// The ways of aggregating that this framework's indicators allow.
    var aggregations: [Framework.Aggregation] {
        Framework.Aggregation.allCases.filter { $0 != .weighted || framework.aggregation == .weighted }
    }
}
