package import Wire

/// The OpenAPI document of the service, to be looked things up in.
package struct ContractDocument: Sendable {
    /// One method of one path.
    package struct Operation: Sendable {
        /// In capitals.
        package let method: String
        package let path: String
        package let value: JSONValue

        package var id: String { value["operationId"].text ?? "" }
    }

    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    package let root: JSONValue
    package let operations: [Operation]
    /// What is referred to, by its reference.
    private let components: [String: JSONValue]

    package init(_ root: JSONValue) {
        self.root = root
        operations = root["paths"].members.flatMap { path in
            path.value.members.filter { Self.methods.contains($0.name) }.map {
                Operation(method: $0.name.uppercased(), path: path.name, value: $0.value)
            }
        }
        let components = root["components"].members.flatMap { kind in
            kind.value.members.map { ("#/components/\(kind.name)/\($0.name)", $0.value) }
        }
        self.components = Dictionary(components) { first, _ in first }
    }

    /// What a reference stands for; members beside `$ref` go over those of its target. Anything else stays as it is.
    package func resolved(_ value: JSONValue) -> JSONValue {
        guard let reference = value["$ref"].text, case .object(var target) = resolved(self[reference]) else {
            return value
        }
        for member in value.members where member.name != "$ref" { target[member.name] = member.value }
        return .object(target)
    }

    /// The value at a local reference such as `#/components/schemas/Lokus`; null where there is none.
    package subscript(reference: String) -> JSONValue {
        if let component = components[reference] { return component }
        guard reference.hasPrefix("#/") else { return .null }
        return reference.dropFirst(2).split(separator: "/").reduce(root) { value, name in
            value[String(name).replacing("~1", with: "/").replacing("~0", with: "~")]
        }
    }
}
