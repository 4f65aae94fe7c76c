internal import Wire

/// The contract as it is handed out: the YAML that people write, and other forms made of it. A server would take most of the
/// time of its start for those, so they are left to whoever asks for one.
package struct PublishedContract: Sendable {
    package let yaml: [UInt8]
    package let style: [UInt8]
    /// `info.version`.
    package let version: String

    package init(yaml: String, style: String) throws(UnreadableYAML) {
        let beginning = yaml.split(separator: "\n", maxSplits: 20).dropLast()
        guard let line = beginning.first(where: { $0.hasPrefix(Self.version) }) else {
            throw UnreadableYAML(description: "The document has no info.version.")
        }
        version = String(line.dropFirst(Self.version.count))
        self.yaml = Array(yaml.utf8)
        self.style = Array(style.utf8)
    }

    private static let version = "  version: "

    package func json() throws(UnreadableYAML) -> [UInt8] { Array(try document().written().utf8) }

    /// HTML to read.
    package func page() throws(UnreadableYAML) -> [UInt8] {
        Array(ReferencePage(ContractDocument(try document())).text.utf8)
    }

    private func document() throws(UnreadableYAML) -> JSONValue {
        try JSONValue(yaml: String(decoding: yaml, as: UTF8.self))
    }
}
