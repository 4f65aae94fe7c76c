/// One page of a list.
package struct ListRepresentation<Item: JSONRepresentable>: JSONRepresentable {
    let items: [Item]
    /// Nil where the list ends.
    let nextPageToken: String?

    package init(items: [Item], nextPageToken: String?) {
        self.items = items
        self.nextPageToken = nextPageToken
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("items", items)
            json.member("next_page_token", nextPageToken)
        }
    }
}
