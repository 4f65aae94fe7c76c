internal import ArgumentParser
internal import Wire

struct InterventionAccept: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Terima penugasan sebuah intervensi.",
        discussion: """
            Contoh:
              selaras intervention accept SPH25-01 --lokus 63.02.12.2005/2025
            """)

    @Argument(help: ArgumentHelp("Rujukan intervensi.", valueName: "rujukan"))
    var reference: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let present = try await service.intervention(reference, lokus)
        let document = try await service.post(
            Address("interventions", present.value["id"].text ?? "", "accept"), version: present.etag)
        try context.show(
            InterventionView.answer(document, context.language, first: .changed(.intervention(reference))), output)
    }
}
