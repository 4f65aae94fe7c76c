internal import ArgumentParser

struct RegionSearch: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Cari wilayah menurut nama.",
        discussion: """
            Contoh:
              selaras region search sangsang
              selaras region search pulau --level desa --under 63.02

            Huruf besar, spasi, dan tanda hubung tidak dibedakan: sangsang menemukan Sang Sang.
            """)

    enum Level: String, CaseIterable, ExpressibleByArgument {
        case provinsi, kabupaten, kota, kecamatan, desa, kelurahan
    }

    @Argument(help: ArgumentHelp("Bagian dari nama.", valueName: "teks"))
    var text: String

    @Option(help: ArgumentHelp("Hanya tingkat ini.", valueName: "tingkat"))
    var level: Level?

    @Option(help: ArgumentHelp("Hanya di dalam wilayah ini.", valueName: "kode"))
    var under: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let address = Address("regions").with("q", text).with("level", level?.rawValue).with(
            "code", under.map { "under.\($0)" })
        let items = try await context.service(connection).list(address, limit: list.limit)
        try context.show(.list(items, Columns.regions), output)
    }
}
