internal import Phrasing
internal import Planning
internal import Wire

/// The period that a report or an obligation is about.
enum Period {
    /// `TW III TA 2025`; nil where the document names none.
    static func text(of document: JSONValue, in language: Language) -> String? {
        period(of: document).map(language.period)
    }

    /// The same in every language, for sentences.
    static func phrase(of document: JSONValue) -> Phrase {
        let period = period(of: document)
        func text(_ language: Language) -> String { period.map(language.period) ?? "" }
        return Phrase(text(.indonesian), text(.english))
    }

    private static func period(of document: JSONValue) -> ReportPeriod? {
        guard let year = document["budget_year"].integer, let quarter = document["quarter"].integer else {
            return nil
        }
        return ReportPeriod(budgetYear: year, quarter: quarter)
    }
}
