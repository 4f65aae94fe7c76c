internal import ArgumentParser
internal import Wire

struct PlanAssign: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Tugaskan semua intervensi usulan kepada perangkat daerahnya.",
        discussion: """
            Contoh:
              selaras plan assign 63.02.12.2005/2025 --assigned-on 2025-08-25
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Tanggal penugasan (TTTT-BB-HH); bawaannya hari ini.", valueName: "tanggal"))
    var assignedOn: Day?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    private static let columns = [Column("assigned", .assignedCount, .integer)]

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let id = try await service.lokus(lokus).planID()
        let plan = try await service.get(Address("action-plans", id))
        var body = JSONObject()
        body["assigned_on"] = assignedOn.map { .string($0.text) }
        let document = try await service.post(
            Address("action-plans", id, "assign"), .object(body), version: plan.etag)
        let count = document.value["assigned"].integer ?? 0
        try context.show(
            Answer(
                document: .asItCame(document), table: Table(columns: Self.columns, rows: [document.value]),
                page: [.line(Phrase.interventionsAssigned(count).text(in: context.language))]), output)
    }
}
