internal import Phrasing
internal import Wire

/// A table as lines of text.
struct TableText {
    let table: Table
    let language: Language
    let style: Style
    /// Columns of the terminal; nil where nothing may be cut or wrapped.
    let width: Int?
    var hasHeader = true

    private static let gap = "  "
    /// How far columns of text give way: comfortably first, and then as far as it must be.
    private static let narrowest = [14, 6]

    var lines: [String] {
        let headings = table.columns.map { hasHeader ? $0.head(in: language) : "" }
        let cells = table.rows.map { row in table.columns.map { $0.text(row, in: language) } }
        let widths = fitted(headings, cells)
        var lines: [String] = []
        if hasHeader {
            let tones = [Tone](repeating: .plain, count: widths.count)
            lines += rendered(headings, widths, tones).map { style.bold($0) }
            lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        }
        for (row, texts) in zip(table.rows, cells) {
            lines += rendered(texts, widths, table.columns.map { $0.tone(row) })
        }
        return lines
    }

    /// The natural widths, or narrower columns until the whole fits; numbers and codes are never broken.
    private func fitted(_ headings: [String], _ cells: [[String]]) -> [Int] {
        let contents = headings.indices.map { index in cells.map { $0[index].displayWidth }.max() ?? 0 }
        var widths = zip(headings, contents).map { max($0.displayWidth, $1) }
        guard let width else { return widths }
        var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
        for narrowest in Self.narrowest {
            let minima = headings.indices.map { index in
                let word = headings[index].split(separator: " ").map { String($0).displayWidth }.max() ?? 0
                return table.columns[index].wraps ? narrowest : max(contents[index], word)
            }
            while excess > 0 {
                let widest = widths.indices.filter { widths[$0] > minima[$0] }.max { widths[$0] < widths[$1] }
                guard let widest else { break }
                widths[widest] -= 1
                excess -= 1
            }
        }
        return widths
    }

    /// One row, over as many lines as its longest cell takes.
    private func rendered(_ texts: [String], _ widths: [Int], _ tones: [Tone]) -> [String] {
        let wrapped = zip(texts, widths).map { text, width in
            self.width == nil ? [text] : text.wrapped(to: width)
        }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in
            var result = ""
            for index in widths.indices {
                let text = line < wrapped[index].count ? wrapped[index][line] : ""
                let blanks = String(repeating: " ", count: max(0, widths[index] - text.displayWidth))
                let toned = style.tone(text, tones[index])
                let isLast = index == widths.count - 1
                result += table.columns[index].isRightAligned ? blanks + toned : toned + (isLast ? "" : blanks)
                result += isLast ? "" : Self.gap
            }
            return style.hasColor ? result : result.withoutTrailingBlanks
        }
    }
}

extension String {
    fileprivate var withoutTrailingBlanks: String {
        var result = self
        while result.last == " " { result.removeLast() }
        return result
    }
}
