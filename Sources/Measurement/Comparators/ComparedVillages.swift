/// The changes of one value in several villages beside each other.
///
/// Ordered by size, small villages and small samples come first and last by chance alone. So what is certain stands
/// first, and what cannot be told keeps the order in which it came.
package struct ComparedVillages: Hashable, Sendable {
    package struct Verdict: Hashable, Sendable {
        package let verdict: Measurement.Verdict
        /// Over the villages that were tested; nil where it was not.
        package let adjustedP: Double?
        /// Whether its own interval excludes 0 and it cannot be told only because so many villages were compared.
        package let isUndecidedByComparisons: Bool
    }

    /// In the order of the villages.
    package let verdicts: [Verdict]
    /// Positions: improved ones by the least that they improved, those that cannot be told, worsened ones with the
    /// one that worsened most at the end, and those that cannot be compared.
    package let certainOrder: [Int]

    /// - Parameter changes: nil where two rounds cannot be compared.
    package init(_ changes: [ValueChange?]) {
        let tested = changes.indices.filter { changes[$0]?.p != nil }
        let adjusted = FalseDiscovery.adjusted(tested.compactMap { changes[$0]?.p })
        var verdicts = changes.map { change in
            Verdict(
                verdict: change?.change == nil ? .notComparable : .cannotTell, adjustedP: nil,
                isUndecidedByComparisons: false)
        }
        for (position, p) in zip(tested, adjusted) {
            let change = changes[position]?.change ?? 0
            let isCertain = p <= FalseDiscovery.level && change != 0
            let alone = changes[position]?.p ?? 1
            verdicts[position] = Verdict(
                verdict: isCertain ? (change > 0 ? .improved : .worsened) : .cannotTell, adjustedP: p,
                isUndecidedByComparisons: !isCertain && change != 0 && alone <= FalseDiscovery.level)
        }
        self.verdicts = verdicts

        /// The limit nearest to no change.
        func nearest(_ position: Int) -> Double {
            guard let interval = changes[position]?.interval else { return 0 }
            return verdicts[position].verdict == .improved ? interval.lower : interval.upper
        }
        let groups: [Measurement.Verdict] = [.improved, .cannotTell, .worsened, .notComparable]
        certainOrder = groups.flatMap { group in
            let members = changes.indices.filter { verdicts[$0].verdict == group }
            guard group == .improved || group == .worsened else { return members }
            // Sorting by more than one key keeps villages that are equal in their order.
            return members.sorted { (nearest($0), $1) > (nearest($1), $0) }
        }
    }
}
