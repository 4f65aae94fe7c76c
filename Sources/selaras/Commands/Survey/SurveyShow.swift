internal import ArgumentParser

struct SurveyShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan hasil sebuah pendataan.",
        discussion: """
            Contoh:
              selaras survey show 63.02.12.2005/2025 --purpose baseline
              selaras survey show 63.02.12.2005/2025 --purpose baseline -o csv
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Pendataan awal, sementara, atau ulang.", valueName: "jenis"))
    var purpose: Purpose

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let round = try await context.service(connection).round(lokus, purpose)
        try context.show(RoundView.answer(round, context.language), output)
    }
}
