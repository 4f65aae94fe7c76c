internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

extension Response {
    /// One page; where there is more, with the token and the link of the next.
    static func list<Item: JSONRepresentable & Sendable>(_ page: Page<Item>, for query: Query) -> Response {
        let token = page.next.map { PageToken(key: $0).text(for: query) }
        let list = ListRepresentation(items: page.items, nextPageToken: token)
        var response = json(JSONWriter.bytes(of: list))
        if let token { response.headers[.link] = "<\(query.link(to: token))>; rel=\"next\"" }
        return response
    }
}

extension Query {
    /// Relative, so that it is right behind a proxy too.
    fileprivate func link(to token: String) -> String {
        let rest = parameters.filter { $0.name != "page_token" }.map { "\($0.name)=\(Self.encoded($0.value))&" }
        return "\(path)?\(rest.joined())page_token=\(token)"
    }

    private static func encoded(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
