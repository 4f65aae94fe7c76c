internal import Phrasing
internal import Wire

/// What should be explained of a round before its figures are believed.
enum ReviewView {
    static let columns = [
        Column("severity", .status, .word(.severity), tone: tone),
        Column(
            "message", .finding, for: .people,
            words: { row, language in row["message"][language == .indonesian ? "id" : "en"].text ?? Cell.absent }),
        Column("kind", .kind, for: .machines), Column("codes", .code, for: .machines),
        Column("rt", .code, for: .machines), Column("enumerator", .name, for: .machines),
        Column("count", .counted, .integer, for: .machines), Column("total", .total, .integer, for: .machines),
        Column("chance", .p, .text, for: .machines),
        Column("message_id", .finding, for: .machines) { $0["message"]["id"] },
        Column("message_en", .finding, for: .machines) { $0["message"]["en"] },
    ]

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(columns: columns, rows: value["items"].items, name: .member("kind"))
        let purpose = Cell.text(value["round"]["purpose"], .word(.purpose), in: language)
        let title = Phrase.reviewTitle(purpose, LokusView.place(value["lokus"], language))
        let counted = Phrase.reviewed(
            Cell.text(value["families_listed"], .integer, in: language),
            Cell.text(value["families_counted"], .integer, in: language))
        let outcome: [Block] =
            table.rows.isEmpty
            ? [.line(Phrase.nothingFound.text(in: language))]
            : [.table(table), .line(Phrase.findingsLegend.text(in: language))]
        return Answer(
            document: .asItCame(document), table: table,
            page: [.title(title.text(in: language)), .line(counted.text(in: language))] + outcome)
    }

    private static func tone(_ row: JSONValue) -> Tone { row["severity"].text == "serious" ? .bad : .plain }
}
