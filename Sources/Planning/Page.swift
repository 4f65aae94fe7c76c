/// Where in a list to go on: after the row with this key, in the list's own order.
package struct PageRequest: Hashable, Sendable {
    package static let defaultSize = 50
    package static let largestSize = 1000

    package let size: Int
    /// Nil for the first page.
    package let after: [String]?

    package init(size: Int = PageRequest.defaultSize, after: [String]? = nil) {
        self.size = min(max(size, 1), Self.largestSize)
        self.after = after
    }
}

/// A part of a list, and where the next part begins.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Nil where the list ends.
    package let next: [String]?

    package init(items: [Item], next: [String]?) {
        self.items = items
        self.next = next
    }

    /// From `size + 1` rows read: the extra one says that there is more, and is left out.
    package init(reading rows: [Item], for request: PageRequest, key: (Item) -> [String]) {
        let more = rows.count > request.size
        items = more ? Array(rows.prefix(request.size)) : rows
        next = more ? items.last.map(key) : nil
    }

    package func map<Other: Sendable>(_ transform: (Item) throws -> Other) rethrows -> Page<Other> {
        try Page<Other>(items: items.map(transform), next: next)
    }
}

extension Page: Equatable where Item: Equatable {}
