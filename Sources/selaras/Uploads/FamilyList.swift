/// The family ids in a file that an office has: one a line, or a column of a table as spreadsheets write it.
enum FamilyList {
    private static let heading = "family_id"
    private static let separators: [Character] = [";", ",", "\t"]

    /// Each once, in the order of the file; none of a table that does not say which column is theirs.
    static func read(_ text: String) -> [String] {
        let lines = text.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline).map(String.init)
        guard let first = lines.first else { return [] }
        let heads = cells(first)
        let column = heads.firstIndex { $0.lowercased() == heading }
        guard column != nil || heads.count == 1 else { return [] }
        var seen: Set<String> = []
        return lines.dropFirst(column == nil ? 0 : 1).compactMap { line in
            let cells = cells(line)
            let position = column ?? 0
            guard cells.indices.contains(position), !cells[position].isEmpty else { return nil }
            return seen.insert(cells[position]).inserted ? cells[position] : nil
        }
    }

    private static func cells(_ line: String) -> [String] {
        let separator = separators.first { line.contains($0) } ?? ","
        return line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
            var text = cell[...]
            while let character = text.first, character.isWhitespace || character == "\"" { text.removeFirst() }
            while let character = text.last, character.isWhitespace || character == "\"" { text.removeLast() }
            return String(text)
        }
    }
}
