internal import Phrasing
internal import Wire

/// What became of a file that was taken.
enum ReceiptView {
    static let surveyColumns =
        [
            Column("dry_run", .state, .yesNo), Column("purpose", .purpose, .word(.purpose)),
            Column("file_name", .fileName),
        ] + counts + [
            Column("removed", .removed, .integer), Column("missing_from_file", .missing, .integer),
            Column("families_in_round", .familiesInRound, .integer), Column("file_sha256", .fileDigest),
            Column("round_id", .identifier), Column("import_id", .identifier),
        ]

    static let interventionColumns =
        [Column("dry_run", .state, .yesNo), Column("file_name", .fileName)] + counts
        + [Column("plan_id", .identifier)]

    private static let counts = [
        Column("rows_read", .rowsRead, .integer), Column("added", .added, .integer),
        Column("changed", .changed, .integer), Column("same", .same, .integer),
        Column("rejected", .rejected, .integer),
    ]

    static func survey(_ document: Resource, _ language: Language) -> Answer {
        Answer(
            document: .asItCame(document),
            table: Table(columns: surveyColumns, rows: [document.value], name: .member("purpose")),
            page: page(ofSurvey: document.value, language))
    }

    static func page(ofSurvey receipt: JSONValue, _ language: Language) -> [Block] {
        var blocks: [Block] = [.line(sentence(receipt, language))]
        if let removed = receipt["removed"].integer, removed > 0 {
            blocks.append(.line(Phrase.missingFromFile(removed, removed: true).text(in: language)))
        } else if let missing = receipt["missing_from_file"].integer, missing > 0 {
            blocks.append(.line(Phrase.missingFromFile(missing, removed: false).text(in: language)))
        }
        blocks.append(
            .facts([
                Fact(.purpose, Cell.text(receipt["purpose"], .word(.purpose), in: language)),
                Fact(.byStatus, RoundView.statuses(receipt["by_status"], language)),
                Fact(.familiesInRound, Cell.text(receipt["families_in_round"], .integer, in: language)),
                Fact(.fileDigest, receipt["file_sha256"].text),
            ]))
        return blocks
    }

    static let resultColumns =
        [Column("dry_run", .state, .yesNo), Column("file_name", .fileName)] + counts + [
            Column("ignored", .ignored, .integer), Column("rounds_made", .roundsMade, .integer),
            Column("file_sha256", .fileDigest), Column("import_id", .identifier),
        ]

    private static let rounds = [
        Column("desa_code", .code, .code), Column("year", .year), Column("purpose", .purpose, .word(.purpose)),
        Column("basis", .basis, .word(.basis)), Column("id", .identifier, for: .machines),
    ]

    static func results(_ document: Resource, _ language: Language) -> Answer {
        let receipt = document.value
        let rounds = receipt["rounds"].items
        return Answer(
            document: .asItCame(document),
            table: Table(columns: resultColumns, rows: [receipt], name: .member("import_id")),
            page: [.line(sentence(receipt, language))]
                + (receipt["ignored"].integer.flatMap { $0 > 0 ? $0 : nil }.map {
                    [.line(Phrase.linesLeftAlone($0).text(in: language))]
                } ?? [])
                + (rounds.isEmpty ? [] : [.table(Table(columns: Self.rounds, rows: rounds))]))
    }

    static func interventions(_ document: Resource, of lokus: Lokus, _ language: Language) -> Answer {
        Answer(
            document: .asItCame(document),
            table: Table(columns: interventionColumns, rows: [document.value], name: .given(lokus.label)),
            page: [.line(sentence(document.value, language))])
    }

    private static func sentence(_ receipt: JSONValue, _ language: Language) -> String {
        func count(_ name: String) -> Int { receipt[name].integer ?? 0 }
        return Phrase.receipt(
            dryRun: receipt["dry_run"].flag == true,
            Phrase.Counts(
                read: count("rows_read"), added: count("added"), changed: count("changed"), same: count("same"),
                rejected: count("rejected"))
        ).text(in: language)
    }
}
