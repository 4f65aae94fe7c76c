/// Which aggregation turns published dimensions into the published index, where nothing else of a round is known.
///
/// Every published value stands for all that are rounded to it, so an aggregation is possible where some dimensions
/// within their rounding give an index within its own. It is judged in whole numbers.
package struct PublishedReconciliation: Hashable, Sendable {
    package struct Candidate: Hashable, Sendable {
        package let aggregation: Framework.Aggregation
        /// Whether dimensions that are rounded to the published ones can give an index that is rounded to its own.
        package let isPossible: Bool
        /// The published index less the one that follows from the dimensions as published, in points.
        package let points: Double
    }

    /// Those that the framework allows: `weighted` only where it has weights.
    package let candidates: [Candidate]

    /// Nil without a published index, or where a dimension that enters it was not published.
    ///
    /// - Parameter isValued: for each indicator, whether it had a value; all had where that is not known.
    package init?(
        scheme: ScoringScheme, published: ShownScores, isValued: [Bool]? = nil
    ) throws(FrameworkMismatch) {
        let framework = scheme.framework
        let valued = isValued ?? [Bool](repeating: true, count: framework.indicators.count)
        try FrameworkMismatch.check(valued.count, is: framework.indicators.count)
        try FrameworkMismatch.check(published.dimensions.count, is: framework.dimensions.count)
        guard let ikk = published.ikk else { return nil }
        candidates = scheme.aggregations.compactMap { aggregation in
            var weights = [Int](repeating: 0, count: framework.dimensions.count)
            for (position, dimension) in scheme.dimensionOfIndicator.enumerated() where valued[position] {
                weights[dimension] += aggregation == .weighted ? scheme.wholeWeights[position] : 1
            }
            if aggregation == .meanOfDimensions { weights = weights.map { min($0, 1) } }
            return Candidate(aggregation, weights, published.dimensions, ikk)
        }
        guard !candidates.isEmpty else { return nil }
    }
}

extension PublishedReconciliation.Candidate {
    /// Half-open intervals over a common denominator: Σ w (2D − h) to Σ w (2D + h) against Σw (2I − h) to Σw (2I + h),
    /// h being a whole unit of the last published digit.
    fileprivate init?(
        _ aggregation: Framework.Aggregation, _ weights: [Int], _ dimensions: [ShownValue?], _ ikk: ShownValue
    ) {
        guard zip(weights, dimensions).allSatisfy({ $0 == 0 || $1 != nil }) else { return nil }
        let parts = zip(weights, dimensions).compactMap { weight, value in value.map { (weight, $0) } }
        let total = parts.reduce(0) { $0 + $1.0 }
        guard total > 0 else { return nil }
        let middle = parts.reduce(0) { $0 + 2 * $1.0 * $1.1.finest }
        let slack = parts.reduce(0) { $0 + $1.0 * $1.1.finestPerUnit } + total * ikk.finestPerUnit
        let difference = 2 * total * ikk.finest - middle
        self.aggregation = aggregation
        // Lower ends are included and upper ends are not, on both sides: touching ends do not meet.
        isPossible = abs(difference) < slack
        points = Double(difference) / Double(2 * total * ShownValue.finestPerPoint)
    }
}
