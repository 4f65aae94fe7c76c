internal import ArgumentParser
internal import Wire

struct LoginCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "login",
            Phrase(
                "Simpan alamat layanan dan token setelah diperiksa.",
                "Store the service's address and a token, once checked."),
            examples: [
                "selaras login --url https://selaras.example.org", "selaras login --token-file token.txt",
                "selaras login --profile latihan --token-stdin < token.txt",
            ],
            more: Phrase(
                "Token tidak pernah ditulis sebagai pilihan, karena perintah terlihat pengguna lain dan tersimpan dalam "
                    + "riwayat. Tanpa pilihan, token diketik dan tidak ditampilkan. Disimpan dalam "
                    + "~/.config/selaras/credentials, yang hanya dapat dibaca pemiliknya. SELARAS_URL dan SELARAS_TOKEN "
                    + "mengalahkan yang tersimpan.",
                "A token is never an option, since commands can be seen by others and are kept in the history. Without an "
                    + "option the token is typed and not shown. It is stored in ~/.config/selaras/credentials, which only "
                    + "its owner can read. SELARAS_URL and SELARAS_TOKEN win over what is stored."))
    }

    @Option(help: .of("Baca token dari berkas ini.", "Read the token from this file.", .file), completion: .file())
    var tokenFile: String?

    @Flag(help: .of("Baca token dari masukan standar.", "Read the token from stdin."))
    var tokenStdin = false

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard tokenFile == nil || !tokenStdin else { throw ValidationError(Phrase.tokenSourcesExclude.text) }
    }

    func run(in context: Context) async throws {
        let settings = try context.settings(common)
        let file = try CredentialsFile(profile: settings.profile.value, environment: context.environment)
        let url = try ServiceURL.checked(try settings.text(.url))
        let token = try TokenText.checked(try await readToken(for: url, settings, context))
        if ServiceURL.isOpenToListeners(url) { context.note(.tokenOpenToListeners(url), common) }
        let service = context.service(
            Access(url: url, token: token, from: .given), common, timeout: try settings.number(.timeout),
            settings: settings)
        let me = try await service.get(Address("me")).value
        try file.write(Credentials(url: url, token: token))
        context.note(
            .signedIn(
                name: Visible.text(me["name"].text ?? Cell.absent),
                role: Cell.text(me["role"], .word(.role), in: context.language), url: url), common)
    }

    private func readToken(for url: String, _ settings: Settings, _ context: Context) async throws -> String {
        if let tokenFile { return try await TokenFile.read(tokenFile) }
        if tokenStdin { return context.console.readLine() ?? "" }
        guard context.console.isInputTerminal, try !settings.flag(.noInput) else {
            throw Failure.usage(.promptNeedsTerminal)
        }
        return try context.console.readSecret(Phrase.tokenPrompt(url).text(in: context.language)) ?? ""
    }
}
