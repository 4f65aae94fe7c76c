internal import Wire

/// What lists show of places and reference data.
enum Columns {
    static let regions = [
        Column("code", .code), Column("name", .name), Column("level", .level, .word(.level)), Column("within", .within),
    ]

    static let frameworks = [
        Column("code", .code), Column("version", .version, .integer), Column("title", .title),
        Column("status", .status, .word(.frameworkStatus)), Column("indicators", .indicatorCount, .integer),
        Column("dimensions", .dimensionCount, .integer), Column("weak_below", .weakBelow, .decimal),
        Column("aggregation", .aggregation, isExtra: true),
        Column("rounding_digits", .version, .integer, isExtra: true),
    ]

    static let frameworkIndicators = [
        Column("code", .code), Column("dimension", .dimension), Column("name", .indicator),
        Column("unit", .unit, .word(.unit)), Column("sensitive", .sensitive, .yesNo),
        Column("eligible", .eligible, isExtra: true), Column("direction", .direction, isExtra: true),
        Column("name_en", .name, isExtra: true), Column("provenance", .status, isExtra: true),
    ]

    static let agencies = [
        Column("code", .code), Column("short_name", .shortName), Column("name", .name),
        Column("kind", .kind, .word(.agencyKind)), Column("role", .role, isExtra: true),
        Column("indicators", .indicators), Column("parent_code", .within, isExtra: true),
        Column("urusan", .note, isExtra: true), Column("kabupaten_code", .kabupaten, isExtra: true),
    ]

    static let catalogue = [
        Column("code", .code), Column("title", .intervention), Column("unit", .unit),
        Column("indicators", .indicators), Column("agencies", .agencies),
    ]

    static let obligations = [
        Column("reference", .reference), Column("title", .intervention),
        Column("agency_name", .agency) { $0["agency_name"].isNull ? $0["agency_code"] : $0["agency_name"] },
        Column("desa_name", .desa) { .string("\($0["desa_name"].text ?? "") \($0["year"].number?.text ?? "")") },
        Column("period", .period) { Period.text(of: $0) },
        Column("due_on", .dueOn, .day),
        Column(
            "state", .obligation, .word(.obligation),
            tone: { $0["state"].text == "overdue" ? .bad : .plain }
        ) { row in
            guard row["state"].text == "overdue", let days = row["days_overdue"].integer else { return row["state"] }
            return .string(Phrase.overdueBy(days: days).text(in: .indonesian))
        },
        Column("budget_year", .year, .decimal, isExtra: true), Column("quarter", .period, .integer, isExtra: true),
        Column("days_overdue", .obligation, .integer, isExtra: true),
        Column("agency_code", .agency, isExtra: true), Column("intervention_id", .identifier, isExtra: true),
        Column("lokus_id", .identifier, isExtra: true), Column("report_id", .identifier, isExtra: true),
    ]
}
