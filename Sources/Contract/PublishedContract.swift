internal import Wire

/// The contract in every form in which it is handed out, made from the YAML that people write.
package struct PublishedContract: Sendable {
    package let yaml: [UInt8]
    package let json: [UInt8]
    package let style: [UInt8]
    /// `info.version`.
    package let version: String
    private let document: ContractDocument

    package init(yaml: String, style: String) throws(UnreadableYAML) {
        let root = try JSONValue(yaml: yaml)
        guard let version = root["info"]["version"].text else {
            throw UnreadableYAML(description: "The document has no info.version.")
        }
        self.version = version
        self.yaml = Array(yaml.utf8)
        self.style = Array(style.utf8)
        json = Array(root.written().utf8)
        document = ContractDocument(root)
    }

    /// HTML to read. Writing it takes most of the time that all of this takes, so it is left to whoever reads it.
    package func page() -> [UInt8] { Array(ReferencePage(document).text.utf8) }
}
