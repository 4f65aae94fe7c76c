internal import ArgumentParser

struct LokusList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar desa/kelurahan lokus.", "List focus villages."),
            examples: ["selaras lokus list", "selaras lokus list --year 2025 -o csv"])
    }

    @Option(help: .of("Hanya tahun ini.", "Only this year.", .year))
    var year: Int?

    @Option(
        help: .of("Hanya kabupaten/kota ini.", "Only this kabupaten/kota.", .code), completion: .kabupaten)
    var kabupaten: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireRegion(kabupaten)
        let address = Address("lokus").with("year", year).with("kabupaten_code", kabupaten).with(past)
        let listing = Listing(address: address, columns: LokusView.columns, name: .desaAndYear)
        try await context.show(listing, from: service, by: list, output, common)
    }
}
