internal import Phrasing
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

    /// Of these indicators; what none of them has is no column for people.
    static func frameworkIndicators(_ indicators: [JSONValue]) -> [Column] {
        func audience(_ isThere: (JSONValue) -> Bool) -> Column.Audience {
            indicators.contains(where: isThere) ? .all : .machines
        }
        return frameworkIndicators + [
            Column("maximum", .maximum, .integer, for: audience { ($0["maximum"].integer ?? 1) > 1 }),
            Column(
                "activity", .activity, for: audience { !$0["suggestion"].isNull },
                value: { $0["suggestion"]["activity"] }, words: activity
            ).spare,
            Column(
                "activity_levels", .mayAct, for: audience { !$0["suggestion"]["levels"].items.isEmpty },
                value: { $0["suggestion"]["levels"] }, words: levels
            ).spare,
            Column("activity_en", .activity, for: .machines, value: { $0["suggestion"]["activity_en"] }),
            Column("activity_urusan", .urusan, for: .machines, value: { $0["suggestion"]["urusan"] }),
            Column("equivalent_to", .equivalent, for: audience { !$0["equivalent"].isNull }, value: equivalent).spare,
        ]
    }

    private static func activity(_ row: JSONValue, _ language: Language) -> String {
        Cell.text(row["suggestion"][language == .indonesian ? "activity" : "activity_en"], .text, in: language)
    }

    private static func levels(_ row: JSONValue, _ language: Language) -> String {
        let words = row["suggestion"]["levels"].items.map { Cell.text($0, .word(.actingLevel), in: language) }
        return words.isEmpty ? Cell.absent : words.joined(separator: ", ")
    }

    /// `1/KLS-02`, as in the file of a framework.
    private static func equivalent(_ row: JSONValue) -> JSONValue {
        guard let version = row["equivalent"]["version"].number, let code = row["equivalent"]["code"].text else {
            return .null
        }
        return .string("\(version.text)/\(code)")
    }

    private static let frameworkIndicators = [
        Column("code", .code, .code), Column("dimension", .dimension), Column("name", .indicator),
        Column("unit", .unit, .word(.unit), words: RoundView.unit), Column("sensitive", .sensitive, .yesNo),
        Column("eligible", .eligible, for: .machines), Column("direction", .direction, for: .machines),
        Column("name_en", .name, for: .machines), Column("provenance", .provenance, for: .machines),
    ]

    static let agencies = [
        Column("code", .code, .code), Column("short_name", .shortName), Column("name", .name),
        Column("kind", .kind, .word(.agencyKind)), Column("role", .role, for: .machines),
        Column("indicators", .indicators), Column("parent_code", .within, for: .machines),
        Column("region_code", .areas, for: .machines), Column("urusan", .urusan, for: .machines),
        Column("kabupaten_code", .kabupaten, for: .machines),
    ]

    static let catalogue = [
        Column("code", .code, .code), Column("title", .intervention), Column("unit", .unit),
        Column("indicators", .indicators), Column("agencies", .agencies),
    ]
}
