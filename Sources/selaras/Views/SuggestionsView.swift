internal import Phrasing
internal import Wire

/// What could be done about each weak indicator: a row for each kind of intervention, and one for doing nothing.
enum SuggestionsView {
    /// - Parameter code: of the one indicator that is asked about; nil for all.
    static func answer(_ document: Resource, of code: String?, _ language: Language) -> Answer {
        let value = document.value
        let indicators = value["indicators"].items.filter { code == nil || $0["code"].text == code }
        let rows = indicators.flatMap(rows)
        let table = Table(columns: columns(value), rows: rows, name: .member("catalogue_code"))
        let isKnown = indicators.contains { $0["villages"].integer ?? 0 > 0 }
        var page: [Block] = [
            .title(Phrase.suggestionsTitle(LokusView.place(value["lokus"], language)).text(in: language))
        ]
        if rows.isEmpty {
            page.append(.line((code.map(Phrase.isNotWeak) ?? Phrase.noneWeak).text(in: language)))
        } else {
            page += [
                .table(table),
                .line(
                    (isKnown ? Phrase.suggestionsLegend(value["villages"].integer ?? 0) : .nothingElsewhere)
                        .text(in: language)),
            ]
            if isKnown { page.append(.line(Phrase.associationOnly.text(in: language))) }
        }
        return Answer(document: .asItCame(document), table: table, page: page)
    }

    private static func columns(_ document: JSONValue) -> [Column] {
        [
            Column("code", .code, .code), Column("name", .indicator).oneLine.spare,
            Column("value", .value, .percent, for: .machines),
            Column(
                "needed_to_reach_threshold", .needed, .integer, title: RoundView.neededTitle(document),
                words: RoundView.needed
            ).spare,
            Column("unit", .unit, .word(.unit), for: .machines), Column("gain", .gain, .change),
            Column("title", .intervention, words: title),
            Column("catalogue_code", .catalogue, .code, for: .machines), Column("agencies", .agencies, words: agencies),
            Column("planned", .planned, .yesNo), Column("villages", .elsewhere, .integer),
            Column("mean_change", .changeThere, .change).spare, Column("expected_change", .expected, .change),
            Column("interval", .interval, .code, for: .people, words: ComparisonView.range).spare,
        ]
            + ["lower", "upper"].map { limit in
                Column("interval_\(limit)", .value, .text, for: .machines) { $0["interval"][limit] }
            }
    }

    /// Where others did nothing about it, what followed there stands last, to be held against the rest.
    private static func rows(_ indicator: JSONValue) -> [JSONValue] {
        let options = indicator["options"].items
        let without = indicator["without_intervention"]
        // What the catalogue has nothing for is still weak, and of somebody.
        let none: JSONValue = ["agencies": .array(indicator["duties"].items.map { $0["code"] })]
        return (options.isEmpty ? [none] : options).map { row(indicator, $0, group: $0) }
            + (without["villages"].integer ?? 0 > 0 ? [row(indicator, .null, group: without)] : [])
    }

    private static func row(_ indicator: JSONValue, _ option: JSONValue, group: JSONValue) -> JSONValue {
        [
            "code": indicator["code"], "name": indicator["name"], "value": indicator["value"],
            "needed_to_reach_threshold": indicator["needed_to_reach_threshold"], "unit": indicator["unit"],
            "gain": indicator["gain"], "title": option["title"], "catalogue_code": option["catalogue_code"],
            "agencies": option.isNull ? .null : option["agencies"],
            "planned": option["planned"], "villages": group["villages"], "mean_change": group["mean_change"],
            "expected_change": group["expected_change"], "interval": group["interval"],
        ]
    }

    @Sendable private static func title(_ row: JSONValue, _ language: Language) -> String {
        row["title"].text
            ?? (row["agencies"].isNull ? Phrase.withoutIntervention : .notInCatalogue).text(in: language)
    }

    @Sendable private static func agencies(_ row: JSONValue, _ language: Language) -> String {
        let codes = row["agencies"].items.compactMap(\.text)
        return codes.isEmpty ? Cell.absent : codes.joined(separator: ", ")
    }
}
