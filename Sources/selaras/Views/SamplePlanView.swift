internal import Phrasing
internal import Wire

/// What the next survey of a lokus will be able to tell.
enum SamplePlanView {
    static func columns(_ wanted: JSONValue) -> [Column] {
        let (width, change) = (wanted["half_width"], wanted["change"])
        return [
            Column("code", .code, .code), Column("name", .indicator).oneLine.spare,
            Column("dimension", .dimension, for: .machines), Column("unit", .unit, .word(.unit), for: .machines),
            Column("value", .value, .decimal, title: .valueMeasured),
            Column("families", .families, .integer, title: .familiesMeasured),
            Column("families_in_village", .familiesInVillage, .integer, for: .machines),
            points("detectable_by_panel_points", .sameFamilies, "detectable_by_panel", "single"),
            points("detectable_by_panel_among_all_points", .sameFamiliesAmongAll, "detectable_by_panel", "among_all"),
            points("detectable_by_independent_points", .otherFamilies, "detectable_by_independent", "single"),
            Column("detectable_by_independent_among_all_points", .value, .text, for: .machines) {
                $0["detectable_by_independent"]["among_all"]
            },
            size("families_for_half_width", .forHalfWidth(figure(width, .indonesian), figure(width, .english))),
            size("families_for_change_by_panel", .forChange(figure(change, .indonesian), figure(change, .english))),
            Column("families_for_change_by_independent", .value, .text, for: .machines) {
                $0["families_for_change_by_independent"]["families"]
            },
            Column("is_reachable_by_independent", .value, .text, for: .machines) {
                $0["families_for_change_by_independent"]["is_reachable"]
            },
        ]
    }

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(
            columns: columns(value["wanted"]), rows: value["indicators"].items, name: .member("code"))
        return Answer(document: .asItCame(document), table: table, page: page(value, table, language))
    }

    private static func page(_ value: JSONValue, _ table: Table, _ language: Language) -> [Block] {
        let (round, wanted) = (value["round"], value["wanted"])
        let purpose = Cell.text(round["purpose"], .word(.purpose), in: language)
        var blocks: [Block] = [
            .title(Phrase.samplePlanTitle(LokusView.place(value["lokus"], language)).text(in: language)),
            .line(
                Phrase.samplePlanBasis(
                    purpose.lowercased(), Cell.text(round["families_counted"], .integer, in: language),
                    Cell.text(round["families_represented"], .integer, in: language)
                ).text(in: language)),
        ]
        if let families = value["families_for_any_value"]["families"].integer {
            let village = wanted["families"].isNull ? round["families_represented"] : wanted["families"]
            blocks.append(
                .line(
                    Phrase.sampleOfVillage(
                        figure(wanted["half_width"], language), language.integer(families),
                        Cell.text(village, .integer, in: language)
                    ).text(in: language)))
        }
        return blocks + [
            .table(table),
            .line(
                Phrase.samplePlanLegend(
                    value["comparisons"].integer ?? 0, figure(wanted["discordance"], language)
                ).text(in: language)),
        ]
    }

    private static func points(
        _ name: String, _ title: Phrase, _ object: String, _ member: String
    ) -> Column {
        Column(
            name, .change, .code, title: title, value: { $0[object][member] },
            words: { row, language in
                row[object][member].number.flatMap(language.rounded) ?? Cell.absent
            })
    }

    /// A number that the village does not have is marked.
    private static func size(_ name: String, _ title: Phrase) -> Column {
        Column(
            name, .families, .code, title: title, value: { $0[name]["families"] },
            words: { row, language in
                guard let families = row[name]["families"].integer else { return Cell.absent }
                return language.integer(families) + (row[name]["is_reachable"].flag == false ? " *" : "")
            })
    }

    private static func figure(_ value: JSONValue, _ language: Language) -> String {
        Cell.text(value, .decimal, in: language)
    }
}
