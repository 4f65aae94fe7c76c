internal import Phrasing
internal import Wire

/// Two rounds of one lokus beside each other, with the interventions between them.
enum ComparisonView {
    static let dimensions = [
        Column("code", .code, .code), Column("name", .dimension), Column("before", .before, .decimal),
        Column("after", .after, .decimal), Column("change", .changePoints, .change),
    ]

    static let indicators = [
        Column("code", .code, .code), Column("name", .indicator), Column("dimension", .dimension, for: .machines),
        Column("before", .before, .percent) { $0["before"]["value"] },
        Column("after", .after, .percent) { $0["after"]["value"] },
        Column("change", .changePercentagePoints, .change),
        Column("transition", .transition, .word(.transition), tone: tone),
        Column("contribution", .contribution, .change).spare, Column("interventions", .intervention),
        Column("unit", .unit, .word(.unit), for: .machines),
        Column("before_good", .goodOfEligible, .integer, for: .machines) { $0["before"]["good"] },
        Column("before_eligible", .eligible, .integer, for: .machines) { $0["before"]["eligible"] },
        Column("after_good", .goodOfEligible, .integer, for: .machines) { $0["after"]["good"] },
        Column("after_eligible", .eligible, .integer, for: .machines) { $0["after"]["eligible"] },
    ]

    static let interventions =
        [
            Column("reference", .reference, .code), Column("title", .intervention), Column("agency_name", .agency),
            Column("indicators", .indicators).spare,
            Column("target", .target, for: .people, words: InterventionView.target).spare,
            Column("budget_idr", .budget, .integer),
        ] + ProgressColumns.all

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        Answer(
            document: .asItCame(document),
            table: Table(columns: indicators, rows: document.value["indicators"].items, name: .member("code")),
            page: page(document.value, language))
    }

    private static func page(_ value: JSONValue, _ language: Language) -> [Block] {
        let (before, after) = (value["before"], value["after"])
        let title = Phrase.comparisonTitle(
            LokusView.place(value["lokus"], language), Cell.text(before["purpose"], .word(.purpose), in: language),
            Cell.text(after["purpose"], .word(.purpose), in: language))
        var blocks: [Block] = [
            .title(title.text(in: language)), .line(ikk(before["ikk"], after["ikk"], value["ikk_change"], language)),
        ]
        blocks += common(value, language)
        blocks += [
            .line(weak(value).text(in: language)),
            .title(Phrase.dimensions.text(in: language)),
            .table(Table(columns: dimensions, rows: value["dimensions"].items)),
            .title(Phrase.indicators.text(in: language)),
            .table(Table(columns: indicators, rows: value["indicators"].items)),
        ]
        let planned = value["interventions"].items
        if !planned.isEmpty {
            blocks += [
                .title(Phrase.interventions.text(in: language)),
                .table(Table(columns: interventions, rows: planned)),
            ]
        }
        return blocks + [.line(Phrase.associationOnly.text(in: language))]
    }

    private static func ikk(
        _ before: JSONValue, _ after: JSONValue, _ change: JSONValue, _ language: Language
    ) -> String {
        Phrase.ikkHeadline(
            Cell.text(before, .decimal, in: language), Cell.text(after, .decimal, in: language),
            change.number.flatMap(language.points) ?? Cell.absent
        ).text(in: language)
    }

    /// Where the two rounds do not count the same indicators, the change on those that both have.
    private static func common(_ value: JSONValue, _ language: Language) -> [Block] {
        let common = value["ikk_common"]
        guard !common.isNull else { return [] }
        var blocks: [Block] = [
            .line(
                Phrase.commonHeadline(
                    common["indicators"].integer ?? 0, Cell.text(common["before"], .decimal, in: language),
                    Cell.text(common["after"], .decimal, in: language),
                    common["change"].number.flatMap(language.points) ?? Cell.absent
                ).text(in: language))
        ]
        if let contribution = value["contribution_of_differing_sets"].number.flatMap(language.points) {
            blocks.append(.line(Phrase.differingSets(contribution).text(in: language)))
        }
        return blocks
    }

    /// A headline names what changed: nine before and nine after may be different nines.
    static func weak(_ value: JSONValue) -> Phrase {
        func codes(_ transition: String) -> [String] {
            value["indicators"].items.filter { $0["transition"].text == transition }.compactMap { $0["code"].text }
        }
        return .weakHeadline(
            value["before"]["weak_count"].integer ?? 0, value["after"]["weak_count"].integer ?? 0,
            left: codes("weak_to_clear"), joined: codes("clear_to_weak"))
    }

    private static func tone(_ row: JSONValue) -> Tone {
        switch row["transition"].text {
        case "clear_to_weak", "stayed_weak": .bad
        case "weak_to_clear": .good
        default: .plain
        }
    }
}
