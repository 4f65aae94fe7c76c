/// A token as it is typed, piped or kept in a file: one word of visible ASCII.
enum TokenText {
    static func checked(_ text: String) throws(Failure) -> String {
        let token = text.trimmed
        guard !token.isEmpty else { throw .usage(.tokenMissing) }
        // A line break would let a file write headers of its own into the request.
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), token.utf8.count <= 4096 else {
            throw .usage(.tokenUnreadable)
        }
        return token
    }
}
