internal import ArgumentParser
internal import Planning
internal import Wire

struct SurveyClose: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "close", Phrase("Tutup pendataan dan hitung IKK-nya.", "Close a survey and compute its index (IKK)."),
            examples: [
                "selaras survey close 63.02.12.2005/2025 --purpose baseline",
                "selaras survey close 63.02.12.2005/2025 --purpose baseline --dry-run",
            ],
            more: Phrase(
                "Sesudah ditutup, pendataan tidak dapat diubah lagi; karena itu perintah ini bertanya dahulu, kecuali "
                    + "dengan --yes.",
                "A closed survey cannot be changed; therefore this command asks first, except with --yes."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose

    @OptionGroup var write: WriteOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let open = try await service.round(lokus, purpose)
        if !write.dryRun {
            let name = Vocabulary.purpose.text(for: purpose.rawValue, in: context.language)
            try context.confirm(.askClose(name, LokusView.place(open.value, context.language)), consent, common)
        }
        context.lastWords.set(.interruptedWrite)
        let closed = try await service.post(
            Address("survey-rounds", open.value["id"].text ?? "", "close").with("dry_run", write.dryRun),
            version: open.etag)
        let message = write.dryRun ? Phrase.simulated(.closing) : nil
        let named = try await context.named(closed, service, output, common)
        try context.show(RoundView.answer(named, context.language, message), output, common)
    }
}
