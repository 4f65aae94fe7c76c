internal import Phrasing
internal import Wire

/// The weak indicators of a round with who is charged, what could be done and what is planned.
enum WeakView {
    static func columns(_ document: JSONValue) -> [Column] {
        [
            Column("code", .code, .code), Column("name", .indicator),
            Column("value", .value, .percent, tone: { _ in .bad }),
            Column("good", .goodOfEligible, .integer, for: .machines),
            Column("eligible", .eligible, .integer, for: .machines),
            Column(
                "needed_to_reach_threshold", .needed, .integer, title: RoundView.neededTitle(document),
                words: RoundView.needed),
            Column("certainty", .certainty, .word(.certainty)),
            Column("unit", .unit, .word(.unit), for: .machines),
            Column(
                "duties", .duties, value: { codes($0["duties"], "code") },
                words: { row, _ in names(row["duties"], "short_name") }),
            Column(
                "catalogue", .catalogue, value: { codes($0["catalogue"], "code") },
                words: { row, _ in names(row["catalogue"], "title") }
            ).spare,
            Column(
                "suggestion", .activity, value: { $0["suggestion"]["activity"] },
                words: { row, language in
                    row["suggestion"][language == .english ? "activity_en" : "activity"].text ?? Cell.absent
                }
            ).spare,
            Column(
                "planned", .planned, value: { codes($0["planned"], "reference") },
                tone: { $0["planned"].items.isEmpty ? .bad : .plain }, words: planned),
        ] + RoundView.sureness
    }

    static func answer(_ document: Resource, category: String?, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(columns: columns(value), rows: value["items"].items, name: .member("code"))
        let round = value["round"]
        let purpose = Cell.text(round["purpose"], .word(.purpose), in: language)
        let place = LokusView.place(value["lokus"], language)
        return Answer(
            document: .asItCame(document), table: table,
            page: [
                .title(Phrase.roundTitle(purpose, place).text(in: language)),
                .facts([
                    Fact(.ikk, RoundView.index(round, language)),
                    Fact(.category, category ?? Cell.text(round["category"], .word(.category), in: language)),
                    Fact(.weakCount, none(round) == .weakUnknown ? Cell.absent : language.integer(table.rows.count)),
                ]),
                table.rows.isEmpty ? .line(none(round).text(in: language)) : .table(table),
            ] + (table.rows.isEmpty ? [] : RoundView.sampled(round, round, language)))
    }

    private static func none(_ round: JSONValue) -> Phrase {
        RoundView.hasFamilies(round) || round["indicators_used"].integer != 0 ? .noneWeak : .weakUnknown
    }

    private static func planned(_ row: JSONValue, _ language: Language) -> String {
        let references = names(row["planned"], "reference")
        return references == Cell.absent ? Phrase.notPlanned.text(in: language) : references
    }

    private static func names(_ list: JSONValue, _ member: String) -> String {
        let names = list.items.compactMap { $0[member].text }
        return names.isEmpty ? Cell.absent : names.joined(separator: "; ")
    }

    private static func codes(_ list: JSONValue, _ member: String) -> JSONValue {
        .array(list.items.map { $0[member] })
    }
}
