package import Planning

/// What lists show: one way in JSON, one in CSV.
package protocol ListItem: JSONRepresentable, Sendable {
    /// Named after the members of the JSON representation, those of a nested object with a dot: `progress.quarter`.
    static var columns: [CSVColumn<Self>] { get }
}

extension ListItem {
    /// The members of the JSON representation that can be chosen.
    package static var members: Set<String> { Set(columns.map(\.member)) }
}

/// One page of a list.
package struct ListRepresentation<Item: ListItem>: JSONRepresentable {
    private let page: Page<Item>
    /// Nil where the list ends.
    private let nextPageToken: String?
    private let view: ListView

    package init(_ page: Page<Item>, nextPageToken: String?, view: ListView) {
        self.page = page
        self.nextPageToken = nextPageToken
        self.view = view
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("items", each: page.items) { json, row in json.write(row, view) }
            json.member("next_page_token", nextPageToken)
            if let total = page.total { json.member("total", total) }
        }
    }
}

/// Which members of the items are wanted, and what is shown beside them.
package struct ListView: Sendable {
    /// Nil: all.
    package let members: Set<String>?
    package let expansions: Set<Expansion>

    package init(members: Set<String>?, expansions: Set<Expansion>) {
        self.members = members
        self.expansions = expansions
    }
}

extension JSONWriter {
    /// One row of a list, with what was asked to be shown with it.
    package mutating func write(_ row: Expanded<some ListItem>, _ view: ListView) {
        choosing(view.members) { json in row.item.write(to: &json) }
        guard !view.expansions.isEmpty else { return }
        extend { json in
            if view.expansions.contains(.lokus) { json.member("lokus", row.lokus) }
            if view.expansions.contains(.plan) { json.member("plan", row.plan) }
            if view.expansions.contains(.intervention) { json.member("intervention", row.intervention) }
        }
    }
}
