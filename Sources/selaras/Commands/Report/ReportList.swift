internal import ArgumentParser

struct ReportList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar laporan realisasi sebuah lokus.",
        discussion: """
            Contoh:
              selaras report list 63.02.12.2005/2025 --year 2025 --quarter 3
              selaras report list 63.02.12.2005/2025 --agency DINKES -o csv
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Hanya tahun anggaran ini.", valueName: "tahun"))
    var year: Int?

    @Option(help: ArgumentHelp("Hanya triwulan ini.", valueName: "triwulan"))
    var quarter: Int?

    @Option(help: ArgumentHelp("Hanya perangkat daerah ini.", valueName: "kode"))
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let address = Address("reports").with("plan_id", try await service.lokus(lokus).planID())
            .with("agency_code", agency).with("budget_year", year).with("quarter", quarter)
            .with("sort", "intervention_reference,budget_year,quarter")
        try context.show(.list(try await service.list(address, limit: list.limit), ReportView.columns), output)
    }
}
