internal import ArgumentParser

struct InterventionShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan sebuah intervensi.",
        discussion: """
            Contoh:
              selaras intervention show SPH25-01 --lokus 63.02.12.2005/2025
            """)

    @Argument(help: ArgumentHelp("Rujukan intervensi.", valueName: "rujukan"))
    var reference: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let document = try await context.service(connection).intervention(reference, lokus)
        try context.show(InterventionView.answer(document, context.language), output)
    }
}
