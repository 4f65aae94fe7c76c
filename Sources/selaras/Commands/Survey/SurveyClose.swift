internal import ArgumentParser
internal import Wire

struct SurveyClose: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Tutup pendataan dan hitung IKK-nya.",
        discussion: """
            Contoh:
              selaras survey close 63.02.12.2005/2025 --purpose baseline

            Sesudah ditutup, pendataan tidak dapat diubah lagi.
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Pendataan awal, sementara, atau ulang.", valueName: "jenis"))
    var purpose: Purpose

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let open = try await service.round(lokus, purpose)
        let closed = try await service.post(
            Address("survey-rounds", open.value["id"].text ?? "", "close"), version: open.etag)
        try context.show(RoundView.answer(closed, context.language), output)
    }
}
