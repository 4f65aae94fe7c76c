/// The families of a round, added up and kept side by side: what evidence about a round and about a pair is made of.
///
/// Answers stand in one array a round, so that a family costs no allocation, and only families that enter the index
/// are kept.
package struct RoundFamilies: Sendable {
    /// All families, added up.
    package private(set) var tally: RoundTally
    /// The families of each indicator on either side.
    package private(set) var splits: FamilySplits

    /// Of the families that enter the index, in the order in which they were added.
    private(set) var ids: [FamilyHash] = []
    private(set) var previous: [FamilyHash?] = []
    /// Positions in `rtCodes`.
    private(set) var rts: [Int] = []
    /// In the order in which they were met.
    private(set) var rtCodes: [String] = []
    private var rtPositions: [String: Int] = [:]
    /// One element an indicator and family, family after family; 0 eligible where there is no answer.
    private(set) var good: [UInt8] = []
    private(set) var eligible: [UInt8] = []

    package init(indicatorCount: Int) {
        tally = RoundTally(indicatorCount: indicatorCount)
        splits = FamilySplits(indicatorCount: indicatorCount)
    }

    var indicatorCount: Int { tally.indicators.count }

    /// Families that enter the index.
    package var count: Int { ids.count }

    package mutating func reserveCapacity(_ families: Int) {
        ids.reserveCapacity(families)
        previous.reserveCapacity(families)
        rts.reserveCapacity(families)
        good.reserveCapacity(families * indicatorCount)
        eligible.reserveCapacity(families * indicatorCount)
    }

    /// Adds one family: its id, its neighbourhood (empty where none is known), and the id that it had in the round
    /// that this one is a panel of, where that was another.
    ///
    /// Throws where the answers are not one an indicator.
    package mutating func add(
        id: FamilyHash, previous: FamilyHash? = nil, rt: String, status: FamilyStatus, answers: PackedAnswers
    ) throws(FrameworkMismatch) {
        try tally.add(status: status, answers: answers)
        try splits.add(status: status, answers: answers)
        guard status.isCounted else { return }
        ids.append(id)
        self.previous.append(previous)
        rts.append(position(ofRT: rt))
        good.append(contentsOf: answers.good)
        // Neither a missing answer nor "nobody eligible" has a unit; which of the two it is, the tally has counted.
        eligible.append(contentsOf: answers.eligible.lazy.map { $0 <= PackedAnswers.mostUnits ? $0 : 0 })
    }

    /// The same families over these indicators only, in this order: for rounds of two framework versions, of which
    /// only some indicators are equivalent.
    package func selecting(_ positions: [Int]) throws(FrameworkMismatch) -> RoundFamilies {
        var chosen = self
        chosen.tally = try tally.selecting(positions)
        chosen.splits = try splits.selecting(positions)
        let starts = stride(from: 0, to: good.count, by: max(1, indicatorCount))
        chosen.good = starts.flatMap { start in positions.map { good[start + $0] } }
        chosen.eligible = starts.flatMap { start in positions.map { eligible[start + $0] } }
        return chosen
    }

    private mutating func position(ofRT code: String) -> Int {
        // Families of an RT mostly follow each other.
        if let last = rts.last, rtCodes[last] == code { return last }
        if let known = rtPositions[code] { return known }
        rtCodes.append(code)
        rtPositions[code] = rtCodes.count - 1
        return rtCodes.count - 1
    }
}
