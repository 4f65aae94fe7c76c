import Contract
import Planning
import Support
import Testing
import Wire

/// What the contract promises of itself.
struct DocumentTests {
    private let document: ContractDocument

    init() async {
        document = await ContractCheck.ours.document
    }

    @Test func everyOperationIsWhole() {
        let operations = document.operations
        #expect(operations.count > 40)
        #expect(Set(operations.map(\.id)).count == operations.count)
        let tags = Set(document.root["tags"].items.compactMap { $0["name"].text })
        for operation in operations {
            let value = operation.value
            #expect(!operation.id.isEmpty, "\(operation.path)")
            #expect(tags.contains(value["tags"].texts.first ?? ""), "\(operation.id)")
            #expect(value["summary"].text?.isEmpty == false, "\(operation.id)")
            #expect(value["x-summary-id"].text?.isEmpty == false, "\(operation.id)")
            let statuses = Set(value["responses"].members.map(\.name))
            #expect(statuses.contains { $0.hasPrefix("2") }, "\(operation.id)")
            #expect(statuses.isSuperset(of: ["500", "503"]), "\(operation.id)")
            guard value["security"] != [] else { continue }
            #expect(statuses.isSuperset(of: ["400", "401", "403", "504"]), "\(operation.id)")
            let names = value["parameters"].items.map { document.resolved($0)["name"].text ?? "" }
            if operation.path.contains("{") { #expect(statuses.contains("404"), "\(operation.id)") }
            if names.contains("If-Match") { #expect(statuses.isSuperset(of: ["412", "428"]), "\(operation.id)") }
            if names.contains("If-None-Match") { #expect(statuses.contains("304"), "\(operation.id)") }
            if !value["requestBody"].isNull { #expect(statuses.isSuperset(of: ["413", "415"]), "\(operation.id)") }
        }
    }

    /// Plural nouns in kebab case, ids between them, and a verb where something is done that is no resource.
    @Test func pathsAreInKebabCase() {
        for operation in document.operations where operation.path.hasPrefix("/api/") {
            let parts = operation.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            for part in parts {
                let isName = part.wholeMatch(of: #/[a-z][a-z0-9]*(-[a-z0-9]+)*(:[a-z]+)?(\.[a-z]+)?/#) != nil
                #expect(isName || part.wholeMatch(of: #/\{[a-z][a-z_]*\}/#) != nil, "\(operation.path)")
            }
        }
    }

    @Test func pathParametersAreThoseOfThePath() {
        for operation in document.operations {
            let inPath = operation.path.matches(of: #/\{([^}]+)\}/#).map { String($0.1) }
            let declared = operation.value["parameters"].items.map(document.resolved).filter { $0["in"].text == "path" }
            #expect(inPath == declared.compactMap { $0["name"].text }, "\(operation.id)")
        }
    }

    /// Lists have all of it, and every answer with JSON has an example.
    @Test func everyAnswerHasAnExampleThatFits() {
        var count = 0
        for operation in document.operations {
            for response in operation.value["responses"].members {
                let value = document.resolved(response.value)
                for content in value["content"].members {
                    let example = content.value["example"]
                    if response.name.hasPrefix("2"), content.name == "application/json",
                        operation.id != "getContractJSON"
                    {
                        #expect(!example.isNull, "\(operation.id) \(response.name) has no example")
                    }
                    guard !example.isNull else { continue }
                    let faults = SchemaCheck(document, isClosed: true).faults(of: example, by: content.value["schema"])
                    #expect(faults == [], "\(operation.id) \(response.name)")
                    count += 1
                }
            }
        }
        #expect(count > 60)
    }

    @Test func everyExampleOfARequestFits() {
        for operation in document.operations {
            let check = SchemaCheck(document, isClosed: true)
            for content in operation.value["requestBody"]["content"].members {
                let faults = check.faults(of: content.value["example"], by: content.value["schema"])
                #expect(faults == [], "\(operation.id)")
            }
            for parameter in operation.value["parameters"].items.map(document.resolved)
            where !parameter["example"].isNull {
                #expect(check.faults(of: parameter["example"], by: parameter["schema"]) == [], "\(operation.id)")
            }
        }
    }

    /// A body that a client sends is closed, so that a misspelt member is told by any validator.
    @Test func requestBodiesAreClosed() {
        for operation in document.operations {
            for content in operation.value["requestBody"]["content"].members where content.name.hasSuffix("json") {
                let schema = document.resolved(content.value["schema"])
                let forms = schema["oneOf"].items.filter { $0["additionalProperties"] == false }
                let isClosed = schema["additionalProperties"] == false || forms.count == schema["oneOf"].items.count
                #expect(isClosed && (forms.count > 0 || schema["additionalProperties"] == false), "\(operation.id)")
            }
        }
    }

    @Test func everyNumberHasAFormatAndAUnit() {
        var found = 0
        walk(document["#/components/schemas"], "schemas") { value, place in
            let types = value["type"].text.map { [$0] } ?? value["type"].texts
            guard types.contains("integer") || types.contains("number"), value.members.count > 1 else { return }
            found += 1
            #expect(value["format"].text != nil && value["x-unit"].text != nil, "\(place)")
            if value["x-unit"].text == "rupiah" {
                #expect(types.contains("integer") && value["format"].text == "int64", "\(place)")
            }
        }
        #expect(found > 20)
    }

    /// Every name is in snake case.
    @Test func namesAreInSnakeCase() {
        walk(document["#/components/schemas"], "schemas") { value, place in
            for member in value["properties"].members where member.name != "service-desc" {
                let name = member.name.replacing("-", with: "_")
                #expect(name.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil, "\(place)/\(member.name)")
            }
        }
        for operation in document.operations {
            for parameter in operation.value["parameters"].items.map(document.resolved)
            where parameter["in"].text == "query" {
                #expect(parameter["name"].text?.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil, "\(operation.id)")
            }
        }
    }

    @Test func nothingIsWrittenForNobody() {
        let text = document.root.written()
        for kind in ["schemas", "responses", "parameters", "headers"] {
            for member in document["#/components/\(kind)"].members
            where member.value["x-every-response"].isNull && member.value["x-every-operation"].isNull {
                let isUsed = text.contains("\"#/components/\(kind)/\(member.name)\"")
                #expect(isUsed, "\(kind)/\(member.name)")
            }
        }
    }

    /// What a fault of a member may be called is what the domain calls it.
    @Test func faultCodesAreThoseOfTheDomain() {
        let documented = document["#/components/schemas/FaultCode"]["enum"].texts
        #expect(Set(documented) == Set(DraftFault.Code.allCases.map(\.rawValue)))
    }

    @Test func everyProblemCodeHasAText() {
        walk(document["#/components/responses"], "responses") { value, place in
            let code = value["properties"]["code"]
            for name in code["enum"].texts + (code["const"].text.map { [$0] } ?? []) {
                #expect(ProblemText.all[name] != nil, "\(place) names \(name)")
            }
        }
    }

    private func walk(_ value: JSONValue, _ place: String, _ visit: (JSONValue, String) -> Void) {
        visit(value, place)
        for member in value.members { walk(member.value, "\(place)/\(member.name)", visit) }
        for (index, item) in value.items.enumerated() { walk(item, "\(place)/\(index)", visit) }
    }
}
