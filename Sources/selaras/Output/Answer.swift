internal import Wire

/// What a command found: the same facts as a document, as rows, and as a page for people.
struct Answer: Sendable {
    enum Document: Sendable {
        /// The service's document as it came.
        case asItCame(Resource)
        /// The items of all pages of a list.
        case items([JSONValue])
        /// A document of this program's own.
        case made(JSONValue)
    }

    let document: Document
    /// The rows for CSV and the like, for `--columns`, and for people where there is no page.
    let table: Table
    /// What people read instead of the bare table; nil where the table says it all.
    let page: [Block]?
    /// What was done, said beside the data.
    let message: Phrase?

    init(document: Document, table: Table, page: [Block]? = nil, message: Phrase? = nil) {
        self.document = document
        self.table = table
        self.page = page
        self.message = message
    }

    static func list(_ items: [JSONValue], _ columns: [Column], name: Table.Name = .member("id")) -> Answer {
        Answer(document: .items(items), table: Table(columns: columns, rows: items, name: name))
    }
}

/// A piece of a page; pieces stand apart by an empty line, except lines that follow one another.
enum Block: Sendable {
    case title(String)
    case line(String)
    /// What something is, a line each.
    case facts([Fact])
    case table(Table)
}

struct Fact: Sendable {
    let heading: Heading
    let text: String

    init(_ heading: Heading, _ text: String?) {
        self.heading = heading
        self.text = text.map(Visible.text) ?? Cell.absent
    }
}
