extension [String] {
    /// Each once, where it came first.
    var unique: [String] {
        enumerated().filter { !prefix($0.offset).contains($0.element) }.map(\.element)
    }
}
