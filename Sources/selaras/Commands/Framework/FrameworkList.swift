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
        let items = try await context.service(common).list(Address("frameworks"), by: list)
        try context.show(.list(items, Columns.frameworks, name: .codeAndVersion), output, common)
    }
}
