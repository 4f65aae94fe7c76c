internal import Phrasing
internal import Wire

/// What the list of tasks shows.
enum ObligationColumns {
    static let all = [
        Column("reference", .reference, .code), Column("title", .intervention),
        Column("agency_code", .agency, for: .machines), Column("agency_name", .agency).spare,
        Column("desa_name", .desa).spare, Column("year", .year).spare,
        Column("period", .period, .phrase, for: .people, words: { Period.text(of: $0, in: $1) ?? Cell.absent }),
        Column("budget_year", .year, for: .machines), Column("quarter", .period, for: .machines),
        Column("due_on", .dueOn, .day),
        Column("state", .obligation, .word(.obligation), tone: tone, words: state),
        Column("days_overdue", .obligation, .integer, for: .machines),
        Column("intervention_id", .identifier, for: .machines), Column("plan_id", .identifier, for: .machines),
        Column("lokus_id", .identifier, for: .machines), Column("report_id", .identifier, for: .machines),
        Column("report_state", .state, for: .machines),
    ]

    private static func state(_ row: JSONValue, _ language: Language) -> String {
        if let report = row["report_state"].text, report == "draft" || report == "returned" {
            let words = Vocabulary.reportState.text(for: report, in: language)
            let days = row["days_overdue"].integer ?? 0
            return days > 0 ? "\(words), \(Phrase.overdueBy(days: days).text(in: language))" : words
        }
        if row["state"].text == "overdue", let days = row["days_overdue"].integer {
            return Phrase.overdueBy(days: days).text(in: language)
        }
        return Cell.text(row["state"], .word(.obligation), in: language)
    }

    private static func tone(_ row: JSONValue) -> Tone {
        row["state"].text == "overdue" ? .bad : .plain
    }
}
