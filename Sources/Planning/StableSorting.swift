extension Sequence {
    /// In ascending order of what `key` gives; what is equal by that keeps its order, which `sorted` does not promise.
    package func sorted<Key: Comparable>(stablyBy key: (Element) -> Key) -> [Element] {
        map { (key: key($0), element: $0) }.enumerated()
            .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
            .map(\.element.element)
    }
}
