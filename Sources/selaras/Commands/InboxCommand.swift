internal import ArgumentParser
internal import Wire

struct InboxCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "inbox",
            Phrase("Tugas saya: laporan realisasi yang harus dibuat.", "My tasks: the progress reports that are due."),
            examples: [
                "selaras inbox", "selaras inbox --all", "selaras inbox --watch",
                "selaras inbox --lokus 63.02.12.2005/2025 --agency DINKES",
            ])
    }

    @Flag(help: .of("Termasuk yang sudah dilaporkan.", "Also what is reported already."))
    var all = false

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var watching: WatchOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await context.watch(watching, output, common) {
            .list(try await items(service), ObligationColumns.all, name: .member("reference"))
        }
    }

    private func items(_ service: Service) async throws -> [JSONValue] {
        var address = Address("report-obligations").with("agency_code", agency)
        if let lokus { address = address.with("plan_id", try await service.lokus(lokus).planID()) }
        var items = try await service.list(address, by: list)
        guard all else { return items }
        // Without a state the service leaves out what is reported.
        items += try await service.list(address.with("state", "reported"), by: list)
        items.sort { Self.order($0) < Self.order($1) }
        return list.limit.map { Array(items.prefix($0)) } ?? items
    }

    /// As the service orders each of its lists.
    private static func order(_ item: JSONValue) -> (String, String) {
        (item["due_on"].text ?? "", item["reference"].text ?? "")
    }
}
