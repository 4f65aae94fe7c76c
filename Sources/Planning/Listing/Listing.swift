/// What somebody wants to see of a list.
package struct Listing<Field: ListField>: Hashable, Sendable {
    package var condition: Condition<Field> = .everything
    /// Complete: the last of them leaves no two rows alike.
    package private(set) var order: [SortKey<Field>] = Field.order
    /// Nil: to the end.
    package var size: Int? = ListPage.defaultSize
    /// The sort keys of the row after which to go on, as the database spells them.
    package var after: [String]?
    /// Whether the rows of all pages are to be counted as well.
    package var isCounted = false
    /// What is to be shown with every row, of those things that it belongs to.
    package var expansions: Set<Expansion> = []

    package init() {}

    /// Only rows with this value.
    package init(where field: Field, is value: FieldValue, size: Int = ListPage.defaultSize) {
        condition = .test(field, Comparison(.eq, [value]))
        self.size = size
    }

    /// Sorts by these keys, and where they are alike in the list's own order.
    package mutating func sort(by keys: [SortKey<Field>]) {
        let named = Set(keys.map(\.field))
        order = keys + Field.order.filter { !named.contains($0.field) }
    }

    /// Narrows the list further.
    package mutating func narrow(to more: Condition<Field>) {
        condition = condition == .everything ? more : .all([condition, more])
    }
}

package enum ListPage {
    package static let defaultSize = 50
    package static let largestSize = 1000
    /// By so many characters of a text a list is sorted, where somebody asks for that order.
    package static let sortedCharacters = 64
}

package struct SortKey<Field: ListField>: Hashable, Sendable {
    package let field: Field
    package let isDescending: Bool

    package init(_ field: Field, descending: Bool = false) {
        self.field = field
        isDescending = descending
    }
}

/// Which rows are wanted.
package indirect enum Condition<Field: ListField>: Hashable, Sendable {
    case all([Condition])
    case any([Condition])
    case test(Field, Comparison)

    package static var everything: Condition { .all([]) }

    /// Whether a test of the field occurs anywhere.
    package func mentions(_ field: Field) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.mentions(field) }
        case .test(let other, _): other == field
        }
    }
}

/// Something that a row belongs to, and that can be shown with it.
package enum Expansion: String, Sendable, CaseIterable {
    case lokus, plan, intervention
}

/// A row with what was asked to be shown with it.
package struct Expanded<Item: Sendable>: Sendable {
    package let item: Item
    package var lokus: Lokus?
    package var plan: ActionPlan?
    package var intervention: Intervention?

    package init(_ item: Item) {
        self.item = item
    }
}

extension Expanded: Equatable where Item: Equatable {}

/// A part of a list, and where the next part begins.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Expanded<Item>]
    /// Nil where the list ends.
    package let next: [String]?
    /// The number of rows of all pages, where it was asked for.
    package let total: Int?

    package init(items: [Expanded<Item>], next: [String]?, total: Int? = nil) {
        self.items = items
        self.next = next
        self.total = total
    }
}

/// A list that is read when it is asked for: a page of it, or all of it in parts.
package struct Reading<Item: Sendable>: Sendable {
    package typealias Part = [Expanded<Item>]
    package typealias Noting =
        @Sendable (_ kind: Deed.Kind, _ address: String, _ details: [String: String])
        async throws -> Void

    /// What the listing asks for.
    package let page: @Sendable () async throws -> Page<Item>
    /// The rows of the listing, without a limit but its own, in parts that are never held together.
    package let forEach: @Sendable (_ take: (Part) async throws -> Void) async throws -> Void
    /// Records that the list leaves the service, as a file or where it is sensitive, of which `details` tell; to be called
    /// before it does.
    package let note: Noting

    package init(
        page: @escaping @Sendable () async throws -> Page<Item>,
        forEach: @escaping @Sendable (_ take: (Part) async throws -> Void) async throws -> Void,
        note: @escaping Noting = { _, _, _ in }
    ) {
        self.page = page
        self.forEach = forEach
        self.note = note
    }

    /// The rows of the page alone.
    package func items() async throws -> [Item] {
        try await page().items.map(\.item)
    }
}
