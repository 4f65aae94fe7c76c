/// The running sums of two rounds, by dimension: each round's own indicators, and those valued in both.
struct PairedSums {
    struct Dimension {
        var before = WeightedMean()
        var after = WeightedMean()
        var commonBefore = WeightedMean()
        var commonAfter = WeightedMean()
    }

    private(set) var indicators: [ComparedIndicator]
    private(set) var dimensions: [Dimension]
    private(set) var usesSameIndicators = true
    private var commonIndicators = 0

    init(_ scheme: ScoringScheme, before: [IndicatorTally], after: [IndicatorTally]) {
        indicators = []
        indicators.reserveCapacity(before.count)
        dimensions = [Dimension](repeating: Dimension(), count: scheme.framework.dimensions.count)
        let (places, weights, threshold) = (scheme.dimensionOfIndicator, scheme.weights, scheme.threshold)
        for position in before.indices {
            let (earlier, later) = (before[position], after[position])
            let (dimension, weight) = (places[position], weights[position])
            if earlier.hasValue { dimensions[dimension].before.add(earlier.points, weight: weight) }
            if later.hasValue { dimensions[dimension].after.add(later.points, weight: weight) }
            if earlier.hasValue && later.hasValue {
                dimensions[dimension].commonBefore.add(earlier.points, weight: weight)
                dimensions[dimension].commonAfter.add(later.points, weight: weight)
                commonIndicators += 1
            } else if earlier.hasValue || later.hasValue {
                usesSameIndicators = false
            }
            indicators.append(ComparedIndicator(threshold, before: earlier, after: later))
        }
    }

    /// Contribution = weight × change, the weight being the indicator's share in the index over the common indicators:
    /// 1/(dimensions × indicators in the dimension) for a mean of dimensions, otherwise w/Σw.
    mutating func setContributions(_ scheme: ScoringScheme) {
        let byDimension = scheme.framework.aggregation == .meanOfDimensions
        let valuedDimensions = Double(dimensions.count { $0.commonBefore.weight > 0 })
        let total = dimensions.reduce(0) { $0 + $1.commonBefore.weight }
        guard total > 0 else { return }
        let (places, weights) = (scheme.dimensionOfIndicator, scheme.weights)
        for position in indicators.indices {
            guard let change = indicators[position].change else { continue }
            let inDimension = dimensions[places[position]].commonBefore.weight
            let weight = weights[position] / (byDimension ? valuedDimensions * inDimension : total)
            indicators[position].contribution = weight * change
        }
    }

    /// Both rounds over the indicators valued in both; nil without any, or without any weight.
    func commonIndex(_ scheme: ScoringScheme, before: [IndicatorTally], after: [IndicatorTally]) -> CommonIndex? {
        guard let valueBefore = scheme.index(dimensions.lazy.map { $0.commonBefore }),
            let valueAfter = scheme.index(dimensions.lazy.map { $0.commonAfter })
        else { return nil }
        return CommonIndex(
            before: score(valueBefore, scheme, of: before), after: score(valueAfter, scheme, of: after),
            indicators: commonIndicators)
    }

    private func score(_ value: Double, _ scheme: ScoringScheme, of tallies: [IndicatorTally]) -> Score {
        let digits = scheme.framework.roundingDigits
        let units = value * Double(ShownValue.unitsPerPoint(digits: digits))
        // A sum of 1,000 terms of at most 10^6 units is off by less than 10^-6; only a value closer than that to a
        // tie could be rounded to the wrong side.
        if abs(units - units.rounded(.down) - 0.5) < 1e-6 {
            let exact = ExactScore(scheme, tallies, included: indicators.map { $0.change != nil })
            if let ikk = exact.ikk { return Score(value: value, shown: ikk.shownAsPoints(digits: digits)) }
        }
        return Score(value: value, shown: ShownValue(trusted: Int((units + 0.5).rounded(.down)), digits: digits))
    }
}
