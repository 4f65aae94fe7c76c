internal import ArgumentParser

struct RegionShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", Phrase("Tampilkan sebuah wilayah.", "Show a region."),
            examples: ["selaras region show 63.02.12.2005"])
    }

    @Argument(help: .of("Kode wilayah.", "Code of the region.", .code), completion: .desa)
    var code: String

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let region = try await context.service(common).get(Address("regions", code))
        let facts = Columns.regions.map { Fact($0.heading, $0.text(region.value, in: context.language)) }
        try context.show(
            Answer(
                document: .asItCame(region),
                table: Table(columns: Columns.regions, rows: [region.value], name: .member("code")),
                page: [.facts(facts)]), output, common)
    }
}
