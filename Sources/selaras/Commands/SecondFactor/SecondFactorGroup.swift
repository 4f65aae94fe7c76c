internal import ArgumentParser
internal import Wire

struct SecondFactorGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "second-factor",
            Phrase(
                "Faktor kedua untuk masuk: kode dari aplikasi autentikasi di ponsel.",
                "The second factor for signing in: codes of an authenticator on the phone."),
            [
                SecondFactorShow.self, SecondFactorEnable.self, SecondFactorCodes.self, SecondFactorDisable.self,
                SecondFactorRemove.self,
            ])
    }
}

struct SecondFactorShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase(
                "Apakah faktor kedua Anda aktif, dan sisa kode pemulihan.",
                "Whether your second factor is enabled, and how many recovery codes are left."),
            examples: ["selaras second-factor show"])
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let found = try await context.service(common).get(Address("me", "second-factor"))
        try context.show(AccountView.secondFactor(found, context.language), output, common)
    }
}

struct SecondFactorRemove: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "remove",
            Phrase(
                "Hapus faktor kedua orang lain yang kehilangan ponselnya.",
                "Remove the second factor of somebody who lost the phone."),
            examples: ["selaras second-factor remove rahmat@kotabaru.example"],
            more: Phrase(
                "Hanya bagi yang mengurus akunnya; pastikan dahulu bahwa benar orangnya. Semua sesinya berakhir, dan ia masuk "
                    + "lagi dengan kata sandi saja.",
                "Only for those who look after the account; make sure first that it is the person. All their sessions end, "
                    + "and they sign in again with the password alone."))
    }

    @Argument(help: .account)
    var account: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let id = try await service.account(account)
        _ = try await service.post(Address("accounts", id, "remove-second-factor").with("dry_run", write.dryRun))
        context.note(write.dryRun ? .simulated(.accountChange) : .secondFactorRemoved, common)
    }
}
