internal import Crypto
internal import Planning
internal import Wire

/// Where a list goes on, as text that clients give back and need not understand.
///
/// A checksum binds it to path and filter, so that a token of one list is not taken for another's. It is no signature:
/// whoever writes his own token only chooses where his own list begins, as every page is read by his own rights.
struct PageToken {
    private static let checksumLength = 8
    private static let separator: UInt8 = 0x1F

    let key: [String]

    init(key: [String]) {
        self.key = key
    }

    /// Nil where the text is no token of this list.
    init?(_ text: String, for query: Query) {
        guard let bytes = Base64URL.decode(text), bytes.count > Self.checksumLength else { return nil }
        let keyBytes = bytes.dropFirst(Self.checksumLength)
        guard Self.checksum(of: keyBytes, for: query) == Array(bytes.prefix(Self.checksumLength)) else { return nil }
        key = keyBytes.split(separator: Self.separator, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    func text(for query: Query) -> String {
        let bytes = key.map { Array($0.utf8) }.joined(separator: [Self.separator])
        return Base64URL.encode(Self.checksum(of: bytes, for: query) + bytes)
    }

    private static func checksum(of key: some Sequence<UInt8>, for query: Query) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(query.path)\n".utf8))
        for (name, value) in query.filter { hash.update(data: Array("\(name)=\(value)\n".utf8)) }
        hash.update(data: Array(key))
        return Array(hash.finalize().prefix(checksumLength))
    }
}

extension Query {
    /// What narrows the list, in an order of its own: everything but the parameters of paging.
    var filter: [(name: String, value: String)] {
        parameters.filter { $0.name != "page_size" && $0.name != "page_token" && !$0.value.isEmpty }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    }

    /// `page_size` 0 is the default, and above the largest size the largest.
    mutating func page() -> PageRequest {
        let size = optional("page_size", .integer(in: 0...Int(Int32.max))) ?? 0
        let text = optional("page_token", .text(most: 4000))
        let token = text.flatMap { PageToken($0, for: self) }
        if text != nil && token == nil { refuse("page_token", .invalidPageToken) }
        return PageRequest(size: size == 0 ? PageRequest.defaultSize : size, after: token?.key)
    }
}
