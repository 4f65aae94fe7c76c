import Testing
import Wire

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            ("null", .null), (" true\n", true), ("false", false), ("0", 0), ("-12", -12), (#""a""#, "a"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"), (#""\u00e9\ud83d\ude00""#, "é😀"), ("[]", []),
            ("[1 ,\t2]", [1, 2]), ("{}", [:]), (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": nil]]),
        ] as [(String, JSONValue)])
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", JSONFault.Kind.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("nul", .unexpectedEnd, 3),
        ("nulx", .unexpectedByte, 3), ("NaN", .unexpectedByte, 0), ("Infinity", .unexpectedByte, 0),
        ("-Infinity", .badNumber, 1), ("01", .badNumber, 1), ("1.", .unexpectedEnd, 2), ("1.x", .badNumber, 2),
        (".5", .unexpectedByte, 0), ("+1", .unexpectedByte, 0), ("1e", .unexpectedEnd, 2), ("1e+x", .badNumber, 3),
        ("0x1", .bytesAfterValue, 1), ("1 2", .bytesAfterValue, 2), ("[1,]", .unexpectedByte, 3),
        ("[,1]", .unexpectedByte, 1), ("[1 2]", .unexpectedByte, 3), ("[", .unexpectedEnd, 1),
        ("{,}", .unexpectedByte, 1), (#"{"a"}"#, .unexpectedByte, 4), (#"{"a":1,}"#, .unexpectedByte, 7),
        ("{a:1}", .unexpectedByte, 1), (#"{"a":1,"b":2,"a":3}"#, .duplicateName, 13),
        (#"{"a":1,"\u0061":2}"#, .duplicateName, 7), (#""a"#, .unexpectedEnd, 2), ("\"a\tb\"", .controlCharacter, 2),
        ("\"a\0b\"", .nulCharacter, 2), (#""\u0000""#, .nulCharacter, 1), (#""\x""#, .badEscape, 1),
        (#""\u12g4""#, .badEscape, 5), (#""\ud800""#, .loneSurrogate, 1), (#""\ud800x""#, .loneSurrogate, 1),
        (#""\ud800\u0041""#, .loneSurrogate, 1), (#""ab\udc00""#, .loneSurrogate, 3),
        ("\u{FEFF}1", .unexpectedByte, 0), ("'a'", .unexpectedByte, 0), ("// x\n1", .unexpectedByte, 0),
    ])
    func refuses(_ text: String, _ kind: JSONFault.Kind, _ offset: Int) {
        #expect(throws: JSONFault(kind, at: offset)) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test(
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xEF, 0xBF, 0xBD, 0xC0, 0x80, 0x22], 4), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
        ] as [([UInt8], Int)])
    func refusesWrongUTF8(_ bytes: [UInt8], _ offset: Int) {
        #expect(throws: JSONFault(.notUTF8, at: offset)) { try JSONValue(parsing: bytes) }
    }

    @Test func depth() throws {
        func nested(_ count: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: count) + [UInt8](repeating: 0x5D, count: count)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(32)) }
        #expect(throws: JSONFault(.tooDeep, at: 32)) { try JSONValue(parsing: nested(33)) }
        #expect(throws: JSONFault(.tooDeep, at: 32)) { try JSONValue(parsing: nested(1_000_000)) }
        // Beside one another they are not deep.
        let wide = "[" + [String](repeating: "[{}]", count: 100).joined(separator: ",") + "]"
        #expect(throws: Never.self) { try JSONValue(parsing: Array(wide.utf8)) }
    }

    @Test func keepsDigitsAndOrder() throws {
        let text = #"{"z":50.00,"a":1.0E+2,"é":[-0,12345678901234567890.5]}"#
        #expect(try JSONValue(parsing: Array(text.utf8)).written() == text)
    }

    @Test func writesPretty() throws {
        let value: JSONValue = ["a": [1, "x\n\u{01}"], "b": [:], "c": []]
        #expect(
            value.written(pretty: true) == """
                {
                  "a": [
                    1,
                    "x\\n\\u0001"
                  ],
                  "b": {},
                  "c": []
                }
                """)
    }

    @Test func looksUp() throws {
        let value = try JSONValue(parsing: Array(#"{"lokus":{"desa_name":"Sang Sang","n":3,"l":["a"]}}"#.utf8))
        #expect(value["lokus"]["desa_name"].text == "Sang Sang")
        #expect(value["lokus"]["n"].integer == 3)
        #expect(value["lokus"]["l"].texts == ["a"])
        #expect(value["nobody"]["nothing"].isNull)
        #expect(value["lokus"].items.isEmpty)
    }

    @Test(
        arguments: [
            ("12", 12, "12"), ("12.0", 12, "12.0"), ("1.2e1", 12, "12"), ("1.5", nil, "1.5"), ("15e-1", nil, "1.5"),
            ("-0", 0, "-0"), ("0.001e3", 1, "1"), ("1e-3", nil, "0.001"), ("120e-1", 12, "12.0"),
            ("9223372036854775807", Int.max, "9223372036854775807"),
            ("9223372036854775808", nil, "9223372036854775808"),
            ("1e999999999999999999999", nil, nil), ("1e61", nil, nil),
        ] as [(String, Int?, String?)])
    func numbers(_ text: String, _ integer: Int?, _ plain: String?) throws {
        let number = try #require(JSONNumber(text))
        #expect(JSONValue.number(number).integer == integer)
        #expect(number.plain == plain)
    }

    @Test(arguments: ["", "-", "01", "1.", ".1", "1e", "NaN", "1 ", "٣"])
    func noNumbers(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }
}
