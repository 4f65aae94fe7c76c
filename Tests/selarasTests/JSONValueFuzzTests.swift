import Testing
import Wire

/// Seeded, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

@Suite struct JSONValueFuzzTests {
    private func value(_ random: inout SplitMix, depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0...(depth < 5 ? 6 : 4), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(.random(in: -1_000_000...1_000_000, using: &random))
        case 3: JSONNumber("\(Double.random(in: -1e6...1e6, using: &random))").map(JSONValue.number) ?? 0
        case 4: .string(text(&random))
        case 5: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default:
            .object(
                JSONObject(
                    (0..<Int.random(in: 0...4, using: &random)).map {
                        (text(&random) + "\($0)", value(&random, depth: depth + 1))
                    }
                ))
        }
    }

    private func text(_ random: inout SplitMix) -> String {
        let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "\u{01}", "é", "\u{301}", "字", "😀", "/", "\u{7F}"]
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        return text
    }

    @Test(arguments: [false, true])
    func writtenIsReadAgain(_ pretty: Bool) throws {
        var random = SplitMix(state: 1)
        for _ in 0..<2000 {
            let value = value(&random)
            #expect(try JSONValue(parsing: Array(value.written(pretty: pretty).utf8)) == value)
        }
    }

    /// Damaged documents are refused with an offset inside them, or read; they never trap.
    @Test func damage() throws {
        var random = SplitMix(state: 2)
        for _ in 0..<5000 {
            var bytes = Array(value(&random).written().utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = .random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(.random(in: 0...255, using: &random), at: place)
                }
            }
            do throws(JSONFault) {
                let value = try JSONValue(parsing: bytes)
                #expect(try JSONValue(parsing: Array(value.written().utf8)) == value)
            } catch {
                #expect((0...bytes.count).contains(error.offset))
            }
        }
    }

    @Test func noise() {
        var random = SplitMix(state: 3)
        let marks = Array(#"{}[]",:\u0de- .eE+tfn"#.utf8) + [0, 0xFF, 0xC3, 0xA9]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in marks.randomElement(using: &random) ?? 0
            }
            do throws(JSONFault) {
                _ = try JSONValue(parsing: bytes)
            } catch {
                #expect((0...bytes.count).contains(error.offset))
            }
        }
    }
}
