package import Contract
import Foundation
package import Wire

/// Compares values with schemas of the contract: the part of JSON Schema 2020-12 that the contract uses.
///
/// A keyword that is not known here is a fault of the schema and never passed over. Where `isClosed` is set, a member
/// that no schema names is a fault too: answers are open for clients, but we have to document what we send.
package struct SchemaCheck {
    let document: ContractDocument
    let isClosed: Bool

    package init(_ document: ContractDocument, isClosed: Bool) {
        self.document = document
        self.isClosed = isClosed
    }

    /// What is wrong with the value, each fault with its place.
    package func faults(of value: JSONValue, by schema: JSONValue) -> [String] {
        faults(of: value, by: schema, at: "")
    }

    func faults(of value: JSONValue, by schema: JSONValue, at place: String) -> [String] {
        var findings = Findings()
        check(value, schema, place, &findings)
        if isClosed, !findings.isOpen {
            for member in value.members where !findings.known.contains(member.name) {
                findings.faults.append("\(place)/\(member.name) is not documented")
            }
        }
        return findings.faults
    }

    struct Findings {
        var faults: [String] = []
        /// Members that some schema of this place names.
        var known: Set<String> = []
        /// Whether any member may be there.
        var isOpen = false

        mutating func add(_ other: Findings) {
            faults += other.faults
            known.formUnion(other.known)
            isOpen = isOpen || other.isOpen
        }
    }

    private static let annotations: Set<String> = ["title", "description", "example", "examples", "default"]

    private func check(_ value: JSONValue, _ schema: JSONValue, _ place: String, _ findings: inout Findings) {
        if schema == true { return findings.isOpen = true }
        guard case .object(let object) = schema else {
            return findings.faults.append("\(place): the schema is no object: \(schema.written())")
        }
        for keyword in object.members where !Self.annotations.contains(keyword.name) {
            if checkCombined(value, keyword, place, &findings) || checkMembers(value, keyword, schema, place, &findings)
            {
                continue
            }
            switch ScalarCheck.fault(of: value, keyword.name, keyword.value) {
            case .none: continue
            case .some(.wrong(let what)): findings.faults.append("\(place): \(what)")
            case .some(.unknownKeyword): findings.faults.append("\(place): unknown keyword \(keyword.name)")
            }
        }
    }

    /// Whether it is a keyword that puts schemas together.
    private func checkCombined(
        _ value: JSONValue, _ keyword: JSONObject.Member, _ place: String, _ findings: inout Findings
    ) -> Bool {
        switch keyword.name {
        case "$ref":
            let target = document[keyword.value.text ?? ""]
            if target.isNull {
                findings.faults.append("\(place): \(keyword.value.written()) leads nowhere")
            } else {
                check(value, target, place, &findings)
            }
        case "allOf":
            for schema in keyword.value.items { check(value, schema, place, &findings) }
        case "anyOf", "oneOf":
            let tried = keyword.value.items.map { schema in
                var findings = Findings()
                check(value, schema, place, &findings)
                return findings
            }
            let fitting = tried.filter(\.faults.isEmpty)
            fitting.forEach { findings.add($0) }
            if fitting.isEmpty {
                // One fault is enough: nothing says what the members should have been.
                findings.isOpen = true
                let reasons = tried.map { $0.faults.joined(separator: ", ") }.joined(separator: " | ")
                findings.faults.append("\(place): fits none of \(keyword.name) (\(reasons))")
            } else if keyword.name == "oneOf" && fitting.count > 1 {
                findings.faults.append("\(place): fits \(fitting.count) of oneOf")
            }
        default: return false
        }
        return true
    }

    /// Whether it is a keyword about what is inside.
    private func checkMembers(
        _ value: JSONValue, _ keyword: JSONObject.Member, _ schema: JSONValue, _ place: String,
        _ findings: inout Findings
    ) -> Bool {
        switch keyword.name {
        case "properties":
            let members = keyword.value.members
            findings.known.formUnion(members.map(\.name))
            for member in value.members {
                guard let schema = members.first(where: { $0.name == member.name })?.value else { continue }
                findings.faults += faults(of: member.value, by: schema, at: "\(place)/\(member.name)")
            }
        case "additionalProperties":
            let named = Set(schema["properties"].members.map(\.name))
            for member in value.members where !named.contains(member.name) {
                if keyword.value == false {
                    findings.faults.append("\(place)/\(member.name) is not allowed")
                } else {
                    findings.faults += faults(of: member.value, by: keyword.value, at: "\(place)/\(member.name)")
                }
            }
            findings.isOpen = true
        case "required":
            let present = Set(value.members.map(\.name))
            guard case .object = value else { break }
            for name in keyword.value.texts where !present.contains(name) {
                findings.faults.append("\(place)/\(name) is missing")
            }
        case "items":
            for (index, item) in value.items.enumerated() {
                findings.faults += faults(of: item, by: keyword.value, at: "\(place)/\(index)")
            }
        default: return false
        }
        return true
    }
}
