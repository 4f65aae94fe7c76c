internal import Phrasing
internal import Wire

/// What was intervened in beside the same indicators of other lokus.
enum CounterpartsView {
    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(
            columns: columns(value["indicators"].items), rows: value["indicators"].items, name: .member("code"))
        var page: [Block] = [
            .title(Phrase.counterpartsTitle(LokusView.place(value["lokus"], language)).text(in: language))
        ]
        if value["indicators"].items.isEmpty {
            page.append(.line(Phrase.nothingCompleted.text(in: language)))
        } else {
            page += [
                .table(table), .line(Phrase.counterpartsLegend(value["villages"].integer ?? 0).text(in: language)),
                .line(Phrase.associationOnly.text(in: language)),
            ]
        }
        return Answer(document: .asItCame(document), table: table, page: page)
    }

    private static func columns(_ rows: [JSONValue]) -> [Column] {
        [
            Column("code", .code, .code), Column("before", .beforeShort, .decimal),
            Column("after", .afterShort, .decimal),
            Column("change", .change, .change), Column("counterparts", .counterparts, .integer),
            Column("mean_change_of_counterparts", .changeThere, .change), Column("difference", .difference, .change),
            IntervalBar(rows, change: "difference").column, Column("name", .indicator).oneLine.spare,
        ]
            + ["lower", "upper"].map { limit in
                Column("interval_\(limit)", .value, .text, for: .machines) { $0["interval"][limit] }
            } + ["standard_error", "p", "absence"].map { Column($0, .value, .text, for: .machines) }
    }
}
