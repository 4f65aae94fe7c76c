internal import Phrasing
internal import Planning
internal import Wire

/// How far an intervention has got: "belum lapor", "nihil" and figures are three different things.
enum ProgressColumns {
    /// For rows with the members `progress`, which is null while nothing is verified, and `unverified` beside it.
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
        Column("unverified_budget_year", .year, for: .machines) { $0["unverified"]["budget_year"] },
        Column("unverified_quarter", .period, for: .machines) { $0["unverified"]["quarter"] },
        Column("unverified_physical_percent", .physical, .percent, for: .machines) {
            $0["unverified"]["physical_percent"]
        },
        Column("unverified_quantity", .quantity, .decimal, for: .machines) { $0["unverified"]["quantity"] },
        Column("unverified_spent_idr", .finance, .integer, for: .machines) { $0["unverified"]["spent_idr"] },
    ]

    static func report(_ row: JSONValue, _ language: Language) -> String {
        let told = [
            period(row["progress"], language),
            period(row["unverified"], language).map { Phrase.notVerified($0).text(in: language) },
        ].compactMap { $0 }
        return told.isEmpty ? Phrase.notReported.text(in: language) : told.joined(separator: "; ")
    }

    private static func period(_ progress: JSONValue, _ language: Language) -> String? {
        guard let period = Period.text(of: progress, in: language) else { return nil }
        return progress["nil"].flag == true ? Phrase.reportedNil(period).text(in: language) : period
    }

    /// `40 %, 18 unit, Rp400.000`: in one line beside others.
    static func figures(_ said: JSONValue, _ unit: String?, _ language: Language) -> String? {
        guard let spent = said["spent_idr"].integer else { return nil }
        let quantity = Cell.text(said["quantity"], .decimal, in: language)
        return [
            Cell.text(said["physical_percent"], .percent, in: language),
            Phrase.quantity(quantity, unit ?? "").text(in: language), language.rupiah(Rupiah(Int64(spent))),
        ].joined(separator: ", ")
    }

    private static func tone(_ row: JSONValue) -> Tone {
        row["progress"].isNull && row["unverified"].isNull ? .faint : .plain
    }
}
