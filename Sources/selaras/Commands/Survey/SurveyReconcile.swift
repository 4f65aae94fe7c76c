internal import ArgumentParser
internal import Planning

struct SurveyReconcile: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "reconcile",
            Phrase(
                "Cocokkan sebuah pendataan dengan nilai resmi yang diumumkan.",
                "Compare a survey with the announced official values."),
            examples: [
                "selaras survey reconcile 63.02.12.2005/2025",
                "selaras survey reconcile 63.02.12.2005/2025 --purpose resurvey -o json",
            ],
            more: Phrase(
                "Cara resmi menggabungkan indikator menjadi dimensi dan IKK tidak diumumkan. Perintah ini menunjukkan cara "
                    + "mana yang menghasilkan nilai yang diumumkan setelah dibulatkan, atau berapa selisihnya.",
                "How indicators are officially put together into dimensions and the index is not public. This shows which "
                    + "way gives the announced values when rounded, or how far it is off."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose = .baseline

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let round = try await service.lokus(lokus).roundID(purpose)
        let document = try await service.get(Address("survey-rounds", round, "reconciliation").with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(ReconciliationView.answer(named, context.language), output, common)
    }
}
