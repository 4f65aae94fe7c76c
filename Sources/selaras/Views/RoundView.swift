internal import Phrasing
internal import Wire

/// A survey round in lists and alone.
enum RoundView {
    static let columns = [
        Column("purpose", .purpose, .word(.purpose)), Column("state", .roundState, .word(.roundState)),
        Column("basis", .basis, .word(.basis), for: .machines), Column("design", .design, .word(.design)).spare,
        Column("closed_at", .closedAt, .moment).spare,
        Column("ikk", .ikkColumn, .decimal) { $0["result"]["ikk"] },
        Column("category", .category, .word(.category), value: { $0["result"]["category"] }).spare,
        Column("weak_count", .weakCount, .integer) { $0["result"]["weak_count"] },
        Column("families_counted", .counted, .integer, value: { $0["result"]["families_counted"] }).spare,
        Column("id", .identifier, for: .machines), Column("framework_code", .framework, for: .machines),
        Column("framework_version", .version, for: .machines),
    ]

    /// For rows of several lokus.
    static let placed =
        [Column("desa_code", .code, .code), Column("desa_name", .desa), Column("year", .year)] + columns

    static func indicators(_ result: JSONValue) -> [Column] {
        [
            Column("code", .code, .code), Column("name", .indicator),
            Column("dimension", .dimension, for: .machines),
            Column("value", .value, .percent, tone: weakTone),
            Column("good_of_eligible", .goodOfEligible, for: .people, words: goodOfEligible),
            Column("good", .goodOfEligible, .integer, for: .machines),
            Column("eligible", .eligible, .integer, for: .machines),
            Column("needed_to_reach_threshold", .needed, .integer, title: neededTitle(result), words: needed),
            Column("certainty", .certainty, .word(.certainty)),
            Column("unit", .unit, .word(.unit), for: .machines), Column("weak", .weak, .yesNo, for: .machines),
            Column("families_missing", .missing, .integer, for: .machines),
            Column("families_not_applicable", .notApplicable, .integer, for: .machines),
        ] + sureness
    }

    /// How sure a figure is, for whoever computes on.
    static let sureness: [Column] =
        ["lower", "upper"].map { limit in
            Column("interval_\(limit)", .value, .text, for: .machines) { $0["interval"][limit] }
        }
        + [
            "standard_error", "effective_size", "relative_standard_error_percent", "relative_standard_error_class",
            "absence",
        ].map { Column($0, .value, .text, for: .machines) }

    static let dimensions = [
        Column("code", .code, .code), Column("name", .dimension), Column("value", .value, .decimal),
        Column(
            "interval", .interval, .code, for: .people,
            words: { row, language in range(row["interval"], language) ?? Cell.absent }),
    ]

    private static let files = [
        Column("file_name", .fileName), Column("rows_read", .rowsRead, .integer), Column("added", .added, .integer),
        Column("changed", .changed, .integer), Column("same", .same, .integer),
        Column("removed", .removed, .integer), Column("imported_at", .importedAt, .moment),
    ]

    static func answer(_ round: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        Answer(
            document: .asItCame(round),
            table: Table(
                columns: indicators(round.value["result"]), rows: round.value["result"]["indicators"].items,
                name: .member("code")),
            page: page(round.value, language), message: message)
    }

    private static func page(_ round: JSONValue, _ language: Language) -> [Block] {
        let purpose = Cell.text(round["purpose"], .word(.purpose), in: language)
        let title = Phrase.roundTitle(purpose, LokusView.place(round, language)).text(in: language)
        let result = round["result"]
        guard !result.isNull else {
            return [.title(title), .facts(setting(round, language))] + imported(round, language)
                + [.line(Phrase.roundStillOpen.text(in: language))]
        }
        return [.title(title), .facts(outcome(round, language) + setting(round, language))]
            + [
                .title(Phrase.dimensions.text(in: language)),
                .table(Table(columns: dimensions, rows: result["dimensions"].items)),
            ]
            + assumed(result, language) + weak(result, language) + sampled(round, result, language)
            + announced(round, language) + imported(round, language)
    }

