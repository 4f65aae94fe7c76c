import Contract
import Foundation
import Support
import Testing
import Wire

/// What was released is kept: no client of the last release finds less, or is asked for more.
struct CompatibilityTests {
    private static let released = TestDatabase.root.appending(path: "Contract/released.yaml")

    /// Nothing was released yet, so there is no copy; the first version that is more than 0 cannot do without one.
    @Test func theLastReleaseIsNotBroken() async throws {
        let ours = await ContractCheck.ours.document
        guard FileManager.default.fileExists(atPath: Self.released.path) else {
            #expect(
                CompatibilityCheck.major(of: ours) == "0",
                "keep the contract of the release: cp Contract/openapi.yaml Contract/released.yaml")
            return
        }
        let text = try String(contentsOf: Self.released, encoding: .utf8)
        let last = ContractDocument(try JSONValue(yaml: text))
        guard CompatibilityCheck.major(of: last) == CompatibilityCheck.major(of: ours) else { return }
        for fault in CompatibilityCheck(from: last, to: ours).faults { Issue.record("\(fault)") }
    }

    @Test func aContractIsCompatibleWithItself() async {
        let ours = await ContractCheck.ours.document
        #expect(CompatibilityCheck(from: ours, to: ours).faults == [])
    }

    /// Each operation, each of its parameters, answers and members of the real contract would be missed.
    @Test func nothingOfOurContractCanBeTakenAwayUnseen() async throws {
        let ours = await ContractCheck.ours.document
        var removals: [[String]] = ours.operations.map { ["paths", $0.path, $0.method.lowercased()] }
        for operation in ours.operations {
            for response in operation.value["responses"].members where response.name.hasPrefix("2") {
                removals.append(["paths", operation.path, operation.method.lowercased(), "responses", response.name])
            }
        }
        removals += [
            ["components", "schemas", "LokusMembers", "properties", "year"],
            ["components", "schemas", "RoundResult", "properties", "ikk"],
            ["components", "headers", "Link"], ["components", "parameters", "PageSize"],
        ]
        // Every twelfth: a whole comparison of the contract takes a while in a debug build.
        for (number, path) in removals.enumerated() where number % 12 == 0 || path.first == "components" {
            let broken = ContractDocument(ours.root.setting(path[...], to: nil))
            #expect(CompatibilityCheck(from: ours, to: broken).faults != [], "\(path)")
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let path: [String]
        let value: JSONValue?
        /// What is said of it; nil where it harms nobody.
        let fault: String?
        var testDescription: String { name }
    }

    private static let get = ["paths", "/a/{id}", "get"]
    private static let post = ["paths", "/a/{id}", "post"]
    private static let schemas = ["components", "schemas"]

    static let cases: [Case] = [
        // Taken away.
        Case(name: "operation", path: get, value: nil, fault: "GET /a/{id} was removed"),
        Case(name: "path", path: ["paths"], value: [:], fault: "GET /a/{id} was removed"),
        Case(
            name: "status", path: get + ["responses", "200"], value: nil, fault: "GET /a/{id}: status 200 was removed"),
        Case(
            name: "media type", path: get + ["responses", "200", "content", "text/csv"], value: nil,
            fault: "GET /a/{id}: 200 text/csv was removed"),
        Case(
            name: "header", path: get + ["responses", "200", "headers", "ETag"], value: nil,
            fault: "GET /a/{id}: 200 header ETag was removed"),
        Case(
            name: "member of an answer", path: schemas + ["Thing", "properties", "name"], value: nil,
            fault: "GET /a/{id}: 200 body/name was removed"),
        Case(
            name: "parameter", path: get + ["parameters"], value: [], fault: "GET /a/{id}: query state was removed"),
        Case(
            name: "member of a request", path: schemas + ["Draft", "properties", "note"], value: nil,
            fault: "POST /a/{id}: body/note was removed"),
        Case(
            name: "promise of a member", path: schemas + ["Thing", "required"], value: ["id"],
            fault: "GET /a/{id}: 200 body/name may be absent now"),
        // Asked for.
        Case(
            name: "required member", path: schemas + ["Draft", "required"], value: ["name", "note"],
            fault: "POST /a/{id}: body/note is required now"),
        Case(
            name: "new required member", path: schemas + ["Draft"],
            value: [
                "type": "object", "additionalProperties": false, "required": ["name", "why"],
                "properties": [
                    "name": ["type": "string", "maxLength": 10], "note": ["type": ["string", "null"]],
                    "kind": ["$ref": "#/components/schemas/Kind"], "why": ["type": "string"],
                ],
            ], fault: "POST /a/{id}: body/why is required now"),
        Case(
            name: "required parameter", path: get + ["parameters"],
            value: [
                ["in": "query", "name": "state", "required": true, "schema": ["$ref": "#/components/schemas/Kind"]]
            ],
            fault: "GET /a/{id}: query state is required now"),
        Case(
            name: "new required header", path: post + ["parameters"],
            value: [["in": "header", "name": "If-Match", "required": true, "schema": ["type": "string"]]],
            fault: "POST /a/{id}: header If-Match is new and required"),
        Case(
            name: "a token", path: get + ["security"], value: [["token": []]],
            fault: "GET /a/{id}: a token is needed now"),
        // Narrowed.
        Case(
            name: "word", path: schemas + ["Kind", "enum"], value: ["a"],
            fault: "GET /a/{id}: query state: \"b\" is no longer in the list"),
        Case(
            name: "length", path: schemas + ["Draft", "properties", "name", "maxLength"], value: 9,
            fault: "POST /a/{id}: body/name: maxLength 10 became 9"),
        Case(
            name: "type", path: schemas + ["Draft", "properties", "note", "type"], value: "string",
            fault: "POST /a/{id}: body/note: null|string became string"),
        Case(
            name: "null in an answer", path: schemas + ["Thing", "properties", "name", "type"],
            value: ["string", "null"], fault: "GET /a/{id}: 200 body/name: string became null|string"),
        Case(
            name: "pattern", path: schemas + ["Thing", "properties", "id", "format"], value: "int64",
            fault: "GET /a/{id}: 200 body/id: format \"int32\" became \"int64\""),
        Case(
            name: "unit", path: schemas + ["Thing", "properties", "id", "x-unit"], value: "thousands",
            fault: "GET /a/{id}: 200 body/id: x-unit \"items\" became \"thousands\""),
        // Changed.
        Case(
            name: "default", path: schemas + ["Kind", "default"], value: "b",
            fault: "GET /a/{id}: query state: default \"a\" became \"b\""),
        Case(
            name: "name of the operation", path: get + ["operationId"], value: "readThing",
            fault: "GET /a/{id}: operationId getThing became readThing"),
        // Nobody is harmed.
        Case(name: "another operation", path: ["paths", "/b"], value: ["get": ["operationId": "b"]], fault: nil),
        Case(name: "another status", path: get + ["responses", "409"], value: ["description": "x"], fault: nil),
        Case(
            name: "another member of an answer", path: schemas + ["Thing", "properties", "more"],
            value: ["type": "string"], fault: nil),
        Case(
            name: "another member of a request", path: schemas + ["Draft", "properties", "more"],
            value: ["type": "string"], fault: nil),
        Case(name: "another word", path: schemas + ["Kind", "enum"], value: ["b", "a", "c"], fault: nil),
        Case(name: "less required", path: schemas + ["Draft", "required"], value: [], fault: nil),
        Case(
            name: "more letters", path: schemas + ["Draft", "properties", "name", "maxLength"], value: 11, fault: nil),
        Case(name: "without a token", path: post + ["security"], value: [], fault: nil),
        Case(name: "another text", path: get + ["summary"], value: "Baca", fault: nil),
    ]

    @Test(arguments: cases) func change(_ one: Case) {
        let changed = ContractDocument(Self.small.root.setting(one.path[...], to: one.value))
        let faults = CompatibilityCheck(from: Self.small, to: changed).faults
        if let fault = one.fault {
            #expect(faults.contains(fault), "\(faults)")
        } else {
            #expect(faults == [])
        }
    }

    /// What is called otherwise in the path, and a schema that moved, are the same to a client.
    @Test func namesThatNobodySendsMayChange() {
        var paths = JSONObject()
        paths["/a/{thing_id}"] = Self.small.root["paths"]["/a/{id}"]
        let moved = ContractDocument(Self.small.root.setting(["paths"], to: .object(paths)))
        #expect(CompatibilityCheck(from: Self.small, to: moved).faults == [])
    }

    @Test func wordsOfAPatternMayOnlyBecomeMore() {
        func document(_ pattern: String) -> ContractDocument {
            ContractDocument(
                Self.small.root.setting(Self.schemas + ["Kind"], to: ["type": "string", "pattern": .string(pattern)]))
        }
        let was = document("^-?(year|state)(,-?(year|state))*$")
        let more = document("^-?(year|state|kind)(,-?(year|state|kind))*$")
        #expect(CompatibilityCheck(from: was, to: more).faults == [])
        #expect(CompatibilityCheck(from: more, to: was).faults.count == 2)
        #expect(CompatibilityCheck(from: was, to: document("^(year|state)(,-?(year|state))*$")).faults.count == 2)
    }

    static let small = ContractDocument([
        "openapi": "3.1.0", "info": ["version": "1.2.3"], "security": [["token": []]],
        "paths": [
            "/a/{id}": [
                "get": [
                    "operationId": "getThing", "summary": "Read", "security": [],
                    "parameters": [
                        ["in": "query", "name": "state", "schema": ["$ref": "#/components/schemas/Kind"]]
                    ],
                    "responses": [
                        "200": [
                            "headers": ["ETag": ["required": true]],
                            "content": [
                                "application/json": ["schema": ["$ref": "#/components/schemas/Thing"]],
                                "text/csv": ["schema": ["type": "string"]],
                            ],
                        ], "404": ["description": "No"],
                    ],
                ],
                "post": [
                    "operationId": "makeThing", "parameters": [],
                    "requestBody": [
                        "required": true,
                        "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Draft"]]],
                    ], "responses": ["204": ["description": "Done"]],
                ],
            ]
        ],
        "components": [
            "schemas": [
                "Kind": ["type": "string", "enum": ["a", "b"], "default": "a"],
                "Thing": [
                    "type": "object", "required": ["id", "name"],
                    "properties": [
                        "id": ["type": "integer", "format": "int32", "x-unit": "items"], "name": ["type": "string"],
                    ],
                ],
                "Draft": [
                    "type": "object", "additionalProperties": false, "required": ["name"],
                    "properties": [
                        "name": ["type": "string", "maxLength": 10], "note": ["type": ["string", "null"]],
                        "kind": ["$ref": "#/components/schemas/Kind"],
                    ],
                ],
            ]
        ],
    ])
}

extension JSONValue {
    /// The same with another value at a place; nil takes away what is there.
    fileprivate func setting(_ path: ArraySlice<String>, to value: JSONValue?) -> JSONValue {
        guard let name = path.first, case .object(var object) = self else { return value ?? .null }
        let rest = path.dropFirst()
        object[name] = rest.isEmpty ? value : (object[name] ?? [:]).setting(rest, to: value)
        return .object(object)
    }

    fileprivate func setting(_ path: [String], to value: JSONValue?) -> JSONValue { setting(path[...], to: value) }
}
