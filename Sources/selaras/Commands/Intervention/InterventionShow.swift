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
        let document = try await context.service(common).intervention(reference, lokus, past)
        try context.show(InterventionView.answer(document, context.language), output, common)
    }
}
