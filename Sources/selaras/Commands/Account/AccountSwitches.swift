internal import ArgumentParser
internal import Wire

struct AccountDisable: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "disable", Phrase("Nonaktifkan akun.", "Disable an account."),
            examples: ["selaras account disable rahmat@kotabaru.example"],
            more: Phrase(
                "Sesi dan token akun itu ditolak mulai permintaan berikutnya.",
                "Its sessions and tokens are refused from the next request on."))
    }

    @Argument(help: .account)
    var account: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let id = try await service.account(account)
        _ = try await service.post(Address("accounts", id, "disable").with("dry_run", write.dryRun))
        context.note(write.dryRun ? .simulated(.accountChange) : .accountDisabled, common)
    }
}

struct AccountEnable: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "enable", Phrase("Aktifkan kembali akun.", "Enable an account again."),
            examples: ["selaras account enable rahmat@kotabaru.example"],
            more: Phrase(
                "Yang belum berakhir dengan sendirinya berlaku kembali.",
                "What had not ended by itself is good again."))
    }

    @Argument(help: .account)
    var account: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let id = try await service.account(account)
        _ = try await service.post(Address("accounts", id, "enable").with("dry_run", write.dryRun))
        context.note(write.dryRun ? .simulated(.accountChange) : .accountEnabled, common)
    }
}

struct AccountEnd: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "end", Phrase("Akhiri peran seseorang.", "End somebody's role."),
            examples: ["selaras account end 01a2d5b0-2c11-7e0a-8d3f-91c4a0b7e6d5"],
            more: Phrase(
                "Pengenal peran ada dalam selaras account list. Akunnya tetap ada.",
                "The identifier of the role is in selaras account list. The account stays."))
    }

    @Argument(help: .of("Pengenal peran.", "Identifier of the role.", .identifier))
    var principal: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        _ = try await context.service(common).post(
            Address("principals", principal, "end").with("dry_run", write.dryRun))
        context.note(write.dryRun ? .simulated(.accountChange) : .roleEnded, common)
    }
}

extension ArgumentHelp {
    /// The words for the argument that names an account, the same in every command.
    static var account: ArgumentHelp {
        .of("Surel atau pengenal akun.", "E-mail or identifier of the account.", .email)
    }
}

extension Service {
    /// The identifier of an account that somebody calls by its e-mail.
    func account(_ text: String) async throws -> String {
        if let id = UUIDText.checked(text) { return id }
        let found = try await get(Address("principals").with("email", "eq." + text.trimmed.lowercased())).value
        guard let id = found["items"].items.first?["account_id"].text else {
            throw Failure.notFound(.noAccount(Visible.text(text)))
        }
        return id
    }
}
