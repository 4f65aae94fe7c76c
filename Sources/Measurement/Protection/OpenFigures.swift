/// What everybody may know of a closed round, figure by figure.
package struct OpenFigures: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case published, withheld
        case notApplicable = "not_applicable"
    }

    /// In framework order.
    package let indicators: [Status]
    /// In framework order.
    package let dimensions: [Status]
    /// The index and its category.
    package let ikk: Status
    /// How many indicators are weak: less those that are told, it is how many of the withheld are.
    package let weakCount: Status
    /// How many families the round counts and represents.
    package let familyCounts: Status

    /// A small indicator is withheld, and with it a second of its dimension, as it would follow from the dimension's
    /// value and the others. Where there is no second one, the dimension itself is withheld, and with it the index,
    /// since the other dimensions and the index give it.
    package init(
        scheme: ScoringScheme, indicators tallies: [IndicatorTally], splits: FamilySplits, familiesCounted: Int,
        by rule: Protection
    ) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(tallies.count, is: scheme.framework.indicators.count)
        try FrameworkMismatch.check(splits.indicators.count, is: scheme.framework.indicators.count)
        let splits = splits.indicators
        var indicators = tallies.map { $0.hasValue ? Status.published : .notApplicable }
        var dimensions = [Status](repeating: .notApplicable, count: scheme.framework.dimensions.count)
        for dimension in dimensions.indices {
            let members = tallies.indices.filter {
                scheme.dimensionOfIndicator[$0] == dimension && tallies[$0].hasValue
            }
            if members.contains(where: { scheme.wholeWeights[$0] > 0 }) { dimensions[dimension] = .published }
            let small = members.filter { rule.isSmall(splits[$0]) }
            guard !small.isEmpty else { continue }
            for position in small { indicators[position] = .withheld }
            let candidates = members.filter { !rule.isSmall(splits[$0]) && scheme.wholeWeights[$0] > 0 }
            if let partner = rule.partner(among: candidates, sides: splits.map(\.smallerSide)) {
                indicators[partner] = .withheld
            } else if dimensions[dimension] == .published {
                dimensions[dimension] = .withheld
            }
        }
        self.indicators = indicators
        self.dimensions = dimensions
        let exposes = dimensions.contains(.withheld)
        ikk = dimensions.allSatisfy { $0 == .notApplicable } ? .notApplicable : exposes ? .withheld : .published
        weakCount = indicators.contains(.withheld) ? .withheld : .published
        familyCounts = familiesCounted < rule.fewestFamilies ? .withheld : .published
    }

    /// What everybody may know of the change between two rounds: it is told where both its values are, since with one
    /// of them it is the other.
    package func change(to later: OpenFigures) -> OpenFigures {
        OpenFigures(
            indicators: zip(indicators, later.indicators).map(Self.both),
            dimensions: zip(dimensions, later.dimensions).map(Self.both), ikk: Self.both(ikk, later.ikk),
            weakCount: Self.both(weakCount, later.weakCount),
            familyCounts: Self.both(familyCounts, later.familyCounts))
    }

    private init(
        indicators: [Status], dimensions: [Status], ikk: Status, weakCount: Status, familyCounts: Status
    ) {
        self.indicators = indicators
        self.dimensions = dimensions
        self.ikk = ikk
        self.weakCount = weakCount
        self.familyCounts = familyCounts
    }

    private static func both(_ left: Status, _ right: Status) -> Status {
        if left == .notApplicable || right == .notApplicable { return .notApplicable }
        return left == .withheld || right == .withheld ? .withheld : .published
    }
}

extension Protection {
    /// Which of the candidates goes with a small figure to hide it: of those with twice the families that are needed,
    /// the one with the fewest, as it says least; where none has, the one with the most.
    fileprivate func partner(among candidates: [Int], sides: [Int]) -> Int? {
        let roomy = candidates.filter { sides[$0] >= 2 * fewestFamilies }
        return roomy.min { (sides[$0], $0) < (sides[$1], $1) }
            ?? candidates.min { (-sides[$0], $0) < (-sides[$1], $1) }
    }
}
