import Testing

@testable import Wire

struct JSONWriterTests {
    @Test(arguments: [
        ("Sang-Sang", #""Sang-Sang""#),
        ("", #""""#),
        ("\"a\\b/", #""\"a\\b/""#),
        ("baris\nbaru\tdan\rlagi", #""baris\nbaru\tdan\rlagi""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
        ("é – 😀", "\"é – 😀\""),
    ])
    func texts(text: String, json: String) {
        #expect(string(text) == json)
    }

    @Test func integers() {
        #expect(string(0) == "0")
        #expect(string(-1) == "-1")
        #expect(string(Int.max) == "9223372036854775807")
        #expect(string(Int.min) == "-9223372036854775808")
    }

    @Test(arguments: [
        (2.72, "2.72"), (-0.1, "-0.1"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "1e-07"), (1e21, "1e+21"),
        (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ])
    func doubles(number: Double, json: String) {
        #expect(string(number) == json)
    }

    @Test(arguments: [(7591, 2, "75.91"), (5000, 2, "50.00"), (5, 2, "0.05"), (0, 4, "0.0000"), (75, 0, "75")])
    func shownValuesKeepTheirDecimals(units: Int, digits: Int, json: String) {
        var writer = JSONWriter()
        writer.write(units: Int64(units), digits: digits)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    }

    @Test(arguments: [(857_000, "8570"), (857_050, "8570.5"), (-25, "-0.25"), (5, "0.05"), (0, "0"), (-100, "-1")])
    func hundredthsHaveNoMoreDecimalsThanTheyNeed(count: Int64, json: String) {
        var writer = JSONWriter()
        writer.write(hundredths: count)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    }

    @Test func commasStandBetweenAndNowhereElse() {
        var writer = JSONWriter()
        writer.object { json in
            json.member("a", [Int]())
            json.member("b", [1, 2])
            json.member("c") { _ in }
            json.member("d", nil as String?)
            json.member("e", each: ["x", "y"]) { json, text in json.object { $0.member("t", text) } }
            json.member("f", true)
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"a":[],"b":[1,2],"c":{},"d":null,"e":[{"t":"x"},{"t":"y"}],"f":true}"#)
    }

    /// What it writes, the strict parser reads back, whatever the text.
    @Test func everyTextIsReadBack() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0...12)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...(Bool.random() ? 0x7F : 0x10FFFF), using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(try JSONValue(parsing: JSONWriter.bytes(of: text)) == .string(text))
        }
    }

    private func string(_ value: some JSONRepresentable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }
}
