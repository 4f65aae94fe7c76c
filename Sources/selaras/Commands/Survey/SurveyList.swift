internal import ArgumentParser

struct SurveyList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar pendataan sebuah lokus.",
        discussion: """
            Contoh:
              selaras survey list 63.02.12.2005/2025
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let address = Address("survey-rounds").with("lokus_id", try await service.lokus(lokus).id)
        try context.show(.list(try await service.list(address, limit: list.limit), RoundView.columns), output)
    }
}