    private static let figures = [
        Column("code", .code, .code), Column("value", .value, .decimal),
        Column("good_of_eligible", .goodOfEligible, for: .people, words: announcedTotals),
        Column("source", .announcedBy), Column("published_on", .announcedOn, .day),
    ]

    private static func announced(_ round: JSONValue, _ language: Language) -> [Block] {
        let figures = round["published"].items
        guard !figures.isEmpty else { return [] }
        return [
            .title(Phrase.announcedTitle.text(in: language)), .table(Table(columns: Self.figures, rows: figures)),
        ]
    }

    private static func announcedTotals(_ row: JSONValue, _ language: Language) -> String {
        guard !row["eligible"].isNull else { return Cell.absent }
        return Phrase.ofTarget(
            Cell.text(row["good"], .integer, in: language), Cell.text(row["eligible"], .integer, in: language)
        ).text(in: language)
    }

    private static func imported(_ round: JSONValue, _ language: Language) -> [Block] {
        let imports = round["imports"].items
        guard !imports.isEmpty else { return [] }
        return [.title(Heading.files.text(in: language)), .table(Table(columns: files, rows: imports))]
    }

    private static func outcome(_ round: JSONValue, _ language: Language) -> [Fact] {
        let result = round["result"]
        let category = result["category_name"].text ?? Cell.text(result["category"], .word(.category), in: language)
        return [
            Fact(.ikk, index(result, language)), Fact(.category, category),
        ]
            + (hasFamilies(round)
                ? families(result, language) : [Fact(.basis, Cell.text(round["basis"], .word(.basis), in: language))])
    }

    /// `75,91 (rentang yang mungkin 75,63 s.d. 76,19)`, the range where there is one.
    static func index(_ result: JSONValue, _ language: Language) -> String {
        let value = Cell.text(result["ikk"], .decimal, in: language)
        guard let range = range(result["ikk_interval"], language) else { return value }
        return Phrase.valueWithRange(value, range).text(in: language)
    }

    /// `75,63 s.d. 76,19`; nil where there is none.
    private static func range(_ interval: JSONValue, _ language: Language) -> String? {
        guard let lower = interval["lower"].number.flatMap(language.rounded),
            let upper = interval["upper"].number.flatMap(language.rounded)
        else { return nil }
        return Phrase.range(lower, upper).text(in: language)
    }

    /// Of those that were looked for and gave no answer nothing is known, so this is said wherever they count.
    private static func assumed(_ result: JSONValue, _ language: Language) -> [Block] {
        let statuses = result["by_status"]
        guard let absent = statuses["no_respondent"].integer, let refused = statuses["refused"].integer,
            absent + refused > 0
        else { return [] }
        return [.line(Phrase.missingAtRandom(absent: absent, refused: refused).text(in: language))]
    }

    /// Whether the answers of families are known, as of every round before there were others.
    static func hasFamilies(_ round: JSONValue) -> Bool { (round["basis"].text ?? "families") == "families" }

    private static func families(_ result: JSONValue, _ language: Language) -> [Fact] {
        [
            Fact(
                .families,
                Phrase.familiesOf(
                    Cell.text(result["families_counted"], .integer, in: language),
                    Cell.text(result["families_represented"], .integer, in: language)
                ).text(in: language)),
            Fact(.listed, Cell.text(result["families_listed"], .integer, in: language)),
            Fact(.byStatus, statuses(result["by_status"], language)),
        ]
    }

    private static func setting(_ round: JSONValue, _ language: Language) -> [Fact] {
        [
            Fact(.design, Cell.text(round["design"], .word(.design), in: language)),
            Fact(.familiesInVillage, Cell.text(round["families_in_village"], .integer, in: language)),
            Fact(.surveyedFrom, Cell.text(round["surveyed_from"], .day, in: language)),
            Fact(.surveyedUntil, Cell.text(round["surveyed_until"], .day, in: language)),
            Fact(
                .framework,
                Phrase.frameworkVersion(
                    round["framework_code"].text ?? "", round["framework_version"].number?.text ?? ""
                ).text(in: language)),
            Fact(.roundState, Cell.text(round["state"], .word(.roundState), in: language)),
            Fact(.closedAt, Cell.text(round["closed_at"], .moment, in: language)),
        ]
    }

