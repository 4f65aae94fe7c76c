internal import Wire

/// One column: where its value is in the document, and how a person reads it.
struct Column: Sendable {
    enum Kind: Sendable {
        case text
        case word(Vocabulary)
        case integer
        /// A number with the decimals that it came with.
        case decimal
        case percent
        /// A change, rounded to two decimals; the heading says of what.
        case change
        case day
        case moment
        case yesNo
    }

    /// The name for `--columns` and the head of CSV: the member's name in the API.
    let name: String
    let heading: Heading
    let kind: Kind
    /// Only in CSV and with `--columns`.
    let isExtra: Bool
    let tone: @Sendable (JSONValue) -> Tone
    let value: @Sendable (JSONValue) -> JSONValue

    init(
        _ name: String, _ heading: Heading, _ kind: Kind = .text, isExtra: Bool = false,
        tone: @escaping @Sendable (JSONValue) -> Tone = { _ in .plain },
        value: (@Sendable (JSONValue) -> JSONValue)? = nil
    ) {
        self.name = name
        self.heading = heading
        self.kind = kind
        self.isExtra = isExtra
        self.tone = tone
        self.value = value ?? { $0[name] }
    }

    var isRightAligned: Bool {
        switch kind {
        case .integer, .decimal, .percent, .change: true
        case .text, .word, .day, .moment, .yesNo: false
        }
    }

    /// Whether a long cell may go over several lines.
    var wraps: Bool {
        switch kind {
        case .text, .word: true
        default: false
        }
    }

    /// The cell as a person reads it.
    func text(_ row: JSONValue, in language: Language) -> String {
        Cell.text(value(row), kind, in: language)
    }
}
