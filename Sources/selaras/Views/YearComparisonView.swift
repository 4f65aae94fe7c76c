internal import Phrasing
internal import Wire

/// All lokus of a year beside each other.
enum YearComparisonView {
    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let rows = document.value["items"].items
        let table = Table(columns: columns(rows), rows: rows, name: .desaAndYear)
        let bridged = rows.filter { $0["bridged"].flag == true }.compactMap { $0["lokus"]["desa_name"].text }
        return Answer(
            document: .asItCame(document), table: table,
            page: [
                .title(
                    Phrase.yearComparisonTitle(
                        document.value["year"].integer ?? 0,
                        Cell.text(document.value["before"], .word(.purpose), in: language),
                        Cell.text(document.value["after"], .word(.purpose), in: language)
                    ).text(in: language)),
                .table(table), .line(Phrase.yearComparisonLegend.text(in: language)),
            ] + (bridged.isEmpty ? [] : [.line(Phrase.yearBridged(bridged).text(in: language))]))
    }

    private static func columns(_ rows: [JSONValue]) -> [Column] {
        return [
            Column("desa_name", .desa) { $0["lokus"]["desa_name"] },
            Column("ikk_before", .beforeShort, .decimal) { $0["before"]["ikk"] },
            Column("ikk_after", .afterShort, .decimal) { $0["after"]["ikk"] },
            Column("ikk_change", .change, .change),
            IntervalBar(rows, of: "ikk_").column,
            Column("verdict", .conclusion, .code, words: conclusion),
            Column("kabupaten_name", .kabupaten, value: { $0["lokus"]["kabupaten_name"] }).spare,
            Column("weak", .weak, .code, for: .people, words: weak).spare,
            Column("target_ikk", .targetIKK, .decimal).spare,
            Column("targets", .targetsReached, .code, for: .people, words: targets).spare,
            Column("improved", .improved, .integer).spare, Column("worsened", .worsened, .integer).spare,
        ] + forMachines
    }

    private static let forMachines: [Column] =
        ["desa_code", "kabupaten_code", "year", "id"].map { name in
            Column(name, .code, .text, for: .machines) { $0["lokus"][name] }
        }
        + [
            "ikk_standard_error", "ikk_p", "ikk_adjusted_p", "kind", "bridged", "target_ikk_reached", "targets",
            "targets_reached", "obstacle", "cannot_tell", "not_comparable", "is_undecided_by_comparisons",
        ].map {
            Column($0, .value, .text, for: .machines)
        }
        + ["lower", "upper"].map { limit in
            Column("ikk_interval_\(limit)", .value, .text, for: .machines) { $0["ikk_interval"][limit] }
        }
        + ["before", "after"].flatMap { side in
            ["weak_count", "families_counted", "category"].map { name in
                Column("\(side)_\(name)", .value, .text, for: .machines) { $0[side][name] }
            }
        }

    private static func conclusion(_ row: JSONValue, _ language: Language) -> String {
        guard row["obstacle"].isNull else { return Cell.text(row["obstacle"], .word(.obstacle), in: language) }
        if row["is_undecided_by_comparisons"].flag == true { return Phrase.manyComparisons.text(in: language) }
        return Cell.text(row["verdict"], .word(.changeVerdict), in: language)
    }

    private static func targets(_ row: JSONValue, _ language: Language) -> String {
        guard let count = row["targets"].integer, count > 0, let reached = row["targets_reached"].integer else {
            return Cell.absent
        }
        return Phrase.ofTarget(String(reached), String(count)).text(in: language)
    }

    private static func weak(_ row: JSONValue, _ language: Language) -> String {
        ["before", "after"].map { Cell.text(row[$0]["weak_count"], .integer, in: language) }.joined(separator: " → ")
    }
}
