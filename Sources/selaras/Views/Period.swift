internal import Planning
internal import Wire

/// The period that a report or an obligation is about.
enum Period {
    /// `TW III TA 2025`; nil where the document names none.
    static func text(of document: JSONValue) -> String? {
        guard let year = document["budget_year"].integer, let quarter = document["quarter"].integer,
            let period = ReportPeriod(budgetYear: year, quarter: quarter)
        else { return nil }
        return Indonesian.period(period)
    }
}
