internal import ArgumentParser
internal import Planning

struct SurveyShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", Phrase("Tampilkan hasil sebuah pendataan.", "Show the result of a survey."),
            examples: [
                "selaras survey show 63.02.12.2005/2025 --purpose baseline",
                "selaras survey show 63.02.12.2005/2025 --purpose baseline -o csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let round = try await context.named(service.round(lokus, purpose, past), service, output, common)
        try context.show(RoundView.answer(round, context.language), output, common)
    }
}
