internal import ArgumentParser
internal import Wire

struct LokusDecree: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "decree", abstract: "Catat SK penetapan lokus.",
        discussion: """
            Contoh:
              selaras lokus decree 63.02.12.2005/2025 \\
                --number 100.3.3.2/123 --on 2025-06-02
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Nomor SK.", valueName: "nomor"))
    var number: String

    @Option(help: ArgumentHelp("Tanggal SK (TTTT-BB-HH).", valueName: "tanggal"))
    var on: Day

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let present = try await service.lokusDocument(lokus)
        let found = Lokus(value: present.value)
        let document = try await service.patch(
            Address("lokus", found.id), ["decree_number": .string(number), "decree_on": .string(on.text)],
            version: present.etag)
        try context.show(LokusView.answer(document, context.language, first: .changed(.lokus(found.label))), output)
    }
}
