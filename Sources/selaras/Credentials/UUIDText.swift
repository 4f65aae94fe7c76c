/// An identifier as the service writes it.
enum UUIDText {
    /// Nil where it is none.
    static func checked(_ text: String) -> String? {
        let parts = text.trimmed.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12], parts.allSatisfy({ $0.allSatisfy(\.isHexDigit) }) else {
            return nil
        }
        return parts.joined(separator: "-")
    }
}
