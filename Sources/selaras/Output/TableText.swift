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

    var lines: [String] {
        let headings = table.columns.map { hasHeader ? $0.head(in: language) : "" }
        let cells = table.rows.map { row in table.columns.map { $0.text(row, in: language) } }
        let layout = TableLayout(table.columns, headings, cells, gap: Self.gap.count, width: width)
        var lines: [String] = []
        if hasHeader {
            lines += rendered(headings, layout) { _ in .plain }.map { style.bold($0) }
            lines.append(layout.widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        }
        for (row, texts) in zip(table.rows, cells) { lines += rendered(texts, layout) { $0.tone(row) } }
        let leftOut = headings.indices.filter { !layout.shown.contains($0) }
            .map { table.columns[$0].heading.text(in: language) }
        guard hasHeader, let width, !leftOut.isEmpty else { return lines }
        return lines
            + Phrase.columnsLeftOut(leftOut).text(in: language).wrapped(to: width).map { style.tone($0, .faint) }
    }

    /// One row, over as many lines as its longest cell takes.
    private func rendered(_ texts: [String], _ layout: TableLayout, _ tone: (Column) -> Tone) -> [String] {
        let columns = layout.shown.map { table.columns[$0] }
        let wrapped = zip(layout.shown, layout.widths).map { place, width in
            if self.width == nil { return [texts[place]] }
            return table.columns[place].isOneLine
                ? [texts[place].shortened(to: width)] : texts[place].wrapped(to: width, .shortened)
        }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in
            var result = ""
            for (index, column) in columns.enumerated() {
                let text = line < wrapped[index].count ? wrapped[index][line] : ""
                let blanks = String(repeating: " ", count: max(0, layout.widths[index] - text.displayWidth))
                let toned = style.tone(text, tone(column))
                let isLast = index == columns.count - 1
                result += column.isRightAligned ? blanks + toned : toned + (isLast ? "" : blanks)
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
