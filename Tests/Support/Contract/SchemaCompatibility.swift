import Contract
import Wire

/// Compares a schema with what it was in an earlier contract.
struct SchemaCompatibility {
    enum Direction {
        /// What clients send: nothing more may be asked of it.
        case request
        /// What clients get: nothing of it may be missing.
        case answer
    }

    let old: ContractDocument
    let new: ContractDocument
    let direction: Direction

    func faults(_ was: JSONValue, _ now: JSONValue, at place: String) -> [String] {
        faults(was, now, place, depth: 0)
    }

    /// Schemas that hold themselves end somewhere; ours are none twenty deep.
    private static let deepest = 20

    private func faults(_ was: JSONValue, _ now: JSONValue, _ place: String, depth: Int) -> [String] {
        guard depth < Self.deepest else { return ["\(place): a schema without an end"] }
        let (before, after) = (flattened(was, old), flattened(now, new))
        guard before != after || hasReferences(before) else { return [] }
        if !branches(before).isEmpty || !branches(after).isEmpty { return choiceFaults(before, after, place, depth) }
        return typeFaults(before, after, place) + valueFaults(before, after, place)
            + limitFaults(before, after, place) + memberFaults(before, after, place, depth)
            + (before["items"].isNull
                ? [] : faults(before["items"], after["items"], "\(place)/[]", depth: depth + 1))
    }

    /// Equal texts may refer to what is no longer equal.
    private func hasReferences(_ schema: JSONValue) -> Bool {
        !schema["$ref"].isNull || (schema.members.map(\.value) + schema.items).contains(where: hasReferences)
    }

    /// The schema without references at its top, the parts of `allOf` as one.
    private func flattened(_ schema: JSONValue, _ document: ContractDocument) -> JSONValue {
        guard case .object(var whole) = document.resolved(schema), let parts = whole["allOf"]?.items else {
            return document.resolved(schema)
        }
        whole["allOf"] = nil
        for part in parts.map({ flattened($0, document) }) {
            for keyword in part.members {
                switch keyword.name {
                case "properties":
                    var all = JSONObject((whole["properties"] ?? [:]).members.map { ($0.name, $0.value) })
                    for member in keyword.value.members {
                        // A part that narrows a member of another is in force together with it.
                        all[member.name] = all[member.name].map { ["allOf": [$0, member.value]] } ?? member.value
                    }
                    whole["properties"] = .object(all)
                case "required": whole["required"] = .array((whole["required"]?.items ?? []) + keyword.value.items)
                default: whole[keyword.name] = keyword.value
                }
            }
        }
        return .object(whole)
    }

    private func branches(_ schema: JSONValue) -> [JSONValue] { schema["anyOf"].items + schema["oneOf"].items }

    /// Every form that could be sent still can; every form that comes is one that came.
    private func choiceFaults(_ was: JSONValue, _ now: JSONValue, _ place: String, _ depth: Int) -> [String] {
        let before = branches(was).isEmpty ? [was] : branches(was)
        let after = branches(now).isEmpty ? [now] : branches(now)
        func fits(_ one: JSONValue, _ other: JSONValue) -> Bool {
            self.faults(one, other, place, depth: depth + 1).isEmpty
        }
        var faults: [String] = []
        switch direction {
        case .request:
            for (number, form) in before.enumerated() where !after.contains(where: { fits(form, $0) }) {
                faults.append("\(place): form \(number + 1) of \(before.count) is no longer taken")
            }
        case .answer:
            for (number, form) in after.enumerated() where !before.contains(where: { fits($0, form) }) {
                faults.append("\(place): form \(number + 1) of \(after.count) is none that there was")
            }
        }
        return faults
    }

    private func types(_ schema: JSONValue) -> Set<String> {
        let types = schema["type"].text.map { [$0] } ?? schema["type"].texts
        return Set(types + (types.contains("number") ? ["integer"] : []))
    }

