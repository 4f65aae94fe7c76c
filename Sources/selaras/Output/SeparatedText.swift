internal import Phrasing
internal import Planning
internal import Wire

/// A table as CSV (RFC 4180) or with tabs: values as the service has them, so that another program can read them.
struct SeparatedText {
    enum Form: Sendable { case csv, tsv }

    let table: Table
    let form: Form
    let language: Language
    var hasHeader = true

    var text: String {
        var lines: [[String]] = hasHeader ? [table.columns.map { quoted($0.name) }] : []
        lines += table.rows.map { row in table.columns.map { cell($0.raw(row, in: language)) } }
        let (mark, end) = form == .csv ? (",", "\r\n") : ("\t", "\n")
        return lines.map { $0.joined(separator: mark) + end }.joined()
    }

    func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        // A negative number begins with a sign and is no formula.
        case .number(let number): number.text
        case .string(let text): quoted(disarmed(text))
        case .array(let items): quoted(disarmed(items.map(Self.listed).joined(separator: ";")))
        case .object: quoted(disarmed(value.written()))
        }
    }

    private static func listed(_ value: JSONValue) -> String {
        value.text ?? value.written()
    }

    private func disarmed(_ text: String) -> String { FormulaText.begins(text.utf8) ? "'" + text : text }

    /// With tabs there is no quoting: a tab or the end of a line within a cell is written `\t`, `\n`.
    private func quoted(_ text: String) -> String {
        switch form {
        case .csv:
            let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        case .tsv:
            return text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
                .replacing("\r", with: "\\r")
        }
    }
}
