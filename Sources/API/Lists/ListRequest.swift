internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// A list as it was asked for: which rows, in which order, shown how.
struct ListRequest<Field: ListField, Item: ListItem> {
    let query: Query
    let identity: ListIdentity
    private(set) var listing = Listing<Field>()
    let view: ListView
    let format: ListFormat
    /// Whether a part of the list was asked for by its size; a file is whole otherwise.
    let isPaged: Bool
    /// The list as it was then; nil: as it is.
    let asOf: Moment?

    /// - Parameter narrow: What the list's own address says beside the query.
    init(
        _ request: Request, _ access: Access, key: PageTokenKey, narrow: (inout Listing<Field>) -> Void
    ) throws {
        format = try ListFormat(request)
        var query = Query(request)
        for field in Field.allCases { query.narrow(&listing, by: field) }
        query.narrow(&listing, byGroup: "or", isAny: true)
        query.narrow(&listing, byGroup: "and", isAny: false)
        narrow(&listing)
        query.sort(&listing)
        let members = query.names("fields", of: Item.members)
        let expansions = query.names("expand", of: Set(Field.expansions.map(\.rawValue)))
        listing.expansions = Set((expansions ?? []).compactMap(Expansion.init(rawValue:)))
        view = ListView(members: members, expansions: listing.expansions)
        identity = ListIdentity(query, access, key: key)
        isPaged = query.page(&listing, identity)
        asOf = Field.hasPast ? query.optional("as_of", .past) : nil
        listing.isCounted = format == .json && request.prefers("count=exact")
        try query.finish()
        self.query = query
    }
}

extension Query {
    fileprivate mutating func narrow<Field>(_ listing: inout Listing<Field>, by field: Field) {
        for text in all(field.rawValue) {
            narrow(&listing, field.rawValue, text) { text throws(ValueFault) in try FilterText.condition(field, text) }
        }
    }

    fileprivate mutating func narrow<Field>(_ listing: inout Listing<Field>, byGroup name: String, isAny: Bool) {
        for text in all(name) {
            narrow(&listing, name, text) { text throws(ValueFault) in try FilterText<Field>.group(isAny, text) }
        }
    }

    /// The parameter with which there are too many conditions is told, and only once.
    private mutating func narrow<Field>(
        _ listing: inout Listing<Field>, _ name: String, _ text: String,
        _ read: (String) throws(ValueFault) -> Condition<Field>
    ) {
        let wereTooMany = listing.condition.count > FilterLimits.mostConditions
        do throws(ValueFault) {
            listing.narrow(to: try read(text))
        } catch {
            return refuse(name, error.code, text, allowed: error.allowed)
        }
        let areTooMany = listing.condition.count > FilterLimits.mostConditions
        if areTooMany && !wereTooMany { refuse(name, .tooManyConditions) }
    }

    fileprivate mutating func sort<Field>(_ listing: inout Listing<Field>) {
        guard let names = optional("sort", .text(most: 500)) else { return }
        var keys: [SortKey<Field>] = []
        for name in names.split(separator: ",", omittingEmptySubsequences: false) {
            let field = Field(rawValue: String(name.trimmingPrefix("-")))
            guard let field, field.kind.isSortable else {
                let sortable = Field.allCases.filter(\.kind.isSortable).map(\.rawValue)
                return refuse("sort", .unknownField, String(name), allowed: sortable)
            }
            guard !keys.contains(where: { $0.field == field }) else { return refuse("sort", .repeated, String(name)) }
            keys.append(SortKey(field, descending: name.hasPrefix("-")))
        }
        listing.sort(by: keys)
    }

    /// Names from a list of those that there are.
    fileprivate mutating func names(_ parameter: String, of known: Set<String>) -> Set<String>? {
        guard let text = optional(parameter, .text(most: 2000)) else { return nil }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for name in names where !known.contains(name) {
            refuse(parameter, .unknownField, name, allowed: known.sorted())
        }
        return Set(names)
    }

    /// `page_size` 0 is the default, and above the largest size the largest. Returns whether it was given.
    fileprivate mutating func page<Field>(_ listing: inout Listing<Field>, _ identity: ListIdentity) -> Bool {
        let size = optional("page_size", .integer(in: 0...Int(Int32.max))) ?? 0
        if size > 0 { listing.size = min(size, ListPage.largestSize) }
        guard let text = optional("page_token", .text(most: 6000)) else { return size > 0 }
        listing.after = PageToken(text, of: identity)?.key
        if listing.after?.count != listing.order.count { refuse("page_token", .invalidPageToken) }
        return true
    }
}

extension Condition {
    /// How many tests there are in it.
    fileprivate var count: Int {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.count }
        case .test: 1
        }
    }
}

extension Request {
    /// Whether the client asks for this: in any case, plain or quoted, parameters passed over (RFC 7240, section 2).
    func prefers(_ preference: String) -> Bool {
        headers[values: .prefer].contains { field in
            field.split(separator: ",").contains { part in
                let told = part.prefix { $0 != ";" }.filter { !$0.isWhitespace && $0 != "\"" }
                return told.lowercased() == preference
            }
        }
    }
}
