internal import ArgumentParser

struct OperationShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show", Phrase("Tampilkan sebuah pekerjaan dan hasilnya.", "Show an operation and what came of it."),
            examples: ["selaras operation show 01a20183-1ed3-7ba0-844c-f47b23ac4168"])
    }

    @Argument(help: .operation)
    var operation: String

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let found = try await context.service(common).get(Address("operations", operation))
        try context.show(OperationView.answer(found, context.language), output, common)
    }
}
