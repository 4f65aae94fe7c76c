/// A valid framework prepared for arithmetic: dimensions by position and weights as numbers.
///
/// Build it once a framework version and keep it; scoring and comparing look up no code.
package struct ScoringScheme: Hashable, Sendable {
    /// The sum of all weights in millionths.
    static let wholeWeight = 1_000_000

    /// What the scheme was built from.
    package let framework: Framework
    /// For each indicator the position of its dimension.
    package let dimensionOfIndicator: [Int]
    /// For each indicator its weight in whole numbers: millionths where weighted, otherwise 1.
    let wholeWeights: [Int]
    /// The same as floating point.
    let weights: [Double]
    /// Where a shown indicator value stops being weak.
    let threshold: Threshold

    /// Numbers only, so that passing it on in a loop counts no references.
    struct Threshold: Hashable {
        /// In points.
        let weakBelow: Int
        /// Decimals of a shown value.
        let digits: Int

        func isWeak(_ shown: ShownValue) -> Bool {
            shown.units < weakBelow * ShownValue.unitsPerPoint(digits: shown.digits)
        }
    }

    /// Throws all faults of the framework at once.
    package init(_ framework: Framework) throws(InvalidFramework) {
        let faults = framework.faults()
        guard faults.isEmpty else { throw InvalidFramework(faults: faults) }
        self.init(valid: framework)
    }

    private init(valid framework: Framework) {
        self.framework = framework
        let positions = Dictionary(
            framework.dimensions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        dimensionOfIndicator = framework.indicators.map { positions[$0.dimension] ?? 0 }
        wholeWeights = framework.indicators.map { $0.weightMillionths ?? 1 }
        weights = wholeWeights.map(Double.init)
        threshold = Threshold(weakBelow: framework.weakBelow, digits: framework.roundingDigits)
    }

    /// Over these indicators only, in this order, in the dimensions that have any. Weights need not add up to one then, as
    /// every mean divides by those that there are.
    func selecting(_ positions: [Int]) -> ScoringScheme {
        let indicators = positions.map { framework.indicators[$0] }
        let used = Set(indicators.map(\.dimension))
        return ScoringScheme(
            valid: Framework(
                id: framework.id, title: framework.title, status: framework.status, provenance: framework.provenance,
                aggregation: framework.aggregation, weakBelow: framework.weakBelow,
                roundingDigits: framework.roundingDigits, categories: framework.categories,
                dimensions: framework.dimensions.filter { used.contains($0.code) }, indicators: indicators))
    }

    /// The class of an index: the last category that starts at or below the shown value.
    package func category(of ikk: ShownValue) -> Framework.Category? {
        framework.categories.last { $0.from * ShownValue.unitsPerPoint(digits: ikk.digits) <= ikk.units }
    }

    /// Whether a shown indicator value is weak (merah).
    package func isWeak(_ shown: ShownValue) -> Bool {
        threshold.isWeak(shown)
    }

    /// The index in points, unrounded, from the means of its dimensions; nil where none has a value.
    func index(_ dimensions: some Sequence<WeightedMean>) -> Double? {
        let byDimension = framework.aggregation == .meanOfDimensions
        var index = WeightedMean()
        for dimension in dimensions {
            if !byDimension {
                index.add(dimension)
            } else if let mean = dimension.mean {
                index.add(mean, weight: 1)
            }
        }
        return index.mean
    }
}
