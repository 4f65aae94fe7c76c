import Measurement

extension Framework {
    /// A framework of (code, dimension) pairs with the working defaults; anything can be replaced.
    static func sample(
        indicators: [(code: String, dimension: String)], dimensions: [String]? = nil,
        aggregation: Aggregation = .meanOfDimensions, weights: [Int?]? = nil, familyUnits: Set<String> = [],
        sensitive: Set<String> = [], weakBelow: Int = 75,
        roundingDigits: Int = 2, categories: [(String, Int)] = [("kurang", 0), ("cukup", 50), ("responsif", 75)]
    ) -> Framework {
        var order: [String] = []
        for indicator in indicators where !order.contains(indicator.dimension) { order.append(indicator.dimension) }
        return Framework(
            id: ID(code: "contoh", version: 1), title: "Contoh", status: .working, provenance: "invented",
            aggregation: aggregation, weakBelow: weakBelow, roundingDigits: roundingDigits,
            categories: categories.map { Category(code: $0, nameID: $0, from: $1) },
            dimensions: (dimensions ?? order).map { Dimension(code: $0, nameID: $0, nameEN: $0) },
            indicators: indicators.enumerated().map { position, indicator in
                Indicator(
                    code: indicator.code, dimension: indicator.dimension, nameID: indicator.code,
                    nameEN: indicator.code, direction: .positive,
                    unit: familyUnits.contains(indicator.code) ? .family : .person, eligible: "",
                    sensitive: sensitive.contains(indicator.code),
                    provenance: "invented", weightMillionths: weights?[position])
            })
    }

    /// One indicator in one dimension.
    static func single(
        weakBelow: Int = 75, roundingDigits: Int = 2,
        categories: [(String, Int)] = [("kurang", 0), ("cukup", 50), ("responsif", 75)]
    ) -> Framework {
        sample(
            indicators: [("A-1", "A")], weakBelow: weakBelow, roundingDigits: roundingDigits, categories: categories)
    }
}

extension IndicatorTally {
    /// An impossible pair becomes an empty tally, which the expectations then catch.
    static func of(_ good: Int, _ eligible: Int) -> IndicatorTally {
        IndicatorTally(good: good, eligible: eligible) ?? IndicatorTally()
    }
}

extension PairedCells {
    /// In the order of the books: good in both, after only, before only, in neither.
    static func of(_ r: Int, _ s: Int, _ t: Int, _ u: Int) -> PairedCells {
        guard let cells = PairedCells(both: r, afterOnly: s, beforeOnly: t, neither: u) else {
            preconditionFailure("counts of families are not negative")
        }
        return cells
    }
}

extension FamilyHash {
    /// Of a text of at most 16 bytes.
    static func of(_ text: String) -> FamilyHash {
        let padded = Array(text.utf8) + [UInt8](repeating: 0, count: 16 - text.utf8.count)
        guard let hash = FamilyHash(bytes: padded) else { preconditionFailure("16 bytes are a hash") }
        return hash
    }
}

extension RoundComparison {
    /// With the shown values that closing the rounds would have stored.
    init(_ scheme: ScoringScheme, _ before: [IndicatorTally], _ after: [IndicatorTally]) throws {
        try self.init(
            scheme: scheme, before: before, after: after,
            shownBefore: RoundScore(scheme: scheme, indicators: before).shown,
            shownAfter: RoundScore(scheme: scheme, indicators: after).shown)
    }
}

/// Whether two optional figures are both absent or within `tolerance`.
func close(_ left: Double?, _ right: Double?, _ tolerance: Double = 1e-9) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): abs(left - right) <= tolerance
    default: false
    }
}
