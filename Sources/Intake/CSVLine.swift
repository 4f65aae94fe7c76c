/// A line of a CSV file as this module makes them, for its own reader and for spreadsheets.
enum CSVLine {
    static func text(_ cells: [String]) -> String {
        cells.map { cell in
            let isPlain = !cell.utf8.contains { ",;\"\r\n\t".utf8.contains($0) }
            return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
    }
}
