internal import Phrasing

/// A page as lines of text.
struct PageText {
    let blocks: [Block]
    let language: Language
    let style: Style
    let width: Int?
    /// With the columns that are otherwise for programs.
    var isWide = false
    var hasHeader = true

    var lines: [String] {
        var lines: [String] = []
        var previous: Block?
        for block in blocks {
            let next = text(of: block)
            guard !next.isEmpty else { continue }
            if let previous, !Self.belongTogether(previous, block) { lines.append("") }
            lines += next
            previous = block
        }
        return lines
    }

    private static func belongTogether(_ first: Block, _ second: Block) -> Bool {
        switch (first, second) {
        case (.title, _), (.line, .line): true
        default: false
        }
    }

    private func text(of block: Block) -> [String] {
        switch block {
        case .title(let text): return wrapped(text).map { style.bold($0) }
        case .line(let text): return wrapped(text)
        case .facts(let facts):
            let names = facts.map { $0.heading.text(in: language) }
            let longest = names.map(\.displayWidth).max() ?? 0
            return zip(names, facts).flatMap { name, fact in
                let blanks = String(repeating: " ", count: longest - name.displayWidth)
                let rest = width.map { fact.text.wrapped(to: max(20, $0 - longest - 3)) } ?? [fact.text]
                return rest.enumerated().map { index, line in
                    index == 0 ? "\(name)\(blanks) : \(line)" : String(repeating: " ", count: longest + 3) + line
                }
            }
        case .table(let table):
            guard !table.rows.isEmpty else { return [] }
            return TableText(
                table: isWide ? table : table.forPeople, language: language, style: style, width: width,
                hasHeader: hasHeader
            ).lines
        }
    }

    private func wrapped(_ text: String) -> [String] {
        let visible = Visible.text(text)
        return width.map { visible.wrapped(to: $0) } ?? [visible]
    }
}
