internal import ArgumentParser

struct LokusShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan sebuah lokus dan pendataannya.",
        discussion: """
            Contoh:
              selaras lokus show 63.02.12.2005/2025
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let document = try await context.service(connection).lokusDocument(lokus)
        try context.show(LokusView.answer(document, context.language), output)
    }
}
