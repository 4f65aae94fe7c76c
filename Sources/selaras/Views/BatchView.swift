internal import Intake
internal import Phrasing
internal import Wire

/// What became of each of many things.
enum BatchView {
    private static let columns = [
        Column("line", .line, .integer), Column("reference", .reference, .code),
        Column("budget_year", .year, for: .machines), Column("quarter", .period, for: .machines),
        Column("status", .outcome, for: .machines), Column("code", .code, for: .machines),
        Column("message", .explanation), Column("report_id", .identifier, for: .machines),
    ]

    static func reports(
        _ batch: Batch, _ rows: [ReportFormRow], _ write: WriteOptions, _ language: Language
    ) -> Answer {
        let items = zip(rows, zip(batch.document.value["items"].items, batch.problems)).map { row, item in
            let (item, problem) = item
            return JSONValue.object(
                JSONObject([
                    ("line", .integer(row.line)), ("budget_year", .integer(row.budgetYear)),
                    (
                        "reference",
                        row.reference.map { .string($0) } ?? item["representation"]["intervention_reference"]
                    ),
                    ("quarter", .integer(row.quarter)), ("status", item["status"]),
                    ("code", problem?.code.map { .string($0) } ?? .null),
                    ("message", problem.map { .string(reason($0, language)) } ?? .null),
                    ("report_id", item["representation"]["id"]),
                ]))
        }
        let refused = Table(columns: columns, rows: items.filter { !$0["message"].isNull }).forPeople
        let sentence = Phrase.reportsSent(batch.done, refused: batch.refused, write).text(in: language)
        return Answer(
            document: .asItCame(batch.document),
            table: Table(columns: columns, rows: items, name: .member("report_id")),
            page: [.line(sentence)] + (refused.rows.isEmpty ? [] : [.table(refused)])
                + warnings(batch, items, language))
    }

    /// The figures of taken reports that are hardly true, a row each.
    private static func warnings(_ batch: Batch, _ items: [JSONValue], _ language: Language) -> [Block] {
        let found = zip(items, batch.representations).flatMap { item, report in
            ReportView.warnings(report, language).map { warning in
                JSONValue.object(
                    JSONObject([
                        ("line", item["line"]), ("reference", item["reference"]), ("message", .string(warning)),
                    ]))
            }
        }
        guard !found.isEmpty else { return [] }
        let table = Table(columns: columns, rows: found).forPeople
        return [.title(Phrase.lookAgain.text(in: language)), .table(table)]
    }

    /// What was moved, and why the rest was not.
    static func moves(
        _ batch: Batch, _ references: [String], _ sentence: Phrase, _ language: Language, _ columns: [Column],
        name: String
    ) -> Answer {
        let refused = refused(batch, references, language).map { Block.line($0) }
        let table = Table(
            columns: columns, rows: batch.representations.filter { !$0.isNull }, name: .member(name))
        return Answer(
            document: .asItCame(batch.document), table: table,
            page: [.line(sentence.text(in: language))] + refused + (table.rows.isEmpty ? [] : [.table(table.forPeople)])
        )
    }

    /// A line for each that was not moved.
    static func refused(_ batch: Batch, _ references: [String], _ language: Language) -> [String] {
        zip(references, batch.problems).compactMap { reference, problem in
            problem.map { "  - \(reference): \(reason($0, language))" }
        }
    }

    private static func reason(_ problem: ServiceProblem, _ language: Language) -> String {
        let first = problem.errors.first?["message"].text ?? problem.detail ?? problem.title ?? problem.code ?? ""
        return OwnWords.translated(first, in: language)
    }
}
