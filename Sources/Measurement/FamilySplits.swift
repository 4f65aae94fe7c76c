/// How many families an indicator has on either side: what its persons do not tell, and what protection asks for.
package struct FamilySplits: Hashable, Sendable {
    package struct Split: Hashable, Sendable {
        /// Families with at least one good unit.
        package fileprivate(set) var good = 0
        /// Families with at least one unit that is not good; a family can be on both sides.
        package fileprivate(set) var notGood = 0

        fileprivate init() {}

        /// As read back from storage; nil below 0.
        package init?(good: Int, notGood: Int) {
            guard good >= 0, notGood >= 0 else { return nil }
            (self.good, self.notGood) = (good, notGood)
        }
    }

    /// One an indicator, in framework order.
    package private(set) var indicators: [Split]

    package init(indicatorCount: Int) {
        indicators = [Split](repeating: Split(), count: indicatorCount)
    }

    /// As read back from storage.
    package init(indicators: [Split]) { self.indicators = indicators }

    /// Adds one family; its answers count with status 1 or 2 only, as in `RoundTally`.
    package mutating func add(status: FamilyStatus, answers: PackedAnswers) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(answers.count, is: indicators.count)
        guard status.isCounted else { return }
        for position in indicators.indices {
            let (good, units) = (answers.good[position], answers.eligible[position])
            guard units <= PackedAnswers.mostUnits else { continue }
            if good > 0 { indicators[position].good += 1 }
            if good < units { indicators[position].notGood += 1 }
        }
    }

    /// Over these indicators only, in this order; throws where there is no such position.
    package func selecting(_ positions: [Int]) throws(FrameworkMismatch) -> FamilySplits {
        try FrameworkMismatch.check(positions.count(where: indicators.indices.contains), is: positions.count)
        var chosen = self
        chosen.indicators = positions.map { indicators[$0] }
        return chosen
    }
}
