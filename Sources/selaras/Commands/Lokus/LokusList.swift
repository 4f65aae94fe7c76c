internal import ArgumentParser

struct LokusList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar desa/kelurahan lokus.",
        discussion: """
            Contoh:
              selaras lokus list
              selaras lokus list --year 2025 -o csv
            """)

    @Option(help: ArgumentHelp("Hanya tahun ini.", valueName: "tahun"))
    var year: Int?

    @Option(help: ArgumentHelp("Hanya kabupaten/kota ini.", valueName: "kode"))
    var kabupaten: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let address = Address("lokus").with("year", year).with("kabupaten_code", kabupaten)
        let items = try await context.service(connection).list(address, limit: list.limit)
        try context.show(.list(items, LokusView.columns), output)
    }
}
