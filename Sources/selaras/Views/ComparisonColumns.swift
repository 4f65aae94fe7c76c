internal import Phrasing
internal import Wire

/// The indicators of a comparison, as tables.
enum ComparisonColumns {
    /// For people: what moved, how far that may be chance, and what can be said of it.
    static func indicators(_ rows: [JSONValue]) -> [Column] {
        let hasTargets = rows.contains { !$0["target"].isNull }
        return [
            machine("level"), Column("code", .code, .code), Column("dimension", .dimension, for: .machines),
            Column("before", .beforeShort, .decimal, value: { $0["before"]["value"] }).spare,
            Column("after", .afterShort, .decimal, value: { $0["after"]["value"] }).spare,
            Column("change", .change, .change),
            IntervalBar(rows).column.spare,
            Column("verdict", .conclusion, .code, tone: verdictTone, words: conclusion),
            Column("name", .indicator).oneLine,
            Column(
                "transition", .transition, .code, tone: tone,
                words: { row, language in Cell.text(row["transition"], .word(.transition), in: language) }
            ).spare,
            Column("contribution", .contribution, .change).spare,
            Column("target", .target, .decimal, for: hasTargets ? .all : .machines).spare, machine("target_reached"),
            Column("interventions", .intervention, for: .machines),
        ] + forMachines
    }

    /// For statisticians: what the verdicts follow from.
    static let statistics: [Column] = [
        Column("code", .code, .code), Column("change", .change, .change),
        Column("panel_change", .panelChange, .change) { $0["panel"]["change"] },
        Column("interval_lower", .lower, .change) { $0["interval"]["lower"] },
        Column("interval_upper", .upper, .change) { $0["interval"]["upper"] },
        Column("p", .p, .text, words: { row, language in probability(row["p"], language) }),
        Column("adjusted_p", .adjustedP, .text, words: { row, language in probability(row["adjusted_p"], language) }),
        Column(
            "after_relative_standard_error_percent", .relativeError, .code,
            words: { row, language in
                row["after"]["relative_standard_error_percent"].number.flatMap(language.rounded) ?? Cell.absent
            }),
        Column("after_relative_standard_error_class", .reliability, .word(.reliability)) {
            $0["after"]["relative_standard_error_class"]
        },
        Column("after_certainty", .certainty, .word(.certainty)) { $0["after"]["certainty"] },
        Column("verdict", .conclusion, .code, tone: verdictTone, words: conclusion),
    ]

    private static let forMachines =
        [
            Column("unit", .unit, .word(.unit), for: .machines), machine("maximum"), evidence("interval", "lower"),
            evidence("interval", "upper"), machine("standard_error"), machine("p"), machine("adjusted_p"),
            machine("reason"), machine("absence"), machine("is_undecided_by_comparisons"), machine("is_target"),
            machine("correlation"), machine("method"), machine("value_unit"),
        ] + side("before") + side("after")
        + ["families", "both", "after_only", "before_only", "neither", "change", "p"].map { evidence("panel", $0) }
        + ["lower", "upper"].map { limit in
            Column("panel_interval_\(limit)", .value, .text, for: .machines) { $0["panel"]["interval"][limit] }
        }

    private static func side(_ name: String) -> [Column] {
        let members = [
            "good", "eligible", "weak", "standard_error", "effective_size", "relative_standard_error_percent",
            "relative_standard_error_class", "certainty", "absence",
        ]
        return members.map { evidence(name, $0) }
            + ["lower", "upper"].map { limit in
                Column("\(name)_interval_\(limit)", .value, .text, for: .machines) { $0[name]["interval"][limit] }
            }
    }

    private static func machine(_ name: String) -> Column { Column(name, .value, .text, for: .machines) }

    private static func evidence(_ object: String, _ member: String) -> Column {
        Column("\(object)_\(member)", .value, .text, for: .machines) { $0[object][member] }
    }

    /// The verdict, or the one word that says why nothing can be told.
    private static func conclusion(_ row: JSONValue, _ language: Language) -> String {
        if row["is_undecided_by_comparisons"].flag == true { return Phrase.manyComparisons.text(in: language) }
        if row["reason"].text == "too_few" { return Phrase.tooFewToTell.text(in: language) }
        return Cell.text(row["verdict"], .word(.changeVerdict), in: language)
    }

    /// Four decimals, and below that only that it is below.
    private static func probability(_ value: JSONValue, _ language: Language) -> String {
        guard let p = value.number?.double else { return Cell.absent }
        let units = Int((p * 10_000).rounded())
        let mark = language == .indonesian ? "," : "."
        if p > 0, units == 0 { return "<0\(mark)0001" }
        let digits = String(units % 10_000)
        return "\(units / 10_000)\(mark)" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func verdictTone(_ row: JSONValue) -> Tone {
        switch row["verdict"].text {
        case "improved": .good
        case "worsened": .bad
        default: .faint
        }
    }

    private static func tone(_ row: JSONValue) -> Tone {
        switch row["transition"].text {
        case "clear_to_weak", "stayed_weak": .bad
        case "weak_to_clear": .good
        default: .plain
        }
    }
}
