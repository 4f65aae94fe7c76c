internal import Phrasing
internal import Wire

/// A budget line in lists and alone.
enum BudgetView {
    static let columns = [
        Column("code", .code, .code), Column("title", .budgetLine), Column("agency_name", .agency),
        Column("agency_code", .agency, for: .machines), Column("budget_year", .budgetYear),
        Column("source", .source, .word(.fundingSource)).spare,
        Column("stage", .budgetStage, .word(.budgetStage)).spare,
        Column("ceiling_idr", .ceiling, .integer), Column("shared_idr", .shared, .integer),
        Column("left_idr", .left, .integer, tone: tone),
        Column("written_code", .writtenCode, for: .machines), Column("nomenclature", .nomenclature, for: .machines),
        Column("kabupaten_code", .kabupaten, for: .machines), Column("id", .identifier, for: .machines),
    ]

    private static let stages = [
        Column("stage", .budgetStage, .word(.budgetStage)), Column("ceiling_idr", .ceiling, .integer),
    ]
    private static let shares = [
        Column("reference", .reference, .code), Column("title", .intervention), Column("agency_code", .agency, .code),
        Column("desa_name", .desa), Column("year", .year), Column("amount_idr", .shared, .integer),
    ]
    /// As an intervention shows the lines that pay it.
    static let ofIntervention = [
        Column("code", .code, .code), Column("title", .budgetLine), Column("budget_year", .budgetYear),
        Column("source", .source, .word(.fundingSource)), Column("amount_idr", .shared, .integer),
        Column("ceiling_idr", .ceiling, .integer), Column("left_idr", .left, .integer, tone: tone),
    ]

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        let value = document.value
        return Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [value], name: .member("id")),
            page: page(value, language), message: message)
    }

    private static func page(_ line: JSONValue, _ language: Language) -> [Block] {
        var blocks: [Block] = [
            .title(line["title"].text ?? ""),
            .facts([
                code(line), Fact(.nomenclature, line["nomenclature"].text),
                Fact(.agency, line["agency_name"].text),
                Fact(.budgetYear, line["budget_year"].number?.text),
                Fact(.source, Cell.text(line["source"], .word(.fundingSource), in: language)),
                Fact(.budgetStage, Cell.text(line["stage"], .word(.budgetStage), in: language)),
                Fact(.ceiling, Cell.text(line["ceiling_idr"], .integer, in: language)),
                Fact(.shared, Cell.text(line["shared_idr"], .integer, in: language)),
                Fact(.left, Cell.text(line["left_idr"], .integer, in: language)),
                Fact(.identifier, line["id"].text),
            ]),
            .table(Table(columns: stages, rows: line["stages"].items)),
        ]
        if let left = line["left_idr"].integer, left < 0 {
            let references = line["shares"].items.compactMap { $0["reference"].text }
            blocks.append(.line(Phrase.aboveCeiling(language.integer(-left), references).text(in: language)))
        }
        if !line["shares"].items.isEmpty {
            blocks += [
                .title(Phrase.paidInterventions.text(in: language)),
                .table(Table(columns: shares, rows: line["shares"].items)),
            ]
        }
        if let unseen = line["unseen_idr"].integer, unseen > 0 {
            blocks.append(.line(Phrase.sharedUnseen(language.integer(unseen)).text(in: language)))
        }
        return blocks
    }

    /// As somebody wrote it where that is no code of a sub-activity.
    private static func code(_ line: JSONValue) -> Fact {
        let written = line["code"].text == nil ? line["written_code"].text : nil
        return written.map { Fact(.writtenCode, $0) } ?? Fact(.code, line["code"].text)
    }

    private static let tone: @Sendable (JSONValue) -> Tone = { line in
        (line["left_idr"].integer ?? 0) < 0 ? .bad : .plain
    }
}
