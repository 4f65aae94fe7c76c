internal import Wire

/// What was sent, cut to a length that helps: nobody reads a thousand characters back.
enum ShownValueText {
    private static let most = 60

    static func of(_ text: String) -> String {
        text.unicodeScalars.count <= most
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
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
