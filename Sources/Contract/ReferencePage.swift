internal import Wire

/// The contract as one page to read, without a script: headings in Indonesian, what the contract says in English.
struct ReferencePage {
    /// What each list leads to: the paragraph that begins so in bold, and its place on the page.
    static let lists = "lists"

    private let document: ContractDocument

    init(_ document: ContractDocument) {
        self.document = document
    }

    var text: String {
        let info = document.root["info"]
        return HTML.page(
            language: "id", title: "\(info["title"].text ?? "API") – rujukan API", style: "/docs/style.css"
        ) {
            html in
            html.element("nav") { writeContents(to: &$0) }
            html.element("main") { html in
                html.element("h1", "Rujukan API \(info["title"].text ?? "") \(info["version"].text ?? "")")
                html.element("p") { html in
                    html.write("Kontrak lengkap: ")
                    html.element("a", ["href": "/api/v1/openapi.yaml"], "openapi.yaml")
                    html.element("a", ["href": "/api/v1/openapi.json"], "openapi.json")
                    html.element("a", ["href": "/problems"], "kode galat")
                }
                html.element("div", ["lang": "en"]) {
                    $0.paragraphs(info["description"].text ?? "", marking: Self.lists)
                }
                for tag in document.root["tags"].items { writeSection(of: tag, to: &html) }
            }
        }
    }

    private func operations(of tag: JSONValue) -> [ContractDocument.Operation] {
        document.operations.filter { $0.value["tags"].texts.first == tag["name"].text }
    }

    private func writeContents(to html: inout HTML) {
        html.element("p", ["class": "brand"], "Selaras")
        for tag in document.root["tags"].items {
            html.element("h2", tag["x-name-id"].text ?? "")
            html.element("ul") { html in
                for operation in operations(of: tag) {
                    html.element("li") { html in
                        html.element("a", ["href": "#\(operation.id)"], operation.value["x-summary-id"].text ?? "")
                    }
                }
            }
        }
    }

    private func writeSection(of tag: JSONValue, to html: inout HTML) {
        html.element("section") { html in
            html.element("h2", tag["x-name-id"].text ?? "")
            html.element("p", ["lang": "en", "class": "note"], tag["description"].text ?? "")
            for operation in operations(of: tag) {
                html.element("article", ["id": operation.id]) {
                    OperationSection(document, operation).write(to: &$0)
                }
            }
        }
    }
}

extension HTML {
    /// Paragraphs apart by blank lines; `code` and **bold** are all of Markdown that the contract uses.
    ///
    /// - Parameter name: The paragraph that begins with this word in bold can be led to by it.
    mutating func paragraphs(_ text: String, marking name: String? = nil) {
        for paragraph in text.split(separator: "\n\n") {
            let isMarked = name.map { paragraph.lowercased().hasPrefix("**\($0)**") } ?? false
            element("p", isMarked ? ["id": name ?? ""] : [:]) { $0.inline(String(paragraph)) }
        }
    }

    mutating func inline(_ text: String) {
        for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                for (index, part) in part.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
                    if index.isMultiple(of: 2) { write(String(part)) } else { element("strong", String(part)) }
                }
            } else {
                element("code", String(part))
            }
        }
    }
}
