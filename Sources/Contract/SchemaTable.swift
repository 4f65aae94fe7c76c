internal import Wire

/// A schema as a table: one row a member, with those of inner objects below their own.
struct SchemaTable {
    private let document: ContractDocument

    init(_ document: ContractDocument) {
        self.document = document
    }

    func write(_ schema: JSONValue, to html: inout HTML) {
        let rows = rows(of: schema, under: "")
        guard !rows.isEmpty else {
            html.element("p") { $0.inline(kind(of: schema)) }
            return
        }
        html.element("table") { html in
            html.row("th", ["Nama", "Jenis", "Keterangan"])
            for row in rows {
                html.element("tr") { html in
                    html.nameCell(row.name, isRequired: row.isRequired)
                    html.element("td") { $0.inline(row.kind) }
                    html.element("td", ["lang": "en"]) { $0.inline(row.description) }
                }
            }
        }
    }

    private struct Row {
        let name: String
        let kind: String
        let isRequired: Bool
        let description: String
    }

    private func rows(of schema: JSONValue, under prefix: String) -> [Row] {
        let schema = document.resolved(schema)
        let required = Set(schema["required"].texts)
        let own = schema["properties"].members.flatMap { member in
            let value = document.resolved(member.value)
            let name = prefix + member.name
            let row = Row(
                name: name, kind: kind(of: value), isRequired: required.contains(member.name),
                description: value["description"].text ?? "")
            return [row] + rows(of: value, under: "\(name).") + rows(of: value["items"], under: "\(name)[].")
        }
        let parts = (schema["allOf"].items + schema["anyOf"].items).flatMap { rows(of: $0, under: prefix) }
        return own + parts
    }

    /// In a few words, for example `integer, 1–4, quarter`.
    func kind(of schema: JSONValue) -> String {
        let schema = document.resolved(schema)
        let types = schema["type"].text.map { [$0] } ?? schema["type"].texts
        let choices = schema["anyOf"].items.map(kind)
        var words = types.isEmpty ? choices : [types.joined(separator: " | ")]
        words += ["format", "x-unit"].compactMap { schema[$0].text }
        let (least, most) = (schema["minimum"].number?.text, schema["maximum"].number?.text)
        if least != nil || most != nil { words.append("\(least ?? "…")–\(most ?? "…")") }
        if let longest = schema["maxLength"].integer { words.append("≤ \(longest) karakter") }
        if !schema["enum"].items.isEmpty {
            words.append(schema["enum"].items.map { "`\($0.text ?? $0.written())`" }.joined(separator: " "))
        }
        if !schema["const"].isNull { words.append("`\(schema["const"].text ?? schema["const"].written())`") }
        if !schema["items"].isNull { words.append("[\(kind(of: schema["items"]))]") }
        return words.joined(separator: ", ")
    }
}
