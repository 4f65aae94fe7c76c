internal import Wire

/// A table as CSV (RFC 4180): values as the service has them, so that another program can read them.
struct CSVText {
    let table: Table
    let language: Language
    var hasHeader = true

    var text: String {
        var lines: [[String]] = hasHeader ? [table.columns.map { Self.quoted($0.name) }] : []
        lines += table.rows.map { row in table.columns.map { Self.cell($0.raw(row, in: language)) } }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        // A negative number begins with a sign and is no formula.
        case .number(let number): number.text
        case .string(let text): quoted(disarmed(text))
        case .array(let items): quoted(disarmed(items.map(listed).joined(separator: ";")))
        case .object: quoted(disarmed(value.written()))
        }
    }

    private static func listed(_ value: JSONValue) -> String {
        value.text ?? value.written()
    }

    /// A spreadsheet takes a text that begins like this for a formula and runs it; an apostrophe makes it text. The
    /// whole of the sign is taken away again by removing one leading apostrophe.
    private static func disarmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\0".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
