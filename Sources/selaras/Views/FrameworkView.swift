internal import Phrasing
internal import Wire

/// A framework alone.
enum FrameworkView {
    private static let categories = [
        Column("code", .code, .code), Column("name", .category), Column("from", .value, .decimal),
    ]
    private static let dimensions = [Column("code", .code, .code), Column("name", .dimension)]

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let rows = value["indicators"].items
        let indicators = Table(columns: Columns.frameworkIndicators(rows), rows: rows, name: .member("code"))
        let shown = language == .english ? value.named(by: englishNames(of: value)) : value
        let named = Table(columns: Columns.frameworkIndicators(rows), rows: shown["indicators"].items)
        return Answer(
            document: .asItCame(document), table: indicators,
            page: [
                .title(value["title"].text ?? ""),
                .facts([
                    Fact(.code, value["code"].text), Fact(.version, value["version"].number?.text),
                    Fact(.status, Cell.text(value["status"], .word(.frameworkStatus), in: language)),
                    Fact(.weakBelow, Cell.text(value["weak_below"], .decimal, in: language)),
                ]),
                .table(Table(columns: categories, rows: value["categories"].items)),
                .table(Table(columns: dimensions, rows: shown["dimensions"].items)),
                .table(named),
            ])
    }

    private static func englishNames(of framework: JSONValue) -> [String: String] {
        let named = (framework["dimensions"].items + framework["indicators"].items).compactMap { row in
            row["code"].text.flatMap { code in row["name_en"].text.map { (code, $0) } }
        }
        return Dictionary(named.filter { !$0.1.isEmpty }) { first, _ in first }
    }
}
