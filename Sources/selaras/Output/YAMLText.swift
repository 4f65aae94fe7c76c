internal import Wire

/// A document as YAML (1.2) for people who compare and keep it; every text is quoted as JSON quotes it, which YAML
/// reads the same, so that no `no` becomes false and no `63.10` a number.
enum YAMLText {
    static func of(_ value: JSONValue) -> String {
        lines(value).map { $0 + "\n" }.joined()
    }

    private static func lines(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let object) where !object.members.isEmpty:
            object.members.flatMap { member -> [String] in
                let name = key(member.name)
                guard isNested(member.value) else { return ["\(name): \(member.value.written())"] }
                return ["\(name):"] + lines(member.value).map { "  " + $0 }
            }
        case .array(let items) where !items.isEmpty:
            items.flatMap { item -> [String] in
                let nested = isNested(item) ? lines(item) : [item.written()]
                return nested.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
            }
        default: [value.written()]
        }
    }

    private static func isNested(_ value: JSONValue) -> Bool {
        switch value {
        case .object(let object): !object.members.isEmpty
        case .array(let items): !items.isEmpty
        default: false
        }
    }

    /// The names of the API are plain words; any other is quoted, and so is what YAML 1.1 took for a truth.
    private static func key(_ name: String) -> String {
        let isPlain =
            name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
            && name.utf8.first.map { $0 > 0x39 } ?? false
            && !["y", "n", "yes", "no", "on", "off", "null", "true", "false"].contains(name)
        return isPlain ? name : JSONValue.string(name).written()
    }
}
