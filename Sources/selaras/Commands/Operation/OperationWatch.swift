internal import ArgumentParser

struct OperationWatch: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "watch", Phrase("Tunggu sebuah pekerjaan sampai berakhir.", "Wait for an operation until its end."),
            examples: ["selaras operation watch 01a20183-1ed3-7ba0-844c-f47b23ac4168"],
            more: Phrase(
                "Kode keluarnya nol bila berhasil; pekerjaan yang gagal memberi kode kesalahannya.",
                "The exit code is zero where it succeeded; an operation that failed gives the code of its fault."))
    }

    @Argument(help: .operation)
    var operation: String

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let ended = try await context.wait(for: operation, context.service(common), common)
        try OperationView.requireSuccess(ended)
        try context.show(OperationView.answer(ended, context.language), output, common)
    }
}
