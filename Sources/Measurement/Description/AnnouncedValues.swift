/// Dimensions and index of a round in points.
struct ScoredValues {
    /// In framework order; nil for a dimension without a value.
    let dimensions: [Double?]
    let ikk: Double?
    /// Whether all of them follow from the indicators.
    let areComputed: Bool
}

extension ScoringScheme {
    /// Of a round with families what its indicators give, unrounded. Of one without, what is shown of it: it may tell
    /// few of its indicators, whose mean is no index. Where the indicators give what is shown, they give it unrounded.
    func values(of side: RoundPair.Side, _ shares: IndexShares) -> ScoredValues {
        let computed = shares.values(side.tallies)
        guard let announced = side.announced, let score = try? RoundScore(scheme: self, indicators: side.tallies) else {
            return ScoredValues(dimensions: computed.dimensions, ikk: computed.ikk, areComputed: true)
        }
        let dimensions = framework.dimensions.indices.map { position in
            Self.value(announced.dimensions[position], score.dimensions[position])
        }
        return ScoredValues(
            dimensions: dimensions, ikk: Self.value(announced.ikk, score.ikk), areComputed: announced == score.shown)
    }

    /// The same of what is shown of a round without families.
    func announced(_ shown: ShownScores, of tallies: [IndicatorTally]) -> ScoredValues {
        values(
            of: RoundPair.Side(tallies: tallies, basis: .values, announced: shown),
            IndexShares(self, tallies.map(\.hasValue)))
    }

    private static func value(_ announced: ShownValue?, _ computed: Score?) -> Double? {
        announced == computed?.shown ? computed?.value : announced?.points
    }
}

extension ShownValue {
    /// As a number.
    var points: Double { Double(finest) / Double(Self.finestPerPoint) }
}
