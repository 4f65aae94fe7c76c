internal import ArgumentParser

struct AgencyList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar perangkat daerah dan instansi lain.", "List agencies and other offices."),
            examples: ["selaras agency list", "selaras agency list --kabupaten 63.02 -o csv"])
    }

    @Option(
        help: .of("Hanya kabupaten/kota ini.", "Only this kabupaten/kota.", .code), completion: .kabupaten)
    var kabupaten: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireRegion(kabupaten)
        let address = Address("agencies").with("kabupaten_code", kabupaten)
        let listing = Listing(address: address, columns: Columns.agencies, name: .member("code"))
        try await context.show(listing, from: service, by: list, output, common)
    }
}
