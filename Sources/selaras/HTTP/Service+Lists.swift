internal import Synchronization
internal import Wire

extension Service {
    /// What a page holds at most.
    private static let largestPage = 1000

    /// The items of all pages, or the first `limit` of them.
    func list(_ address: Address, limit: Int? = nil) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        try await pages(of: address, limit: limit) { items += $0 }
        return items
    }

    /// One page after the other; only one is in memory.
    func pages(of address: Address, limit: Int?, _ take: ([JSONValue]) throws -> Void) async throws {
        var rest = limit
        var token: String?
        repeat {
            let page = try await get(page(of: address, rest, token))
            let items = rest.map { Array(page.value["items"].items.prefix($0)) } ?? page.value["items"].items
            try take(items)
            rest = rest.map { $0 - items.count }
            token = try next(page.value["next_page_token"].text, after: token)
        } while token != nil && rest != 0
    }

    /// How many there are.
    func count(of address: Address) async throws -> Int {
        let page = try await get(address.with("page_size", 1), headers: [("Prefer", "count=exact")])
        guard let total = page.value["total"].integer else { throw Failure.said(.notOurService(base), .failure) }
        return total
    }

    /// The list as the service writes it as a file: all of it in one answer, as it is at one moment, or the first
    /// `limit` of it page by page.
    func file(
        of address: Address, as type: String, limit: Int?, hasHeader: Bool,
        _ write: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws {
        let headers = [("Accept", type)]
        guard let limit else {
            let file = FileHead(hasHeader ? 0 : 1, write)
            _ = try await send(.get, address.text, body: .none, headers: headers, sink: { try file.take($0) })
            return
        }
        var rest = limit
        var token: String?
        repeat {
            let isFirst = token == nil
            let answer = try await send(.get, page(of: address, rest, token).text, body: .none, headers: headers)
            try FileHead(hasHeader && isFirst || type == ListFile.ndjson ? 0 : 1, write).take(answer.body)
            rest -= Self.largestPage
            token = try next(answer.nextPageToken, after: token)
        } while token != nil && rest > 0
    }

    private func page(of address: Address, _ rest: Int?, _ token: String?) -> Address {
        address.with("page_size", min(rest ?? Self.largestPage, Self.largestPage)).with("page_token", token)
    }

    /// A token that leads to itself would have us ask for ever.
    private func next(_ token: String?, after last: String?) throws(Failure) -> String? {
        guard token == nil || token != last else { throw .said(.notOurService(base), .failure) }
        return token
    }
}

/// The types of the files that the service makes of a list.
enum ListFile {
    static let csv = "text/csv"
    static let ndjson = "application/x-ndjson"
}

/// Lets a file through without its first lines.
private final class FileHead: Sendable {
    private let linesToDrop: Mutex<Int>
    private let write: @Sendable ([UInt8]) throws -> Void

    init(_ linesToDrop: Int, _ write: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.linesToDrop = Mutex(linesToDrop)
        self.write = write
    }

    func take(_ bytes: [UInt8]) throws {
        let rest = linesToDrop.withLock { lines in
            var rest = bytes[...]
            while lines > 0, !rest.isEmpty {
                let end = rest.firstIndex(of: 0x0A)
                rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
                if end != nil { lines -= 1 }
            }
            return Array(rest)
        }
        if !rest.isEmpty { try write(rest) }
    }
}

extension IncomingResponse {
    /// What the header `Link` says of the next page (RFC 8288); nil on the last.
    fileprivate var nextPageToken: String? {
        guard let link = header("Link"), link.contains("rel=\"next\""),
            let start = link.firstRange(of: "page_token=")?.upperBound
        else { return nil }
        return String(link[start...].prefix { $0 != "&" && $0 != ">" })
    }
}
