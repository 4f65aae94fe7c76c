internal import ArgumentParser

struct CatalogueList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list",
            Phrase(
                "Daftar jenis intervensi dan indikator sasarannya.", "List kinds of interventions and what they aim at."
            ),
            examples: ["selaras catalogue list"])
    }

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(address: Address("catalogue-items"), columns: Columns.catalogue, name: .member("code"))
        try await context.show(listing, from: context.service(common), by: list, output, common)
    }
}
