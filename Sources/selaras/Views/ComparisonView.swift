internal import Phrasing
internal import Planning
internal import Wire

/// Two rounds of one lokus beside each other, with the interventions between them.
enum ComparisonView {
    static let dimensions = [
        Column("code", .code, .code), Column("name", .dimension), Column("before", .before, .decimal),
        Column("after", .after, .decimal), Column("change", .changePoints, .change),
        Column(
            "interval", .interval, .code, for: .people,
            words: range),
    ]

    static let interventions =
        [
            Column("reference", .reference, .code), Column("title", .intervention), Column("agency_name", .agency),
            Column("indicators", .indicators).spare,
            Column("target", .target, for: .people, words: InterventionView.target).spare,
            Column("budget_idr", .budget, .integer),
        ] + ProgressColumns.all

    /// - Parameter isForStatisticians: with p-values, which mislead whoever did not ask for them.
    static func answer(_ document: Resource, _ language: Language, isForStatisticians: Bool) -> Answer {
        let rows = document.value["indicators"].items
        let columns = ComparisonColumns.indicators(rows)
        let shown = Table(columns: isForStatisticians ? ComparisonColumns.statistics : columns, rows: rows)
        return Answer(
            document: .asItCame(document),
            table: Table(columns: columns, rows: ComparisonRows.all(document.value), name: .member("code")),
            page: page(document.value, shown, language, isForStatisticians: isForStatisticians))
    }

    private static func page(
        _ value: JSONValue, _ indicators: Table, _ language: Language, isForStatisticians: Bool
    ) -> [Block] {
        let (before, after) = (value["before"], value["after"])
        let title = Phrase.comparisonTitle(
            LokusView.place(value["lokus"], language), Cell.text(before["purpose"], .word(.purpose), in: language),
            Cell.text(after["purpose"], .word(.purpose), in: language))
        var blocks: [Block] = [
            .title(title.text(in: language)), .line(ikk(value, language)),
        ]
        blocks += [before, after].filter { !RoundView.hasFamilies($0) }.map { round in
            let words = Cell.text(round["basis"], .word(.basis), in: language)
            return .line(
                Phrase.basisOf(Cell.text(round["purpose"], .word(.purpose), in: language), words).text(in: language))
        }
        blocks += bridged(value, language) + common(value, language)
        blocks += [
            .line(weak(value).text(in: language))
        ]
        blocks += nearTheLine(value, language) + targets(value, language)
        blocks += [
            .title(Phrase.indicators.text(in: language)), .table(indicators),
            .line(Phrase.comparisonLegend(value["method"]["families_in_both"].integer).text(in: language)),
            .line(
                Phrase.comparisonTerms(
                    hasMany: indicators.rows.contains { $0["is_undecided_by_comparisons"].flag == true }
                ).text(in: language)),
        ]
        if isForStatisticians { blocks += [.line(method(value["method"]).text(in: language))] }
        blocks += notComparable(value, language)
        blocks += [
            .title(Phrase.dimensions.text(in: language)),
            .table(Table(columns: dimensions, rows: value["dimensions"].items)),
        ]
        let planned = value["interventions"].items
        if !planned.isEmpty {
            blocks += [
                .title(Phrase.interventions.text(in: language)),
                .table(Table(columns: interventions, rows: planned)),
            ]
        }
        return blocks + association(value["association"], language)
            + [.line(Phrase.associationOnly.text(in: language))]
    }

    /// How the figures came about, and how many were tested beside each other.
    private static func method(_ method: JSONValue) -> Phrase {
        .comparisonMethod(
            isPanel: method["kind"].text == "panel", targets: method["tested_targets"].integer ?? 0,
            others: method["tested_others"].integer ?? 0)
    }

    private static func ikk(_ value: JSONValue, _ language: Language) -> String {
        Phrase.ikkHeadline(
            Cell.text(value["before"]["ikk"], .decimal, in: language),
            Cell.text(value["after"]["ikk"], .decimal, in: language),
            value["ikk_change"].number.flatMap(language.points) ?? Cell.absent,
            interval(value["ikk_interval"], language)
        ).text(in: language)
    }

    @Sendable static func range(_ row: JSONValue, _ language: Language) -> String {
        interval(row["interval"], language) ?? Cell.absent
    }

    /// `+1,92 s.d. +3,53`; nil where there is none.
    private static func interval(_ value: JSONValue, _ language: Language) -> String? {
        guard let lower = value["lower"].number.flatMap(language.change),
            let upper = value["upper"].number.flatMap(language.change)
        else { return nil }
        return Phrase.range(lower, upper).text(in: language)
    }

