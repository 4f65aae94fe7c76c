internal import ArgumentParser

struct LokusShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", Phrase("Tampilkan sebuah lokus dan pendataannya.", "Show a lokus and its surveys."),
            examples: ["selaras lokus show 63.02.12.2005/2025"])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let document = try await context.service(common).lokusDocument(lokus, past)
        try context.show(LokusView.answer(document, context.language), output, common)
    }
}
