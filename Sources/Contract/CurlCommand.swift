internal import Wire

/// A command that makes an operation's example request; the token and the address come from the environment.
struct CurlCommand {
    let text: String

    init(_ document: ContractDocument, _ operation: ContractDocument.Operation) {
        let parameters = operation.value["parameters"].items.map(document.resolved)
        var path = operation.path
        var query: [String] = []
        var lines: [String] = []
        let isOpen = operation.value["security"] == []
        if !isOpen { lines.append("-H \"Authorization: Bearer $SELARAS_TOKEN\"") }
        for parameter in parameters {
            guard let name = parameter["name"].text, let example = Self.word(parameter["example"]) else { continue }
            switch parameter["in"].text {
            case "path": path = path.replacing("{\(name)}", with: example)
            case "query": query.append("\(name)=\(example)")
            default: lines.append("-H \(Self.quoted("\(name): \(example)"))")
            }
        }
        if let body = operation.value["requestBody"]["content"].members.first {
            lines.append("-H \(Self.quoted("Content-Type: \(body.name)"))")
            lines.append(
                body.value["example"].text == nil
                    ? "-d \(Self.quoted(body.value["example"].written()))" : "--data-binary @berkas.csv")
        }
        let address = path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let method = operation.method == "GET" ? "" : " -X \(operation.method)"
        text = (["curl\(method) \"$SELARAS_URL\(address)\""] + lines).joined(separator: " \\\n  ")
    }

    private static func word(_ value: JSONValue) -> String? {
        value.isNull ? nil : value.text ?? value.written()
    }

    /// For a POSIX shell.
    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "'\\''"))'"
    }
}
