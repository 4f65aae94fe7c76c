internal import Planning

extension CellFormat<String> {
    /// Text of at most this many characters, on one line unless `lines` is true.
    ///
    /// Control and invisible characters are refused: two names that look the same must be the same. An export puts `'`
    /// in front of a text that a spreadsheet would take for a formula; it is taken off here, so that export and import
    /// give the same text again.
    package static func text(most: Int, lines: Bool = false) -> CellFormat {
        CellFormat { cell throws(CellRefusal) in
            guard !hasHidden(cell, lines: lines) else { throw CellRefusal(.controlCharacter) }
            let text = String(decoding: isDisarmed(cell) ? cell.dropFirst() : cell, as: UTF8.self)
            // No character takes less than a byte.
            guard cell.count <= most || text.unicodeScalars.count <= most else {
                throw CellRefusal(.textTooLong, expected: String(most))
            }
            return text
        }
    }

    /// A name or a title in the form in which it is kept, as the API takes it.
    static let line = CellFormat { cell throws(CellRefusal) in
        let line = try text(most: .max).read(cell).inPlainBlanks
        guard line.unicodeScalars.count <= TextLength.line else {
            throw CellRefusal(.textTooLong, expected: String(TextLength.line))
        }
        return line
    }

    /// A few sentences as they were written, as the API takes them.
    static let prose = CellFormat { cell throws(CellRefusal) in
        let prose = try text(most: TextLength.prose, lines: true).read(cell)
        return prose.isBlank ? "" : prose
    }

    private static func hasHidden(_ cell: ArraySlice<UInt8>, lines: Bool) -> Bool {
        // Every character from U+0080 on takes a byte from 80 on: plain text is told by its bytes alone.
        let isPlain = cell.allSatisfy { $0 >= ASCII.space && $0 < ASCII.delete }
        guard !isPlain else { return false }
        return String(decoding: cell, as: UTF8.self).unicodeScalars.contains { scalar in
            ShownText.isHidden(scalar) && !(lines && (scalar == "\n" || scalar == "\r" || scalar == "\t"))
        }
    }

    private static func isDisarmed(_ cell: ArraySlice<UInt8>) -> Bool {
        // One that had got an apostrophe of its own before has two.
        cell.first == 0x27 && FormulaText.begins(cell)
    }
}
