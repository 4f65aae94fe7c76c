internal import Phrasing
internal import Planning
internal import Wire

/// A value as a person reads it.
enum Cell {
    /// Unknown, or not there: never an empty cell, which could be taken for a printing fault, and never zero.
    static let absent = "–"

    static func text(_ value: JSONValue, _ kind: Column.Kind, in language: Language) -> String {
        if value.isNull { return absent }
        switch kind {
        case .text, .code, .phrase: return plain(value)
        case .word(let vocabulary): return value.text.map { vocabulary.text(for: $0, in: language) } ?? plain(value)
        case .integer: return value.integer.map(language.integer) ?? plain(value)
        case .decimal: return value.number.flatMap(language.decimal) ?? plain(value)
        case .percent: return value.number.flatMap(language.percent) ?? plain(value)
        case .change: return value.number.flatMap(language.change) ?? plain(value)
        case .day: return value.text.flatMap { CalendarDay($0) }.map(language.day) ?? plain(value)
        case .moment: return value.text.flatMap { Moment($0) }.map(language.moment) ?? plain(value)
        case .yesNo: return value.flag.map { Phrase.yesNo($0).text(in: language) } ?? plain(value)
        }
    }

    /// A list is its elements with commas, an empty one absent; other documents are shown as they are.
    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .null: absent
        case .string(let text): text.isEmpty ? absent : Visible.text(text)
        case .array(let items): items.isEmpty ? absent : items.map(plain).joined(separator: ", ")
        // A year is a number too, and has no point after its thousands.
        case .number(let number): number.text
        case .bool(let flag): flag ? "true" : "false"
        case .object: Visible.text(value.written())
        }
    }
}

/// Text from elsewhere on a terminal.
enum Visible {
    /// Control characters are made visible: a title with an escape sequence must not repaint the screen or rename
    /// its window. A line break becomes a blank.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": result += " "
            case "\r": break
            case "\u{00}"..."\u{1F}": result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
            // Marks that turn the direction of writing can make a text read as another.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
