internal import ArgumentParser
internal import Wire

struct AccountCorrect: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "correct",
            Phrase("Perbaiki nama atau surel seseorang.", "Correct somebody's name or e-mail."),
            examples: ["selaras account correct rahmat@kotabaru.example --name \"Rahmat Hidayat, S.T.\""],
            more: Phrase(
                "Nama yang baru juga tampil pada laporan lamanya. Dengan surel yang baru orangnya masuk; kata sandinya "
                    + "tetap, dan kode undangan yang belum dipakai berakhir.",
                "The new name also stands under earlier reports. The person signs in with the new e-mail; the password "
                    + "stays, and codes that were not used end."))
    }

    @Argument(help: .account)
    var account: String

    @Option(help: .of("Nama yang benar.", "The right name.", .name))
    var name: String?

    @Option(help: .of("Surel yang benar.", "The right e-mail.", .email))
    var email: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        guard name != nil || email != nil else { throw Failure.usage(.nothingToCorrect) }
        let members = [("name", name), ("email", email)].compactMap { member, value in
            value.map { (member, JSONValue.string($0)) }
        }
        let service = try context.service(common)
        let id = try await service.account(account)
        _ = try await service.post(
            Address("accounts", id, "correct").with("dry_run", write.dryRun), .object(JSONObject(members)))
        context.note(write.dryRun ? .simulated(.accountChange) : .accountCorrected, common)
    }
}
