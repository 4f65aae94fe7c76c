import Contract
import Support
import Testing
import Wire

/// The judge itself: each keyword lets pass what it should, and nothing else.
struct SchemaCheckTests {
    private static let document: ContractDocument = ContractDocument([
        "components": [
            "schemas": [
                "Code": ["type": "string", "pattern": "^[a-z]+$"],
                "Base": [
                    "type": "object", "required": ["code"],
                    "properties": ["code": ["$ref": "#/components/schemas/Code"]],
                ],
            ]
        ]
    ])

    struct Case: Sendable, CustomTestStringConvertible {
        let schema: JSONValue
        let good: [JSONValue]
        let bad: [JSONValue]
        var testDescription: String { schema.written() }
    }

    private static func number(_ text: String) -> JSONValue { JSONNumber(text).map { .number($0) } ?? .null }

    static let cases: [Case] = [
        Case(schema: ["type": "integer"], good: [1, number("2.0"), number("1e2")], bad: [number("1.5"), "1", nil]),
        Case(schema: ["type": ["string", "null"]], good: ["", nil], bad: [1, [], [:]]),
        Case(schema: ["enum": ["a", nil]], good: ["a", nil], bad: ["b", 1]),
        Case(schema: ["const": true], good: [true], bad: [false, "true"]),
        Case(schema: ["pattern": "^a+$"], good: ["aa", 1], bad: ["", "ab", "a\n"]),
        Case(schema: ["minLength": 1, "maxLength": 2], good: ["é", "aß"], bad: ["", "abc"]),
        Case(schema: ["minimum": 0, "maximum": 100], good: [0, 100, number("99.99")], bad: [-1, number("100.01")]),
        Case(schema: ["x-decimals": 2], good: [1, number("1.25")], bad: [number("1.255")]),
        Case(schema: ["format": "uuid"], good: ["01a2010b-c859-7469-8c9c-6435f3a98d16"], bad: ["x", ""]),
        Case(
            schema: ["format": "date"], good: ["2025-08-31"], bad: ["2025-13-01", "31-08-2025", "2025-08-31T00:00:00Z"]),
        Case(
            schema: ["format": "date-time"], good: ["2025-08-31T10:00:00Z", "2025-08-31T10:00:00.5+08:00"],
            bad: ["2025-08-31", "2025-08-31 10:00:00"]),
        Case(schema: ["format": "int32"], good: [1, 2_147_483_647], bad: [2_147_483_648]),
        Case(schema: ["items": ["type": "string"], "minItems": 1], good: [["a"]], bad: [[], [1]]),
        Case(schema: ["maxItems": 1, "uniqueItems": true], good: [[], [1]], bad: [[1, 2]]),
        Case(schema: ["uniqueItems": true], good: [[1, 2]], bad: [["a", "a"]]),
        Case(schema: ["maxProperties": 0], good: [[:]], bad: [["a": 1]]),
        Case(schema: ["$ref": "#/components/schemas/Code"], good: ["abc"], bad: ["ABC"]),
        Case(schema: ["$ref": "#/components/schemas/None"], good: [], bad: ["abc"]),
        Case(
            schema: ["type": "object", "additionalProperties": false, "properties": ["a": ["type": "integer"]]],
            good: [[:], ["a": 1]], bad: [["b": 1], ["a": "1"]]),
        Case(
            schema: ["oneOf": [["type": "integer"], ["minimum": 5]]], good: [1, number("5.5")], bad: [6, number("1.5")]),
        Case(schema: ["anyOf": [["type": "integer"], ["type": "null"]]], good: [1, nil], bad: ["1"]),
        Case(
            schema: ["allOf": [["$ref": "#/components/schemas/Base"], ["properties": ["code": ["const": "x"]]]]],
            good: [["code": "x"]], bad: [["code": "y"], [:], ["code": "x", "more": 1]]),
        // What is not known here must not be passed over.
        Case(schema: ["multipleOf": 2], good: [], bad: [2]),
        Case(schema: ["format": "ipv4"], good: [], bad: ["127.0.0.1"]),
    ]

    @Test(arguments: cases) func keyword(_ one: Case) {
        let check = SchemaCheck(Self.document, isClosed: true)
        for value in one.good { #expect(check.faults(of: value, by: one.schema) == [], "\(value.written())") }
        for value in one.bad { #expect(check.faults(of: value, by: one.schema) != [], "\(value.written())") }
    }

    @Test func faultsNameTheirPlace() {
        let schema: JSONValue = ["properties": ["list": ["items": ["properties": ["a": ["type": "string"]]]]]]
        let found = SchemaCheck(Self.document, isClosed: true).faults(of: ["list": [["a": 1, "b": 2]]], by: schema)
        #expect(found.count == 2)
        #expect(found[0].hasPrefix("/list/0/a:"))
        #expect(found[1] == "/list/0/b is not documented")
    }

    /// The whole judge on one answer of the real contract: as it should be, and wrong in each part.
    @Test func aWrongAnswerIsNoticed() async throws {
        let right = ContractCheck.Exchange(
            method: "GET", target: "/version", status: 200,
            headers: Self.everyHeader,
            body: Array(#"{"name":"selaras-server","version":"0.1.0","contract_version":"0.1.0"}"#.utf8))
        let faults = await ContractCheck.ours.faults(of: right)
        #expect(faults == [])
        var wrong = right
        wrong.status = 418
        #expect(await ContractCheck.ours.faults(of: wrong).count == 1)
        wrong = right
        wrong.headers["x-new"] = "1"
        #expect(await ContractCheck.ours.faults(of: wrong).count == 1)
        for body in [#"{"name":"x"}"#, #"{"name":1,"version":"0.1.0","contract_version":"0.1.0"}"#, "x"] {
            wrong = right
            wrong.body = Array(body.utf8)
            #expect(await !ContractCheck.ours.faults(of: wrong).isEmpty, "\(body)")
        }
        wrong = right
        wrong.target = "/unheard-of"
        #expect(await !ContractCheck.ours.faults(of: wrong).isEmpty)
    }

    private static let everyHeader = [
        "content-type": "application/json; charset=utf-8", "request-id": "a", "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'", "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
    ]
}
