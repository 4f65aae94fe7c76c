internal import ArgumentParser
internal import Wire

struct InboxCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Tugas saya: laporan realisasi yang harus dibuat.",
        discussion: """
            Contoh:
              selaras inbox
              selaras inbox --all
              selaras inbox --lokus 63.02.12.2005/2025 --agency DINKES
            """)

    @Flag(help: "Termasuk yang sudah dilaporkan.")
    var all = false

    @Option(help: LokusHelp.text)
    var lokus: LokusReference?

    @Option(help: ArgumentHelp("Hanya perangkat daerah ini.", valueName: "kode"))
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        var address = Address("report-obligations").with("agency_code", agency)
        if let lokus { address = address.with("plan_id", try await service.lokus(lokus).planID()) }
        var items = try await service.list(address, limit: list.limit)
        if all {
            // Without a state the service leaves out what is reported.
            items += try await service.list(address.with("state", "reported"), limit: list.limit)
            items.sort { Self.order($0) < Self.order($1) }
            if let limit = list.limit { items = Array(items.prefix(limit)) }
        }
        try context.show(.list(items, ObligationColumns.all), output)
    }

    /// As the service orders each of its lists.
    private static func order(_ item: JSONValue) -> (String, String) {
        (item["due_on"].text ?? "", item["reference"].text ?? "")
    }
}
