internal import ArgumentParser
internal import Wire

struct AccountReset: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "reset", Phrase("Kode baru bagi yang lupa kata sandi.", "A new code for who forgot the password."),
            examples: ["selaras account reset rahmat@kotabaru.example"],
            more: Phrase(
                "Kata sandi yang lama tetap berlaku sampai kode dipakai.",
                "The old password holds until the code is used."))
    }

    @Argument(help: .account)
    var account: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let id = try await service.account(account)
        let made = try await service.post(Address("accounts", id, "reset").with("dry_run", write.dryRun))
        try context.show(
            AccountView.code(made, context.language, write.dryRun ? .simulated(.invitation) : .codeMade), output, common
        )
    }
}
