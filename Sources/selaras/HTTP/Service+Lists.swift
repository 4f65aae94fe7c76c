internal import Wire

extension Service {
    /// What a page holds at most.
    private static let largestPage = 1000

    /// The items that a person asks for.
    func list(_ address: Address, by options: ListOptions) async throws -> [JSONValue] {
        let filtered = options.filter.reduce(address) { address, filter in
            let sign = filter.firstIndex(of: "=") ?? filter.endIndex
            return address.with(String(filter[..<sign]), String(filter[sign...].dropFirst()))
        }
        return try await list(filtered.with("sort", options.sort), limit: options.limit)
    }

    /// The items of all pages, or the first `limit` of them.
    func list(_ address: Address, limit: Int? = nil) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        var token: String?
        repeat {
            let wanted = limit.map { min($0 - items.count, Self.largestPage) } ?? Self.largestPage
            let page = try await get(address.with("page_size", wanted).with("page_token", token))
            items += page.value["items"].items
            let next = page.value["next_page_token"].text
            // A token that leads to itself would have us ask for ever.
            guard next == nil || next != token else { throw Failure.said(.notOurService(base), .failure) }
            token = next
        } while token != nil && limit.map { items.count < $0 } ?? true
        return limit.map { Array(items.prefix($0)) } ?? items
    }
}
