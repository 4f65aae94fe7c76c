internal import ArgumentParser

struct InterventionList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar intervensi sebuah lokus dan realisasinya.",
        discussion: """
            Contoh:
              selaras intervention list 63.02.12.2005/2025
              selaras intervention list 63.02.12.2005/2025 --agency DINKES
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Hanya perangkat daerah ini.", valueName: "kode"))
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let address = Address("interventions").with("plan_id", try await service.lokus(lokus).planID())
            .with("agency_code", agency)
        let items = try await service.list(address, limit: list.limit)
        try context.show(.list(items, InterventionView.columns), output)
    }
}
