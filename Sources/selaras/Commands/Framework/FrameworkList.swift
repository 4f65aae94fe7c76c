internal import ArgumentParser

struct FrameworkList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar kerangka indikator dan versinya.", "List indicator frameworks and their versions."),
            examples: ["selaras framework list"])
    }

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(address: Address("frameworks"), columns: Columns.frameworks, name: .codeAndVersion)
        try await context.show(listing, from: context.service(common), by: list, output, common)
    }
}
