internal import Wire

/// What lists show of places and reference data.
enum Columns {
    static let regions = [
        Column("code", .code, .code), Column("name", .name), Column("level", .level, .word(.level)),
        Column("within", .within),
    ]

    static let frameworks = [
        Column("code", .code, .code), Column("version", .version, .integer), Column("title", .title),
        Column("status", .status, .word(.frameworkStatus)), Column("indicators", .indicatorCount, .integer),
        Column("dimensions", .dimensionCount, .integer), Column("weak_below", .weakBelow, .decimal),
        Column("aggregation", .aggregation, for: .machines),
        Column("rounding_digits", .roundingDigits, .integer, for: .machines),
    ]

    static let frameworkIndicators = [
        Column("code", .code, .code), Column("dimension", .dimension), Column("name", .indicator),
        Column("unit", .unit, .word(.unit)), Column("sensitive", .sensitive, .yesNo),
        Column("eligible", .eligible, for: .machines), Column("direction", .direction, for: .machines),
        Column("name_en", .name, for: .machines), Column("provenance", .provenance, for: .machines),
    ]

    static let agencies = [
        Column("code", .code, .code), Column("short_name", .shortName), Column("name", .name),
        Column("kind", .kind, .word(.agencyKind)), Column("role", .role, for: .machines),
        Column("indicators", .indicators), Column("parent_code", .within, for: .machines),
        Column("urusan", .urusan, for: .machines), Column("kabupaten_code", .kabupaten, for: .machines),
    ]

    static let catalogue = [
        Column("code", .code, .code), Column("title", .intervention), Column("unit", .unit),
        Column("indicators", .indicators), Column("agencies", .agencies),
    ]
}
