internal import ArgumentParser

struct OperationCancel: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "cancel",
            Phrase(
                "Batalkan sebuah pekerjaan; tidak ada yang tersimpan separuh.",
                "Cancel an operation; nothing is half stored."),
            examples: ["selaras operation cancel 01a20183-1ed3-7ba0-844c-f47b23ac4168"],
            more: Phrase(
                "Meminta sekali lagi bukan kesalahan. Yang sudah berakhir tidak dapat dibatalkan.",
                "To ask again is no fault. What has ended cannot be cancelled."))
    }

    @Argument(help: .operation)
    var operation: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let found = try await context.service(common).post(
            Address("operations", operation, "cancel").with("dry_run", write.dryRun))
        let message = write.dryRun ? Phrase.simulated(.cancellation) : .cancellationAsked
        try context.show(OperationView.answer(found, context.language, message), output, common)
    }
}
