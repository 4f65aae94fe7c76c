internal import Phrasing
internal import Wire

/// How far an intervention has got: "belum lapor", "nihil" and figures are three different things.
enum ProgressColumns {
    /// For rows with a member `progress`, which is null while nothing was reported.
    static let all = [latest] + figures

    /// The same beside a state, which a narrow screen shows rather than the period.
    static let besideState = [latest.spare] + figures

    private static let latest = Column(
        "progress_period", .latestReport, for: .people, tone: tone, words: report)

    private static let figures = [
        Column("physical_percent", .physical, .percent) { $0["progress"]["physical_percent"] },
        Column("quantity", .quantity, .decimal, value: { $0["progress"]["quantity"] }).spare,
        Column("spent_idr", .finance, .integer) { $0["progress"]["spent_idr"] },
        Column("progress_budget_year", .year, for: .machines) { $0["progress"]["budget_year"] },
        Column("progress_quarter", .period, for: .machines) { $0["progress"]["quarter"] },
        Column("nil", .nilReport, .yesNo, for: .machines) { $0["progress"]["nil"] },
    ]

    static func report(_ row: JSONValue, _ language: Language) -> String {
        let progress = row["progress"]
        guard let period = Period.text(of: progress, in: language) else { return Phrase.notReported.text(in: language) }
        return progress["nil"].flag == true ? Phrase.reportedNil(period).text(in: language) : period
    }

    private static func tone(_ row: JSONValue) -> Tone {
        row["progress"].isNull ? .faint : .plain
    }
}