    private static func association(_ value: JSONValue, _ language: Language) -> [Block] {
        guard let with = value["mean_change_with"].number.flatMap(language.points),
            let without = value["mean_change_without"].number.flatMap(language.points)
        else { return [] }
        return [
            .line(
                Phrase.association(
                    value["completed"].items.compactMap(\.text), with, without, interval(value["interval"], language)
                ).text(in: language))
        ]
    }

    private static func notComparable(_ value: JSONValue, _ language: Language) -> [Block] {
        let indicators = value["indicators"].items.filter { $0["verdict"].text == "not_comparable" }.map { row in
            "\(row["code"].text ?? "") (\(Cell.text(row["reason"], .word(.changeReason), in: language)))"
        }
        return indicators.isEmpty ? [] : [.line(Phrase.notComparable(indicators).text(in: language))]
    }

    /// Indicators of which the later round cannot say on which side they are.
    private static func nearTheLine(_ value: JSONValue, _ language: Language) -> [Block] {
        let codes = value["indicators"].items.filter { $0["after"]["certainty"].text == "undecided" }
            .compactMap { $0["code"].text }
        return codes.isEmpty ? [] : [.line(Phrase.nearTheLine(codes).text(in: language))]
    }

    /// What the plan wanted to reach, and whether it did; nothing where nothing was declared.
    private static func targets(_ value: JSONValue, _ language: Language) -> [Block] {
        var blocks: [Block] = []
        if let target = value["target_ikk"].number {
            blocks.append(
                .line(
                    Phrase.targetIKK(
                        Cell.text(.number(target), .decimal, in: language), isReached: value["target_ikk_reached"].flag
                    ).text(in: language)))
        }
        let declared = value["indicators"].items.filter { !$0["target"].isNull }
        let leftOut = value["targets_left_out"].items.compactMap(\.text)
        func codes(_ isReached: Bool?) -> [String] {
            declared.filter { $0["target_reached"].flag == isReached }.compactMap { $0["code"].text }
        }
        if !(declared.isEmpty && leftOut.isEmpty) {
            let isJudged = value["after"]["purpose"].text == SurveyRound.Purpose.resurvey.rawValue
            blocks.append(
                .line(
                    Phrase.targets(
                        isJudged: isJudged, reached: codes(true), missed: codes(false), withoutValue: codes(nil),
                        leftOut: leftOut
                    ).text(in: language)))
        }
        return blocks
    }

    /// Where the rounds are by two versions of the framework: what is compared, and what has no part in it.
    private static func bridged(_ value: JSONValue, _ language: Language) -> [Block] {
        let sides = [value["bridged"]["before"], value["bridged"]["after"]]
        let versions = sides.compactMap { $0["framework_version"].integer }
        guard versions.count == 2 else { return [] }
        let indices = sides.map { Cell.text($0["ikk"], .decimal, in: language) }
        let leftOut = zip(versions, sides).map { version, side in
            (version: version, codes: side["left_out"].items.compactMap(\.text))
        }
        return [
            .line(
                Phrase.bridged(
                    versions: versions, by: value["framework_version"].integer ?? 0,
                    indicators: value["indicators"].items.count, indices: indices
                ).text(in: language))
        ]
            + leftOut.filter { !$0.codes.isEmpty }.map {
                .line(Phrase.leftOut($0.codes, version: $0.version).text(in: language))
            }
    }

    /// Where the two rounds do not count the same indicators, the change on those that both have.
    private static func common(_ value: JSONValue, _ language: Language) -> [Block] {
        let common = value["ikk_common"]
        guard !common.isNull else { return [] }
        var blocks: [Block] = [
            .line(
                Phrase.commonHeadline(
                    common["indicators"].integer ?? 0, Cell.text(common["before"], .decimal, in: language),
                    Cell.text(common["after"], .decimal, in: language),
                    common["change"].number.flatMap(language.points) ?? Cell.absent
                ).text(in: language))
        ]
        if let contribution = value["contribution_of_differing_sets"].number.flatMap(language.points) {
            blocks.append(.line(Phrase.differingSets(contribution).text(in: language)))
        }
        return blocks
    }

    /// A headline names what changed: nine before and nine after may be different nines.
    static func weak(_ value: JSONValue) -> Phrase {
        func codes(_ transition: String) -> [String] {
            value["indicators"].items.filter { $0["transition"].text == transition }.compactMap { $0["code"].text }
        }
        guard let before = value["before"]["weak_count"].integer, let after = value["after"]["weak_count"].integer
        else { return .weakCountUnknown }
        return .weakHeadline(
            before, after, left: codes("weak_to_clear"), joined: codes("clear_to_weak"))
    }
}
