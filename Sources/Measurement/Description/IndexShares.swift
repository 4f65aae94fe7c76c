/// The coefficients c_i of the indicators in each dimension and in the index: Σ c_i R_i is the value.
///
/// 1/(valued indicators of the dimension), and in a mean of dimensions that over the number of valued ones; with weights
/// w/Σw over the valued indicators. All 0 where there is no value.
struct IndexShares {
    /// In framework order; each with one element an indicator.
    let dimensions: [[Double]]
    let ikk: [Double]
    private let valuedDimensions: [Bool]

    init(_ scheme: ScoringScheme, _ isValued: [Bool]) {
        let weights = zip(scheme.weights, isValued).map { $1 ? $0 : 0 }
        let places = scheme.dimensionOfIndicator
        var sums = [Double](repeating: 0, count: scheme.framework.dimensions.count)
        for (place, weight) in zip(places, weights) { sums[place] += weight }
        let total = sums.reduce(0, +)
        let valued = Double(sums.count { $0 > 0 })
        let byDimension = scheme.framework.aggregation == .meanOfDimensions
        valuedDimensions = sums.map { $0 > 0 }
        dimensions = sums.indices.map { dimension in
            zip(places, weights).map { $0 == dimension && sums[$0] > 0 ? $1 / sums[$0] : 0 }
        }
        ikk = zip(places, weights).map { place, weight in
            guard weight > 0 else { return 0 }
            return byDimension ? weight / (sums[place] * valued) : weight / total
        }
    }

    /// In points, unrounded; nil where nothing has a value or a weight.
    func values(_ tallies: [IndicatorTally]) -> (dimensions: [Double?], ikk: Double?) {
        func value(_ coefficients: [Double]) -> Double {
            zip(coefficients, tallies).reduce(0) { $0 + ($1.0 == 0 ? 0 : $1.0 * $1.1.points) }
        }
        return (
            zip(dimensions, valuedDimensions).map { $1 ? value($0) : nil },
            valuedDimensions.contains(true) ? value(ikk) : nil
        )
    }
}

extension ScoringScheme {
    /// Throws where tallies or evidence are not of this framework.
    func check(_ tallies: [IndicatorTally], _ basis: RoundBasis) throws(EvidenceFault) {
        let expected = framework.indicators.count
        for found in [tallies.count, basis.evidence?.indicators.count ?? expected] where found != expected {
            throw .mismatch(FrameworkMismatch(expected: expected, found: found))
        }
    }

    /// The same of one round, with what was announced of it.
    func check(_ side: RoundPair.Side) throws(EvidenceFault) {
        try check(side.tallies, side.basis)
        let expected = framework.dimensions.count
        guard (side.announced?.dimensions.count ?? expected) == expected else {
            throw .mismatch(FrameworkMismatch(expected: expected, found: side.announced?.dimensions.count ?? 0))
        }
    }
}
