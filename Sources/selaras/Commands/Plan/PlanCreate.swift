internal import ArgumentParser
internal import Wire

struct PlanCreate: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Buat rencana aksi sebuah lokus.",
        discussion: """
            Contoh:
              selaras plan create 63.02.12.2005/2025 --agreed-on 2025-08-20

            Memerlukan pendataan awal.
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Judul rencana aksi.", valueName: "teks"))
    var title: String?

    @Option(help: ArgumentHelp("Tanggal disepakati dalam rakor (TTTT-BB-HH).", valueName: "tanggal"))
    var agreedOn: Day?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let found = try await service.lokus(lokus)
        var body = JSONObject([("lokus_id", .string(found.id))])
        body["title"] = title.map { .string($0) }
        body["agreed_on"] = agreedOn.map { .string($0.text) }
        let document = try await service.post(Address("action-plans"), .object(body))
        try context.show(PlanView.answer(document, context.language, first: .added(.plan(found.label))), output)
    }
}
