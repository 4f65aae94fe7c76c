internal import ArgumentParser
internal import Planning

struct SurveyReview: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "review",
            Phrase(
                "Periksa mutu data sebuah pendataan sebelum angkanya dipakai.",
                "Check the quality of a survey's data before its figures are used."),
            examples: [
                "selaras survey review 63.02.12.2005/2025",
                "selaras survey review 63.02.12.2005/2025 --purpose resurvey -o csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose = .baseline

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let round = try await service.lokus(lokus).roundID(purpose)
        let document = try await service.get(Address("survey-rounds", round, "findings"))
        try context.show(ReviewView.answer(document, context.language), output, common)
    }
}
