internal import Wire

/// Writes HTML in which nothing that was not meant as markup can be markup.
package struct HTML {
    package private(set) var text: String

    /// A whole page with one style sheet of our own origin.
    package static func page(
        language: String, title: String, style: String, _ body: (inout HTML) -> Void
    ) -> String {
        var html = HTML(text: "<!DOCTYPE html>\n")
        html.element("html", ["lang": language]) { html in
            html.element("head") { html in
                html.text += "<meta charset=\"utf-8\">"
                html.text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                html.element("title", title)
                html.text += "<link rel=\"stylesheet\" href=\"\(style.escapedForHTML)\">"
            }
            html.element("body", [:], body)
        }
        return html.text
    }

    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: (inout HTML) -> Void
    ) {
        text += "<\(name)"
        for (name, value) in attributes { text += " \(name)=\"\(value.escapedForHTML)\"" }
        text += ">"
        content(&self)
        text += "</\(name)>\n"
    }

    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String
    ) {
        element(name, attributes) { $0.write(content) }
    }

    package mutating func element(_ name: String, _ content: String) {
        element(name, [:], content)
    }

    package mutating func write(_ content: String) {
        text += content.escapedForHTML
    }
}
