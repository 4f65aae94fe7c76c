import BigInt

/// Dimensions and index as exact shares of 0 to 1, where a binary float could fall on the wrong side of a tie.
struct ExactScore {
    /// In framework order; nil for a dimension without a value.
    let dimensions: [ExactFraction?]
    let ikk: ExactFraction?

    /// Only indicators whose position is in `included` (nil: all) and that have a value enter; by the framework's own
    /// aggregation, unless another is asked for.
    init(
        _ scheme: ScoringScheme, _ tallies: [IndicatorTally], included: [Bool]? = nil,
        aggregation: Framework.Aggregation? = nil
    ) {
        let aggregation = aggregation ?? scheme.framework.aggregation
        let wholeWeights =
            aggregation == scheme.framework.aggregation || aggregation == .weighted
            ? scheme.wholeWeights : scheme.wholeWeights.map { _ in 1 }
        let count = scheme.framework.dimensions.count
        var sums = [ExactFraction](repeating: .zero, count: count)
        var weights = [Int](repeating: 0, count: count)
        for (position, tally) in tallies.enumerated() where tally.hasValue && included?[position] != false {
            let dimension = scheme.dimensionOfIndicator[position]
            let weight = wholeWeights[position]
            sums[dimension] = sums[dimension] + ExactFraction(BigUInt(weight * tally.good), BigUInt(tally.eligible))
            weights[dimension] += weight
        }
        dimensions = zip(sums, weights).map(Self.mean)
        if aggregation == .meanOfDimensions {
            let valued = dimensions.compactMap(\.self)
            ikk = Self.mean(valued.reduce(.zero, +), weight: valued.count)
        } else {
            ikk = Self.mean(sums.reduce(.zero, +), weight: weights.reduce(0, +))
        }
    }

    private static func mean(_ sum: ExactFraction, weight: Int) -> ExactFraction? {
        weight > 0 ? sum.divided(by: weight) : nil
    }
}
