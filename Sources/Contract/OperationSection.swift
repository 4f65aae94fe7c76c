internal import Wire

/// One operation on the reference page: what it takes, what it answers, and a command to try it with.
struct OperationSection {
    private let document: ContractDocument
    private let operation: ContractDocument.Operation

    init(_ document: ContractDocument, _ operation: ContractDocument.Operation) {
        self.document = document
        self.operation = operation
    }

    func write(to html: inout HTML) {
        html.element("h3") { html in
            html.element("a", ["href": "#\(operation.id)"], operation.value["x-summary-id"].text ?? operation.id)
        }
        html.element("p", ["class": "address"]) { html in
            html.element("span", ["class": "method \(operation.method.lowercased())"], operation.method)
            html.element("code", operation.path)
        }
        html.element("div", ["lang": "en"]) { html in
            html.element("p", ["class": "summary"], operation.value["summary"].text ?? "")
            html.paragraphs(operation.value["description"].text ?? "")
        }
        writeParameters(to: &html)
        writeBody(to: &html)
        writeAnswers(to: &html)
        html.element("details") { html in
            html.element("summary", "Contoh perintah")
            html.element("pre") { $0.element("code", CurlCommand(document, operation).text) }
        }
    }

    private var parameters: [JSONValue] { operation.value["parameters"].items.map(document.resolved) }

    private func writeParameters(to html: inout HTML) {
        let rows = parameters
        guard !rows.isEmpty else { return }
        html.element("h4", "Parameter")
        if rows.contains(where: { $0["name"].text == "page_token" }) {
            html.element("p") { html in
                html.element(
                    "a", ["href": "#\(ReferencePage.lists)"], "Cara menyaring, mengurutkan, dan membaca daftar")
            }
        }
        html.element("table") { html in
            html.row("th", ["Nama", "Letak", "Jenis", "Keterangan"])
            for parameter in rows {
                html.element("tr") { html in
                    html.nameCell(parameter["name"].text ?? "", isRequired: parameter["required"].flag == true)
                    html.element("td", Self.places[parameter["in"].text ?? ""] ?? "")
                    html.element("td") { $0.inline(SchemaTable(document).kind(of: parameter["schema"])) }
                    html.element("td", ["lang": "en"]) { $0.inline(parameter["description"].text ?? "") }
                }
            }
        }
    }

    private static let places = ["path": "alamat", "query": "kueri", "header": "kepala"]

    private func writeBody(to html: inout HTML) {
        let body = operation.value["requestBody"]
        guard let content = body["content"].members.first else { return }
        let kinds = body["content"].members.map(\.name).joined(separator: ", ")
        html.element("h4", "Isi permintaan: \(kinds)\(body["required"].flag == true ? "" : " (boleh kosong)")")
        if let text = body["description"].text { html.element("p", ["lang": "en"], text) }
        SchemaTable(document).write(content.value["schema"], to: &html)
        html.example("Contoh isi", content.value["example"])
    }

    private func writeAnswers(to html: inout HTML) {
        html.element("h4", "Jawaban")
        for answer in operation.value["responses"].members where answer.name.hasPrefix("2") {
            let value = document.resolved(answer.value)
            html.element("p") { html in
                html.element("strong", answer.name)
                html.element("span", ["lang": "en"], " \(value["description"].text ?? "")")
            }
            guard let content = value["content"].members.first else { continue }
            html.element("details") { html in
                html.element("summary", "Susunan jawaban (\(content.name))")
                SchemaTable(document).write(content.value["schema"], to: &html)
            }
            html.example("Contoh jawaban", content.value["example"])
        }
        html.element("details") { html in
            html.element("summary", "Penolakan")
            writeRefusals(to: &html)
        }
    }

    private func writeRefusals(to html: inout HTML) {
        html.element("table") { html in
            html.row("th", ["Status", "Kode", "Keterangan"])
            for answer in operation.value["responses"].members where !answer.name.hasPrefix("2") {
                let value = document.resolved(answer.value)
                html.element("tr") { html in
                    html.element("td", answer.name)
                    html.element("td") { html in
                        for code in codes(of: value) {
                            html.element("a", ["href": "/problems/\(code)"]) { $0.element("code", code) }
                        }
                    }
                    html.element("td", ["lang": "en"], value["description"].text ?? "")
                }
            }
        }
    }

    /// The problem codes that an answer names in its schema.
    private func codes(of answer: JSONValue) -> [String] {
        answer["content"]["application/problem+json"]["schema"]["allOf"].items.flatMap { schema in
            let code = schema["properties"]["code"]
            return code["enum"].texts + (code["const"].text.map { [$0] } ?? [])
        }
    }
}

extension HTML {
    mutating func row(_ cell: String, _ texts: [String]) {
        element("tr") { html in
            for text in texts { html.element(cell, text) }
        }
    }

    mutating func nameCell(_ name: String, isRequired: Bool) {
        element("td") { html in
            html.element("code", name)
            if isRequired { html.element("span", ["class": "required"], "wajib") }
        }
    }

    mutating func example(_ title: String, _ value: JSONValue) {
        guard !value.isNull else { return }
        element("details") { html in
            html.element("summary", title)
            html.element("pre") { $0.element("code", value.text ?? value.written(pretty: true)) }
        }
    }
}
