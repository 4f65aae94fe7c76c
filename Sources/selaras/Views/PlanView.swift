internal import Phrasing
internal import Wire

/// An action plan in lists and alone.
enum PlanView {
    static let columns = [
        Column("desa_code", .code, .code), Column("desa_name", .desa), Column("year", .year),
        Column("title", .title).spare, Column("state", .state, .word(.planState)),
        Column("agreed_on", .agreedOn, .day).spare,
        Column("interventions", .interventionCount, .integer, value: { $0["totals"]["interventions"] }).spare,
        Column("accepted", .acceptedCount, .integer, value: { $0["totals"]["accepted"] }).spare,
        Column("reporting", .reportingCount, .integer) { $0["totals"]["reporting"] },
        Column("budget_idr", .budget, .integer) { $0["totals"]["budget_idr"] },
        Column("spent_idr", .spent, .integer) { $0["totals"]["spent_idr"] },
        Column("unverified", .unverified, .integer, for: .machines) { $0["totals"]["unverified"] },
        Column("reported_idr", .reported, .integer, for: .machines) { $0["totals"]["reported_idr"] },
        Column("target_ikk", .targetIKK, .decimal).spare,
        Column("id", .identifier, for: .machines), Column("lokus_id", .identifier, for: .machines),
        Column("framework_code", .framework, for: .machines), Column("framework_version", .version, for: .machines),
    ]

    private static let sources = [
        Column("source", .source, .word(.fundingSource)), Column("budget_idr", .budget, .integer),
    ]
    private static let lines = [
        Column("code", .code, .code), Column("title", .budgetLine), Column("budget_year", .budgetYear),
        Column("budget_idr", .shared, .integer), Column("ceiling_idr", .ceiling, .integer),
        Column("left_idr", .left, .integer),
    ]
    private static let indicators = [
        Column("code", .code, .code), Column("interventions", .interventionCount, .integer),
        Column("alone_idr", .alone, .integer), Column("shared_idr", .besides, .integer),
    ]
    private static let targets = [
        Column("indicator_code", .code, .code), Column("value", .target, .decimal),
    ]
    private static let agencies = [
        Column("short_name", .agency), Column("interventions", .interventionCount, .integer),
        Column("reporting", .reportingCount, .integer), Column("budget_idr", .budget, .integer),
        Column("spent_idr", .spent, .integer), Column("unverified", .unverified, .integer).spare,
        Column("reported_idr", .reported, .integer).spare,
    ]
    private static let gaps = [
        Column("code", .code, .code), Column("name", .indicator), Column("value", .value, .percent),
        Column("needed_to_reach_threshold", .needed, words: RoundView.needed),
    ]
    private static let notWeak = [
        Column("reference", .reference, .code), Column("title", .intervention), Column("indicators", .indicators),
    ]

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [document.value], name: .desaAndYear),
            page: page(document.value, language), message: message)
    }

    private static func page(_ plan: JSONValue, _ language: Language) -> [Block] {
        let totals = plan["totals"]
        var blocks: [Block] = [
            .title(plan["title"].text ?? LokusView.place(plan, language)),
            .facts(
                [
                    Fact(.desa, LokusView.place(plan, language))
                ] + PlanStateFacts.of(plan, language) + [
                    Fact(.agreedOn, Cell.text(plan["agreed_on"], .day, in: language)),
                    Fact(.targetIKK, Cell.text(plan["target_ikk"], .decimal, in: language)),
                    Fact(.interventionCount, Cell.text(totals["interventions"], .integer, in: language)),
                    Fact(.assignedCount, Cell.text(totals["assigned"], .integer, in: language)),
                    Fact(.acceptedCount, Cell.text(totals["accepted"], .integer, in: language)),
                    Fact(.reportingCount, Cell.text(totals["reporting"], .integer, in: language)),
                    Fact(.budget, Cell.text(totals["budget_idr"], .integer, in: language)),
                    Fact(.spent, Cell.text(totals["spent_idr"], .integer, in: language)),
                ] + unverified(totals, language)),
        ]
        let sections: [(Phrase, [Column], JSONValue)] = [
            (.targets, targets, plan["targets"]), (.byAgency, agencies, totals["by_agency"]),
            (.bySource, sources, totals["by_source"]), (.byLine, lines, totals["by_line"]),
            (.byIndicator, indicators, totals["by_indicator"]),
            (.gaps, gaps, plan["gaps"]), (.notWeak, notWeak, plan["not_weak"]),
        ]
        for (title, columns, rows) in sections where !rows.items.isEmpty {
            blocks += [.title(title.text(in: language)), .table(Table(columns: columns, rows: rows.items))]
        }
        return blocks
    }

    /// How far what nobody has verified would move it.
    private static func unverified(_ totals: JSONValue, _ language: Language) -> [Fact] {
        guard let count = totals["unverified"].integer, count > 0 else { return [] }
        return [
            Fact(.unverified, Cell.text(totals["unverified"], .integer, in: language)),
            Fact(.reported, Cell.text(totals["reported_idr"], .integer, in: language)),
        ]
    }
}
