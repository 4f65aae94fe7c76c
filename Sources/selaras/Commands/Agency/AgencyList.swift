internal import ArgumentParser

struct AgencyList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar perangkat daerah dan instansi lain.",
        discussion: """
            Contoh:
              selaras agency list
              selaras agency list --kabupaten 63.02 -o csv
            """)

    @Option(help: ArgumentHelp("Hanya kabupaten/kota ini.", valueName: "kode"))
    var kabupaten: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let address = Address("agencies").with("kabupaten_code", kabupaten)
        let items = try await context.service(connection).list(address, limit: list.limit)
        try context.show(.list(items, Columns.agencies), output)
    }
}
