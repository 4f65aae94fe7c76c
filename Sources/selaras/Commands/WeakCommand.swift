internal import ArgumentParser

struct WeakCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "weak", abstract: "Indikator merah sebuah lokus: kekurangan, pengampu, dan rencananya.",
        discussion: """
            Contoh:
              selaras weak 63.02.12.2005/2025
              selaras weak 63.02.12.2005/2025 --purpose resurvey -o csv
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Pendataan awal, sementara, atau ulang.", valueName: "jenis"))
    var purpose: Purpose = .baseline

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let found = try await service.lokus(lokus)
        let document = try await service.get(
            Address("lokus", found.id, "weak-indicators").with("purpose", purpose.rawValue))
        try context.show(WeakView.answer(document, context.language), output)
    }
}
