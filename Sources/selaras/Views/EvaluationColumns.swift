internal import Phrasing
internal import Wire

/// What a year of an intervention shows: for people what was to be done and was, for programs every figure of the form.
enum EvaluationColumns {
    static let all =
        [
            Column("reference", .reference, .code), Column("title", .intervention),
            Column("agency_name", .agency).spare, Column("agency_code", .agency, for: .machines),
            Column("desa_code", .code, for: .machines), Column("desa_name", .desa).spare,
            Column("year", .year, for: .machines), Column("budget_year", .budgetYear).spare,
            Column("codes", .code).spare, Column("unit", .quantityUnit).spare,
        ] + target + quarters + achieved + [
            Column("unverified_reports", .unverified, .integer).spare,
            Column("obstacles", .obstacles).spare, Column("follow_up", .followUp).spare,
            Column("intervention_id", .identifier, for: .machines), Column("plan_id", .identifier, for: .machines),
            Column("lokus_id", .identifier, for: .machines),
        ]

    private static let target = [
        figure("target", "quantity", .target, .decimal, for: .machines),
        figure("target", "budget_idr", .budget, .integer, for: .machines),
        figure("before", "quantity", .quantity, .decimal, for: .machines),
        figure("before", "spent_idr", .finance, .integer, for: .machines),
        figure("target_of_year", "quantity", .target, .decimal),
        figure("target_of_year", "budget_idr", .budget, .integer),
    ]

    private static let quarters = (1...4).flatMap { quarter in
        [
            figure(
                "quarter_\(quarter)", "quantity", .quantity, .decimal,
                title: Phrase("TW \(roman[quarter - 1])", "Q\(quarter)")
            ).spare,
            figure("quarter_\(quarter)", "spent_idr", .finance, .integer, for: .machines),
        ]
    }

    private static let achieved =
        [
            figure("of_year", "quantity", .quantity, .decimal),
            figure("achieved_in_year", "quantity_percent", .achieved, .percent),
            figure("achieved_in_year", "quantity_grade", .grade, .word(.grade)),
            figure("of_year", "spent_idr", .finance, .integer),
            figure("achieved_in_year", "spent_percent", .achieved, .percent),
            figure("achieved_in_year", "spent_grade", .grade, .word(.grade), for: .machines),
            figure("until_now", "quantity", .quantity, .decimal, for: .machines),
            figure("until_now", "spent_idr", .finance, .integer, for: .machines),
        ]
        + ["quantity", "spent"].flatMap { of in
            [
                figure("achieved_until_now", "\(of)_percent", .achieved, .percent, for: .machines),
                figure("achieved_until_now", "\(of)_grade", .grade, .word(.grade), for: .machines),
            ]
        }

    private static let roman = ["I", "II", "III", "IV"]

    /// A member of an object that a quarter without a report does not have.
    private static func figure(
        _ object: String, _ member: String, _ heading: Heading, _ kind: Column.Kind,
        for audience: Column.Audience = .all, title: Phrase? = nil
    ) -> Column {
        Column("\(object).\(member)", heading, kind, for: audience, title: title) { $0[object][member] }
    }
}