    /// `Lengkap 264, Sebagian 4, …`, in the order of the visits' codes.
    static func statuses(_ counts: JSONValue, _ language: Language) -> String {
        Vocabulary.familyStatuses.map { status in
            Phrase.status(
                Vocabulary.familyStatus.text(for: status, in: language),
                Cell.text(counts[status], .integer, in: language)
            ).text(in: language)
        }.joined(separator: ", ")
    }

    private static func weak(_ result: JSONValue, _ language: Language) -> [Block] {
        let rows = result["indicators"].items.filter { $0["weak"].flag == true }
        guard !result["weak_count"].isNull || !rows.isEmpty else {
            return [.line(Phrase.weakUnknown.text(in: language))]
        }
        let all = result["indicators"].items.count
        let unknown = result["indicators"].items.count { $0["absence"].text == "not_published" }
        let covers: [Block] =
            unknown > 0 ? [.line(Phrase.announcedCovers(all - unknown, all).text(in: language))] : []
        guard !rows.isEmpty else { return covers + [.line(Phrase.noneWeak.text(in: language))] }
        let total = result["indicators_used"].integer ?? all
        return covers + [
            .title(Phrase.weakTitle(count: rows.count, total: total, below: threshold(result)).text(in: language)),
            .table(Table(columns: indicators(result), rows: rows)),
        ]
    }

    /// Of a sample, that what is needed is needed in the sample: for a plan it is more.
    /// - Parameter counts: What has `families_counted` and `families_represented`.
    static func sampled(_ round: JSONValue, _ counts: JSONValue, _ language: Language) -> [Block] {
        guard let design = round["design"].text, design != "census", let counted = counts["families_counted"].integer,
            let represented = counts["families_represented"].integer, 0 < counted, counted < represented
        else { return [] }
        let tenths = (represented * 20 + counted) / (2 * counted)
        let times = JSONNumber("\(tenths / 10).\(tenths % 10)").flatMap(language.decimal) ?? Cell.absent
        return [
            .line(
                Phrase.neededInSample(language.integer(counted), of: language.integer(represented), times: times)
                    .text(in: language))
        ]
    }

    /// The framework's threshold, where the document states it: `75`.
    static func threshold(_ document: JSONValue) -> Phrase? {
        guard let number = document["weak_below"].number, let id = Language.indonesian.decimal(number),
            let en = Language.english.decimal(number)
        else { return nil }
        return Phrase(id, en)
    }

    static func neededTitle(_ document: JSONValue) -> Phrase? {
        threshold(document).map { Phrase("Kekurangan menuju \($0.indonesian)", "Needed to reach \($0.english)") }
    }

    static func goodOfEligible(_ row: JSONValue, _ language: Language) -> String {
        guard !row["eligible"].isNull else { return Cell.absent }
        return Phrase.ofTarget(
            Cell.text(row["good"], .integer, in: language),
            quantity(row["eligible"], row, language)
        ).text(in: language)
    }

    /// `36 orang`: how many more are needed to reach the threshold, in the indicator's unit.
    static func needed(_ row: JSONValue, _ language: Language) -> String {
        row["needed_to_reach_threshold"].isNull
            ? Cell.absent : quantity(row["needed_to_reach_threshold"], row, language)
    }

    private static func quantity(_ number: JSONValue, _ row: JSONValue, _ language: Language) -> String {
        Phrase.quantity(
            Cell.text(number, .integer, in: language), unit(row, language)
        ).text(in: language)
    }

    /// What is counted, in a word: families or persons, and points where families are scored.
    static func unit(_ row: JSONValue, _ language: Language) -> String {
        if (row["maximum"].integer ?? 1) > 1 { return Phrase.points.text(in: language) }
        return Cell.text(row["unit"], .word(.unit), in: language)
    }

    private static func weakTone(_ row: JSONValue) -> Tone {
        row["weak"].flag == true ? .bad : .plain
    }
}
