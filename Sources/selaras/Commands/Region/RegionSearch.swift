internal import ArgumentParser
internal import Planning

struct RegionSearch: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "search", Phrase("Cari wilayah menurut nama.", "Find regions by name."),
            examples: ["selaras region search sangsang", "selaras region search pulau --level desa --under 63.02"],
            more: Phrase(
                "Huruf besar, spasi, dan tanda hubung tidak dibedakan: sangsang menemukan Sang Sang.",
                "Capitals, blanks and hyphens make no difference: sangsang finds Sang Sang."))
    }

    @Argument(help: .of("Bagian dari nama.", "A part of the name.", .text))
    var text: String

    @Option(help: .of("Hanya tingkat ini.", "Only this level.", .level))
    var level: Region.Level?

    @Option(help: .of("Hanya di dalam wilayah ini.", "Only within this region.", .code), completion: .kabupaten)
    var under: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireRegion(under)
        let address = Address("regions").with("q", text).with("level", level?.rawValue)
            .with("code", under.map { "under.\($0)" })
        let listing = Listing(address: address, columns: Columns.regions, name: .member("code"))
        try await context.show(listing, from: service, by: list, output, common)
    }
}
