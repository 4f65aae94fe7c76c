/// Which aggregation reproduces a published result: the official one is not public, but its results are.
package struct Reconciliation: Hashable, Sendable {
    /// A published value beside ours.
    package struct Difference: Hashable, Sendable {
        package let published: ShownValue
        /// Rounded half up to the digits of the published one; nil without a value.
        package let ours: ShownValue?
        /// Whether both are shown alike; where ours comes from rounded values, whether they can be.
        package let isSame: Bool

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
    ///
    /// - Parameter valuesDigits: Of a round of which only values are known, the fewest digits of them: a mean of rounded
    ///   values is as uncertain as they are.
    package init(
        scheme: ScoringScheme, indicators tallies: [IndicatorTally], published: ShownScores, valuesDigits: Int? = nil
    ) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(tallies.count, is: scheme.framework.indicators.count)
        try FrameworkMismatch.check(published.dimensions.count, is: scheme.framework.dimensions.count)
        candidates = scheme.aggregations.map { aggregation in
            let exact = ExactScore(scheme, tallies, aggregation: aggregation)
            func difference(_ published: ShownValue?, _ ours: ExactFraction?) -> Difference? {
                published.map { Difference($0, ours, valuesDigits: valuesDigits) }
            }
            return Candidate(
                aggregation: aggregation,
                dimensions: zip(published.dimensions, exact.dimensions).map(difference),
                ikk: difference(published.ikk, exact.ikk))
        }
    }
}

extension Reconciliation.Difference {
    /// What was announced of an indicator beside what its units give, rounded alike; nil where nobody was eligible.
    package init?(_ figure: AnnouncedFigure, _ tally: IndicatorTally, digits: Int) {
        guard let published = figure.shown(digits: digits) else { return nil }
        self.published = published
        ours = tally.shown(digits: published.digits)
        isSame = published == ours
    }

    fileprivate init(_ published: ShownValue, _ ours: ExactFraction?, valuesDigits: Int?) {
        self.published = published
        self.ours = ours?.shownAsPoints(digits: published.digits)
        guard let ours, let valuesDigits else {
            isSame = published == self.ours
            return
        }
        // Both ends of both roundings are allowed: nobody knows how the values were rounded.
        let slack = published.finestPerUnit + ShownValue.finestPerPoint / ShownValue.unitsPerPoint(digits: valuesDigits)
        let finest = ours.shownAsPoints(digits: ShownValue.allowedDigits.upperBound).finest
        isSame = 2 * abs(published.finest - finest) <= slack
    }
}

extension ScoringScheme {
    /// The ways of aggregating that this framework's indicators allow.
    var aggregations: [Framework.Aggregation] {
        Framework.Aggregation.allCases.filter { $0 != .weighted || framework.aggregation == .weighted }
    }
}
