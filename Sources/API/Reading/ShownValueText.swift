internal import Intake
internal import Wire

/// What was sent, as a fault shows it back: short, on one line, with nothing invisible in it.
enum ShownValueText {
    static func of(_ text: String) -> String {
        ShownText.of(Array(text.utf8)[...])
    }

    /// Nil where no single value is meant.
    static func of(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): of(text)
        case .number(let number): of(number.text)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}
