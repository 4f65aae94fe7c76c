internal import Phrasing
internal import Wire

/// One column: where its value is in the document, and how a person reads it.
struct Column: Sendable {
    enum Kind: Sendable {
        case text
        /// A short text that is read whole or not at all.
        case code
        /// A few words of ours, over several lines where need be, none of them cut.
        case phrase
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

    /// For whom a column is: people do not read identifiers, and programs no sentences.
    enum Audience: Sendable {
        case all, people, machines
    }

    /// The name for `--columns` and the head of CSV: the member's name in the API.
    let name: String
    let heading: Heading
    /// A head that says more than `heading` can, as one with a threshold of the framework.
    let title: Phrase?
    let kind: Kind
    let audience: Audience
    /// Whether it is left out first where a screen has no room for all.
    private(set) var isSpare = false
    /// Whether a long cell ends in `…` and never goes over several lines.
    private(set) var isOneLine = false
    let tone: @Sendable (JSONValue) -> Tone
    private let words: (@Sendable (JSONValue, Language) -> String)?
    private let value: @Sendable (JSONValue) -> JSONValue

    /// `words` writes the cell for people where `kind` alone does not; `value` finds it where it is no member `name`.
    init(
        _ name: String, _ heading: Heading, _ kind: Kind = .text, for audience: Audience = .all, title: Phrase? = nil,
        value: (@Sendable (JSONValue) -> JSONValue)? = nil,
        tone: @escaping @Sendable (JSONValue) -> Tone = { _ in .plain },
        words: (@Sendable (JSONValue, Language) -> String)? = nil
    ) {
        self.name = name
        self.heading = heading
        self.title = title
        self.kind = kind
        self.audience = audience
        self.tone = tone
        self.words = words
        self.value = value ?? { $0[name] }
    }

    /// The same column with that name in files.
    func renamed(_ name: String) -> Column {
        Column(
            name, heading, kind, for: audience, title: title, value: value, tone: tone, words: words)
    }

    /// The same column, left out first where a screen has no room for all.
    var spare: Column {
        var column = self
        column.isSpare = true
        return column
    }

    /// The same column, cut where it has no room: a row stays one line.
    var oneLine: Column {
        var column = self
        column.isOneLine = true
        return column
    }

    func head(in language: Language) -> String { title?.text(in: language) ?? heading.text(in: language) }

    var isRightAligned: Bool {
        switch kind {
        case .integer, .decimal, .percent, .change: true
        case .text, .code, .phrase, .word, .day, .moment, .yesNo: false
        }
    }

    /// Whether a long cell may go over several lines.
    var wraps: Bool {
        switch kind {
        case .text, .phrase, .word, .moment: !isOneLine
        default: false
        }
    }

    /// Whether its long words may end in `…`: words of prose do, those of a vocabulary do not.
    var shortens: Bool {
        if case .text = kind { true } else { false }
    }

    /// The cell as a person reads it.
    func text(_ row: JSONValue, in language: Language) -> String {
        words.map { Visible.text($0(row, language)) } ?? Cell.text(value(row), kind, in: language)
    }

    /// The cell as a program reads it; a column for people has only words.
    func raw(_ row: JSONValue, in language: Language) -> JSONValue {
        audience == .people ? .string(text(row, in: language)) : value(row)
    }
}
