/// The families of a round by status; all five are shown beside the index.
package struct StatusCounts: Hashable, Sendable {
    private var complete = 0
    private var partial = 0
    private var noRespondent = 0
    private var refused = 0
    private var moved = 0

    /// No family yet.
    package init() {}

    /// Families with this status.
    package subscript(status: FamilyStatus) -> Int {
        get {
            switch status {
            case .complete: complete
            case .partial: partial
            case .noRespondent: noRespondent
            case .refused: refused
            case .moved: moved
            }
        }
        set {
            switch status {
            case .complete: complete = newValue
            case .partial: partial = newValue
            case .noRespondent: noRespondent = newValue
            case .refused: refused = newValue
            case .moved: moved = newValue
            }
        }
    }

    /// Families that enter the index: complete or partial.
    package var counted: Int { complete + partial }

    /// All families of the round, whatever their status.
    package var listed: Int { complete + partial + noRespondent + refused + moved }
}

/// A round added up: families by status and one tally an indicator, in framework order.
package struct RoundTally: Hashable, Sendable {
    /// Families by status.
    package private(set) var families = StatusCounts()
    /// One an indicator, in framework order.
    package private(set) var indicators: [IndicatorTally]

    /// An empty round over `indicatorCount` indicators.
    package init(indicatorCount: Int) {
        indicators = [IndicatorTally](repeating: IndicatorTally(), count: indicatorCount)
    }

    /// As read back from storage.
    package init(families: StatusCounts, indicators: [IndicatorTally]) {
        self.families = families
        self.indicators = indicators
    }

    /// Families that enter the index (status 1 or 2).
    package var familiesCounted: Int { families.counted }

    /// All families of the round's list.
    package var familiesListed: Int { families.listed }

    /// The families that a census speaks for: those listed less those moved away. A sample states its own number.
    package var representedByCensus: Int { families.listed - families[.moved] }

    /// Adds one family; its answers count with status 1 or 2 only.
    ///
    /// Throws where the answers are not one an indicator. Allocates nothing: a round may have 100,000 families.
    package mutating func add(status: FamilyStatus, answers: PackedAnswers) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(answers.count, is: indicators.count)
        families[status] += 1
        guard status.isCounted else { return }
        for position in indicators.indices {
            let units = answers.eligible[position]
            if units <= PackedAnswers.mostUnits {
                indicators[position].good += Int(answers.good[position])
                indicators[position].eligible += Int(units)
            } else if units == PackedAnswers.missing {
                indicators[position].familiesMissing += 1
            } else {
                indicators[position].familiesNotApplicable += 1
            }
        }
    }

    /// Over these indicators only, in this order; throws where there is no such position.
    package func selecting(_ positions: [Int]) throws(FrameworkMismatch) -> RoundTally {
        try FrameworkMismatch.check(positions.count(where: indicators.indices.contains), is: positions.count)
        return RoundTally(families: families, indicators: positions.map { indicators[$0] })
    }

    /// Adds the tally of other families of the same round; throws where it has another number of indicators.
    package mutating func merge(_ other: RoundTally) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(other.indicators.count, is: indicators.count)
        for status in FamilyStatus.allCases {
            families[status] += other.families[status]
        }
        for position in indicators.indices {
            indicators[position] += other.indicators[position]
        }
    }
}

/// Answers, tallies or shown values that do not have one element an indicator (or dimension) of the framework.
package struct FrameworkMismatch: Error, Hashable, Sendable {
    /// Elements that the framework asks for.
    package let expected: Int
    /// Elements that were given.
    package let found: Int

    static func check(_ found: Int, is expected: Int) throws(FrameworkMismatch) {
        guard found == expected else { throw FrameworkMismatch(expected: expected, found: found) }
    }
}
