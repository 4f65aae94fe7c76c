package import Contract
import Wire

/// What of a contract a client of an earlier one would no longer find, or could no longer send.
///
/// A client passes over members, words and statuses of answers that it does not know, and names parameters and members
/// of requests itself. So answers may gain and must not lose; requests may ask for less and must not ask for more.
package struct CompatibilityCheck {
    private let old: ContractDocument
    private let new: ContractDocument

    package init(from old: ContractDocument, to new: ContractDocument) {
        self.old = old
        self.new = new
    }

    /// The part of a version before the first point: contracts that differ in it promise each other nothing.
    package static func major(of document: ContractDocument) -> Substring {
        (document.root["info"]["version"].text ?? "").prefix { $0 != "." }
    }

    /// Every break, each with the operation and the place in it.
    package var faults: [String] {
        let present = Dictionary(new.operations.map { (Self.address($0), $0) }) { first, _ in first }
        return old.operations.flatMap { operation -> [String] in
            let name = "\(operation.method) \(operation.path)"
            guard let now = present[Self.address(operation)] else { return ["\(name) was removed"] }
            return faults(of: operation, now).map { "\(name): \($0)" }
        }
    }

    /// What a parameter in a path is called is nothing that a client sends.
    private static func address(_ operation: ContractDocument.Operation) -> String {
        "\(operation.method) \(operation.path.replacing(#/\{[^}]*\}/#, with: "{}"))"
    }

    private func faults(of was: ContractDocument.Operation, _ now: ContractDocument.Operation) -> [String] {
        var faults = parameterFaults(was.value, now.value) + bodyFaults(was.value, now.value)
        if was.id != now.id { faults.append("operationId \(was.id) became \(now.id)") }
        let isOpen = (was: isOpen(was, old), now: isOpen(now, new))
        if isOpen.was && !isOpen.now { faults.append("a token is needed now") }
        for response in was.value["responses"].members where response.name.hasPrefix("2") {
            let present = now.value["responses"][response.name]
            guard !present.isNull else {
                faults.append("status \(response.name) was removed")
                continue
            }
            faults += responseFaults(old.resolved(response.value), new.resolved(present)).map {
                "\(response.name) \($0)"
            }
        }
        return faults
    }

    private func isOpen(_ operation: ContractDocument.Operation, _ document: ContractDocument) -> Bool {
        let own = operation.value["security"]
        return own == [] || (own.isNull && document.root["security"].items.isEmpty)
    }

    // MARK: Requests

    private func parameterFaults(_ was: JSONValue, _ now: JSONValue) -> [String] {
        let (before, after) = (parameters(was, old), parameters(now, new))
        var faults: [String] = []
        for parameter in before where parameter["in"].text != "path" {
            let name = "\(parameter["in"].text ?? "") \(parameter["name"].text ?? "")"
            guard let present = after.first(where: { Self.isSame($0, parameter) }) else {
                faults.append("\(name) was removed")
                continue
            }
            if present["required"].flag == true, parameter["required"].flag != true {
                faults.append("\(name) is required now")
            }
            faults += schemas(.request).faults(parameter["schema"], present["schema"], at: name)
        }
        for parameter in after where parameter["required"].flag == true && parameter["in"].text != "path" {
            if !before.contains(where: { Self.isSame($0, parameter) }) {
                faults.append("\(parameter["in"].text ?? "") \(parameter["name"].text ?? "") is new and required")
            }
        }
        // In the path only the place counts.
        let places = zip(before.filter { $0["in"].text == "path" }, after.filter { $0["in"].text == "path" })
        for (was, now) in places {
            faults += schemas(.request).faults(was["schema"], now["schema"], at: "path \(was["name"].text ?? "")")
        }
        return faults
    }

    private func parameters(_ operation: JSONValue, _ document: ContractDocument) -> [JSONValue] {
        operation["parameters"].items.map(document.resolved)
    }

    /// A reference that leads nowhere is not resolved.
    private static func isThere(_ value: JSONValue) -> Bool { !value.isNull && value["$ref"].isNull }

    private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
        one["in"] == other["in"] && one["name"] == other["name"]
    }

    private func bodyFaults(_ was: JSONValue, _ now: JSONValue) -> [String] {
        let (before, after) = (old.resolved(was["requestBody"]), new.resolved(now["requestBody"]))
        guard !before.isNull else { return after["required"].flag == true ? ["a body is required now"] : [] }
        guard Self.isThere(after) else { return ["the body was removed"] }
        var faults: [String] = []
        if after["required"].flag == true, before["required"].flag != true { faults.append("the body is required now") }
        for content in before["content"].members {
            let present = after["content"][content.name]
            guard !present.isNull else {
                faults.append("a body as \(content.name) was removed")
                continue
            }
            faults += schemas(.request).faults(content.value["schema"], present["schema"], at: "body")
        }
        return faults
    }

    // MARK: Answers

    private func responseFaults(_ was: JSONValue, _ now: JSONValue) -> [String] {
        var faults: [String] = []
        for header in was["headers"].members {
            let (before, after) = (old.resolved(header.value), new.resolved(now["headers"][header.name]))
            guard Self.isThere(after) else {
                faults.append("header \(header.name) was removed")
                continue
            }
            if before["required"].flag == true, after["required"].flag != true {
                faults.append("header \(header.name) may be absent now")
            }
        }
        for content in was["content"].members {
            let present = now["content"][content.name]
            guard !present.isNull else {
                faults.append("\(content.name) was removed")
                continue
            }
            faults += schemas(.answer).faults(content.value["schema"], present["schema"], at: "body")
        }
        return faults
    }

    private func schemas(_ direction: SchemaCompatibility.Direction) -> SchemaCompatibility {
        SchemaCompatibility(old: old, new: new, direction: direction)
    }
}
