internal import ArgumentParser

struct SurveyList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar pendataan sebuah lokus.", "List the surveys of a lokus."),
            examples: ["selaras survey list 63.02.12.2005/2025"])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let address = Address("survey-rounds").with("lokus_id", try await service.lokus(lokus).id)
        let items = try await service.list(address, by: list)
        try context.show(.list(items, RoundView.columns, name: .member("purpose")), output, common)
    }
}
