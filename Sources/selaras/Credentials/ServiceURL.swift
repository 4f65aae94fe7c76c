/// The address of a service as a person writes it: `https://selaras.example.go.id`, without a path of its own.
enum ServiceURL {
    static let standard = "http://127.0.0.1:8080"

    /// Without the slash at the end; refused where it is no address of a service.
    static func checked(_ text: String) throws(Failure) -> String {
        var rest = text.trimmed
        while rest.hasSuffix("/") { rest.removeLast() }
        let scheme = ["https://", "http://"].first { rest.lowercased().hasPrefix($0) }
        guard let scheme, rest.utf8.count > scheme.utf8.count,
            rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            // A query or a user's name in the address would travel with every request.
            !rest.contains(where: { "?#@\\".contains($0) })
        else { throw .usage(.badURL(text)) }
        return scheme + rest.dropFirst(scheme.count)
    }

    /// Whether a token sent there could be read on the way.
    static func isOpenToListeners(_ url: String) -> Bool {
        guard url.hasPrefix("http://") else { return false }
        let place = url.dropFirst(7).prefix { $0 != "/" }
        let host = place.hasPrefix("[") ? place.prefix { $0 != "]" } : place.prefix { $0 != ":" }
        return !["127.0.0.1", "localhost", "[::1"].contains(String(host))
    }
}
