package import Wire
internal import Yams

/// Why a text is no document that JSON could carry.
package struct UnreadableYAML: Error, Hashable, CustomStringConvertible {
    package let description: String
}

extension JSONValue {
    /// Reads YAML by the rules of JSON: what would be a number, a flag or null there is one here, and everything else
    /// is text. YAML's own guesses (`no`, `1_000`, a day as an instant) would change a contract behind its author.
    package init(yaml text: String) throws(UnreadableYAML) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw UnreadableYAML(description: "\(error)")
        }
        guard let node else { throw UnreadableYAML(description: "The document is empty.") }
        try self.init(node)
    }

    private init(_ node: Node) throws(UnreadableYAML) {
        switch node {
        case .scalar(let scalar): self = Self.value(of: scalar)
        case .sequence(let sequence):
            var items: [JSONValue] = []
            for item in sequence { items.append(try JSONValue(item)) }
            self = .array(items)
        case .mapping(let mapping):
            var members: [(String, JSONValue)] = []
            for (name, value) in mapping {
                guard let name = name.scalar else { throw UnreadableYAML(description: "A member's name is no text.") }
                members.append((name.string, try JSONValue(value)))
            }
            self = .object(JSONObject(members))
        case .alias: throw UnreadableYAML(description: "Aliases are not used: JSON has none.")
        }
    }

    private static func value(of scalar: Node.Scalar) -> JSONValue {
        guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return true
        case "false": return false
        default: return JSONNumber(scalar.string).map { .number($0) } ?? .string(scalar.string)
        }
    }
}
