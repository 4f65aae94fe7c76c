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
        let items = try await context.service(common).list(Address("catalogue-items"), by: list)
        try context.show(.list(items, Columns.catalogue, name: .member("code")), output, common)
    }
}
