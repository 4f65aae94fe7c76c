internal import Phrasing
internal import Wire

/// The intervention matrix: for people what is red and who does what about it, for programs every cell.
enum PlanMatrixView {
    private static let columns =
        [
            Column("no", .number), Column("same_as", .sameRow, for: .machines),
            cell("indicator.dimension", .dimension, for: .machines), cell("indicator.code", .code, .code),
            cell("indicator.name", .indicator), cell("indicator.value", .value, .percent),
            cell("indicator.good", .good, .integer, for: .machines),
            cell("indicator.eligible", .eligible, .integer, for: .machines),
            cell("indicator.weak", .weak, .yesNo),
            Column(
                "indicator.needed_to_reach_threshold", .needed,
                value: { $0["indicator"]["needed_to_reach_threshold"] }, words: needed),
            cell("indicator.unit", .unit, .word(.unit), for: .machines),
            cell("indicator.target", .target, .percent).spare,
        ] + ofIntervention + amounts

    private static let ofIntervention = [
        cell("intervention.reference", .reference, .code),
        Column("intervention.title", .intervention, value: { $0["intervention"]["title"] }, words: title),
        cell("intervention.agency_name", .agency), cell("intervention.agency_code", .agency, for: .machines),
        cell("intervention.target_group", .targetGroup).spare,
        cell("intervention.target_families", .families, .integer, for: .machines),
        cell("intervention.target_people", .people, .integer, for: .machines),
        cell("intervention.location", .location).spare,
        cell("intervention.supporting_agencies", .supporters).spare,
        cell("intervention.starts_on", .startsOn, .day).spare, cell("intervention.ends_on", .endsOn, .day).spare,
        cell("intervention.state", .state, .word(.interventionState)),
        cell("intervention.state_reason", .stateReason, for: .machines),
    ]

    private static let amounts = [
        cell("amounts.target_quantity", .quantity, .decimal).spare, cell("intervention.unit", .quantityUnit).spare,
        cell("amounts.budget_idr", .budget, .integer),
        Column("amounts.funding", .source, value: funding, words: sources).spare,
        Column("amounts.budget_lines", .budgetLine, for: .machines) {
            .array($0["amounts"]["budget_lines"].items.map { $0["code"].text == nil ? $0["title"] : $0["code"] })
        },
        cell("amounts.progress.physical_percent", .physical, .percent),
        cell("amounts.progress.quantity", .quantity, .decimal, for: .machines),
        cell("amounts.progress.spent_idr", .finance, .integer),
        cell("intervention.obstacles", .obstacles).spare, cell("intervention.follow_up", .followUp).spare,
        cell("intervention.note", .note, for: .machines), cell("intervention.id", .identifier, for: .machines),
    ]

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(columns: columns, rows: value["items"].items, name: .member("no"))
        var page: [Block] = [
            .title(Phrase.planMatrixTitle(LokusView.place(value["lokus"], language)).text(in: language)),
            table.rows.isEmpty ? .line(Phrase.matrixIsEmpty.text(in: language)) : .table(table),
        ]
        if value["baseline"].isNull { page.append(.line(Phrase.matrixWithoutBaseline.text(in: language))) }
        if value["items"].items.contains(where: { !$0["same_as"].isNull }) {
            page.append(.line(Phrase.moneyStandsOnce.text(in: language)))
        }
        return Answer(document: .asItCame(document), table: table, page: page)
    }

    /// `amounts.progress.quantity`: a member of a member; nothing where one of them is null.
    private static func cell(
        _ path: String, _ heading: Heading, _ kind: Column.Kind = .text, for audience: Column.Audience = .all
    ) -> Column {
        let members = path.split(separator: ".").map(String.init)
        return Column(path, heading, kind, for: audience) { row in members.reduce(row) { $0[$1] } }
    }

    /// `apbd_kabupaten=405000000`, as files have it.
    private static let funding: @Sendable (JSONValue) -> JSONValue = { row in
        .array(
            row["amounts"]["funding"].items.map {
                .string("\($0["source"].text ?? "")=\($0["amount_idr"].number?.text ?? "")")
            })
    }

    private static let needed: @Sendable (JSONValue, Language) -> String = { row, language in
        row["indicator"]["needed_to_reach_threshold"].isNull
            ? Cell.absent : RoundView.needed(row["indicator"], language)
    }

    private static let title: @Sendable (JSONValue, Language) -> String = { row, language in
        row["intervention"]["title"].text ?? Phrase.noInterventionYet.text(in: language)
    }

    private static let sources: @Sendable (JSONValue, Language) -> String = { row, language in
        let sources = row["amounts"]["funding"].items.compactMap { $0["source"].text }
        guard !sources.isEmpty else { return Cell.absent }
        return sources.map { Vocabulary.fundingSource.text(for: $0, in: language) }.joined(separator: ", ")
    }
}