    private func typeFaults(_ was: JSONValue, _ now: JSONValue, _ place: String) -> [String] {
        let (before, after) = (types(was), types(now))
        let (given, taken) = direction == .request ? (before, after) : (after, before)
        // No type at all means any.
        guard !taken.isEmpty, given.isEmpty || !given.isSubset(of: taken) else { return [] }
        return ["\(place): \(before.sorted().joined(separator: "|")) became \(after.sorted().joined(separator: "|"))"]
    }

    private func valueFaults(_ was: JSONValue, _ now: JSONValue, _ place: String) -> [String] {
        var faults: [String] = []
        func values(_ schema: JSONValue) -> [JSONValue] {
            schema["enum"].isNull ? (schema["const"].isNull ? [] : [schema["const"]]) : schema["enum"].items
        }
        let (before, after) = (values(was), values(now))
        if direction == .request, before.isEmpty, !after.isEmpty { faults.append("\(place): has a list of words now") }
        if !before.isEmpty, !after.isEmpty {
            for word in before where !after.contains(word) {
                faults.append("\(place): \(word.written()) is no longer in the list")
            }
        }
        if was["default"] != now["default"] {
            faults.append("\(place): default \(was["default"].written()) became \(now["default"].written())")
        }
        for keyword in ["format", "x-unit", "x-decimals"] where was[keyword] != now[keyword] {
            faults.append("\(place): \(keyword) \(was[keyword].written()) became \(now[keyword].written())")
        }
        return faults
    }

    private func limitFaults(_ was: JSONValue, _ now: JSONValue, _ place: String) -> [String] {
        guard direction == .request else { return [] }
        var faults: [String] = []
        for (keyword, sign) in [
            ("minimum", 1), ("minLength", 1), ("minItems", 1), ("minProperties", 1), ("maximum", -1), ("maxLength", -1),
            ("maxItems", -1), ("maxProperties", -1),
        ] {
            guard let limit = now[keyword].integer else { continue }
            if was[keyword].integer.map({ (limit - $0) * sign > 0 }) ?? true {
                faults.append("\(place): \(keyword) \(was[keyword].written()) became \(limit)")
            }
        }
        if !now["pattern"].isNull, !Self.takes(now["pattern"].text ?? "", allOf: was["pattern"].text) {
            faults.append("\(place): pattern \(was["pattern"].written()) became \(now["pattern"].written())")
        }
        return faults
    }

    /// Whether a pattern is the same but for more words to choose from, as those of `sort` and of filters are.
    private static func takes(_ now: String, allOf was: String?) -> Bool {
        guard let was else { return false }
        let words = #/[a-z_]{2,}(?:\|[a-z_]{2,})*/#
        func choices(_ pattern: String) -> [Set<Substring>] {
            pattern.matches(of: words).map { Set($0.0.split(separator: "|")) }
        }
        let (before, after) = (choices(was), choices(now))
        return was.replacing(words, with: "w") == now.replacing(words, with: "w")
            && zip(before, after).allSatisfy { $0.isSubset(of: $1) }
    }

    private func memberFaults(_ was: JSONValue, _ now: JSONValue, _ place: String, _ depth: Int) -> [String] {
        var faults: [String] = []
        for member in was["properties"].members {
            let present = now["properties"][member.name]
            if present.isNull {
                faults.append("\(place)/\(member.name) was removed")
            } else {
                faults += self.faults(member.value, present, "\(place)/\(member.name)", depth: depth + 1)
            }
        }
        let (before, after) = (Set(was["required"].texts), Set(now["required"].texts))
        switch direction {
        case .request:
            for name in after.subtracting(before).sorted() { faults.append("\(place)/\(name) is required now") }
            if now["additionalProperties"] == false, was["additionalProperties"] != false, !was["properties"].isNull {
                faults.append("\(place): other members are refused now")
            }
        case .answer:
            for name in before.subtracting(after).sorted() { faults.append("\(place)/\(name) may be absent now") }
        }
        return faults
    }
}
