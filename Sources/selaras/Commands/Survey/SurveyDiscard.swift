internal import ArgumentParser
internal import Planning
internal import Wire

struct SurveyDiscard: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "discard",
            Phrase(
                "Hapus pendataan yang belum ditutup, misalnya karena salah desa.",
                "Take away a survey that is not closed, for example of the wrong village."),
            examples: [
                "selaras survey discard 63.02.12.2005/2025 --purpose resurvey --reason \"Berkas desa lain\"",
                "selaras survey discard 63.02.12.2005/2025 --purpose resurvey --reason \"Berkas desa lain\" --dry-run",
            ],
            more: Phrase(
                "Jawaban keluarga dan bukti impornya ikut terhapus; berkasnya dapat diimpor lagi. Alasannya tercatat dalam "
                    + "riwayat. Untuk berkas yang keliru sebagian, cukup impor yang benar (--replace).",
                "The answers of its families and its receipts go with it; the files can be imported again. The reason is "
                    + "kept in the history. Where only some of a file was wrong, import the right one (--replace)."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose

    @Option(help: .of("Alasan dihapus.", "Why it is taken away.", .text))
    var reason: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [
        Column("families_discarded", .families, .integer), Column("files_discarded", .files, .integer),
    ]

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let open = try await service.round(lokus, purpose)
        if !write.dryRun {
            let name = Vocabulary.purpose.text(for: purpose.rawValue, in: context.language)
            try context.confirm(.askDiscard(name, LokusView.place(open.value, context.language)), consent, common)
        }
        context.lastWords.set(.interruptedWrite)
        let discarded = try await service.post(
            Address("survey-rounds", open.value["id"].text ?? "", "discard").with("dry_run", write.dryRun),
            ["reason": .string(reason)], version: open.etag)
        let families = discarded.value["families_discarded"].integer ?? 0
        let line = write.dryRun ? Phrase.surveyWouldBeDiscarded(families) : .surveyDiscarded(families)
        try context.show(
            Answer(
                document: .asItCame(discarded),
                table: Table(columns: Self.columns, rows: [discarded.value], name: .given(open.value["id"].text ?? "")),
                page: [.line(line.text(in: context.language))]), output, common)
    }
}
