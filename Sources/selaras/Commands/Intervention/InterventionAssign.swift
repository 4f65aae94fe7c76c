internal import ArgumentParser
internal import Wire

struct InterventionAssign: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Tugaskan sebuah intervensi kepada perangkat daerahnya.",
        discussion: """
            Contoh:
              selaras intervention assign SPH25-01 --lokus 63.02.12.2005/2025
            """)

    @Argument(help: ArgumentHelp("Rujukan intervensi.", valueName: "rujukan"))
    var reference: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Tanggal penugasan (TTTT-BB-HH); bawaannya hari ini.", valueName: "tanggal"))
    var assignedOn: Day?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let present = try await service.intervention(reference, lokus)
        var body = JSONObject()
        body["assigned_on"] = assignedOn.map { .string($0.text) }
        let document = try await service.post(
            Address("interventions", present.value["id"].text ?? "", "assign"), .object(body), version: present.etag)
        try context.show(
            InterventionView.answer(document, context.language, first: .changed(.intervention(reference))), output)
    }
}
