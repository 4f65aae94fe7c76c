internal import Phrasing
internal import Wire

/// What each way of adding up gives, beside what was announced.
enum ReconciliationView {
    static let columns = [
        Column("aggregation", .aggregation, .word(.aggregation)), Column("source", .computedFrom, .word(.computedFrom)),
        Column("code", .code, .code), Column("published", .announced, .decimal), Column("value", .computed, .decimal),
        Column("difference", .difference, .change), Column("reproduced", .agrees, .yesNo, tone: tone),
    ]

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let announced = value["indicators"].items
        let agreeing = announced.count { $0["reproduced"].flag == true }
        let rows =
            ofIndicators(value) + ofDimensions(value) + announced.filter { $0["reproduced"].flag == false }.map(row)
        let table = Table(columns: columns, rows: rows, name: .member("aggregation"))
        let purpose = Cell.text(value["round"]["purpose"], .word(.purpose), in: language)
        let title = Phrase.reconciliationTitle(purpose, LokusView.place(value["lokus"], language))
        var blocks: [Block] = [.title(title.text(in: language)), .line(conclusion(value, language))]
        if let unknown = value["indicators_unknown"].integer, unknown > 0 {
            blocks.append(.line(Phrase.indicatorsUnknown(unknown).text(in: language)))
        }
        if !announced.isEmpty {
            blocks.append(.line(Phrase.indicatorsAgree(agreeing, of: announced.count).text(in: language)))
        }
        if !rows.isEmpty { blocks.append(.table(table)) }
        return Answer(document: .asItCame(document), table: table, page: blocks)
    }

    /// A row a figure that was announced, the index first.
    private static func ofIndicators(_ value: JSONValue) -> [JSONValue] {
        value["from_indicators"].items.flatMap { candidate in
            let ikk: [JSONValue] =
                value["ikk_published"].isNull
                ? []
                : [
                    row(
                        candidate, "indicators", "IKK", value["ikk_published"], candidate["ikk"],
                        candidate["ikk_difference"], candidate["ikk_reproduced"])
                ]
            let dimensions = candidate["dimensions"].items.filter { !$0["published"].isNull }
            return ikk
                + dimensions.map { dimension in
                    row(
                        candidate, "indicators", dimension["code"].text ?? "", dimension["published"],
                        dimension["value"], dimension["difference"], dimension["reproduced"])
                }
        }
    }

    private static func ofDimensions(_ value: JSONValue) -> [JSONValue] {
        value["from_dimensions"].items.map { candidate in
            row(
                candidate, "dimensions", "IKK", value["ikk_published"], .null, candidate["ikk_difference"],
                candidate["reproduces"])
        }
    }

    /// What the survey itself gives, however it is added up.
    private static func row(_ indicator: JSONValue) -> JSONValue {
        row(
            .null, "answers", indicator["code"].text ?? "", indicator["published"], indicator["value"],
            indicator["difference"], indicator["reproduced"])
    }

    private static func row(
        _ candidate: JSONValue, _ source: String, _ code: String, _ published: JSONValue, _ value: JSONValue,
        _ difference: JSONValue, _ reproduced: JSONValue
    ) -> JSONValue {
        .object(
            JSONObject([
                ("aggregation", candidate["aggregation"]), ("source", .string(source)), ("code", .string(code)),
                ("published", published), ("value", value), ("difference", difference), ("reproduced", reproduced),
            ]))
    }

    private static func conclusion(_ value: JSONValue, _ language: Language) -> String {
        let own = value["from_indicators"].items
        let candidates = own.isEmpty ? value["from_dimensions"].items : own
        let names = candidates.filter { $0["reproduces"].flag == true }.map {
            Cell.text($0["aggregation"], .word(.aggregation), in: language)
        }
        if candidates.isEmpty { return Phrase.nothingToReconcile.text(in: language) }
        return (names.isEmpty ? Phrase.nothingReproduces : .reproducedBy(names)).text(in: language)
    }

    private static func tone(_ row: JSONValue) -> Tone { row["reproduced"].flag == false ? .bad : .plain }
}
