internal import ArgumentParser

struct InterventionShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", Phrase("Tampilkan sebuah intervensi.", "Show an intervention."),
            examples: ["selaras intervention show SPH25-01 --lokus 63.02.12.2005/2025"])
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.intervention(reference, lokus, past)
        let lines = try await service.budgetLines(of: document.value, past)
        try context.show(InterventionView.answer(document, context.language, paidBy: lines), output, common)
    }
}
