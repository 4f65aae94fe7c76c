internal import ArgumentParser
internal import Wire

struct LoginCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Simpan alamat layanan dan token setelah diperiksa.",
        discussion: """
            Contoh:
              selaras login --url https://selaras.example.org
              selaras login --token-file token.txt
              selaras login --token-stdin < token.txt

            Token tidak pernah ditulis sebagai pilihan, karena perintah terlihat pengguna lain dan tersimpan dalam \
            riwayat. Tanpa pilihan, token diketik dan tidak ditampilkan. Disimpan dalam \
            ~/.config/selaras/credentials, yang hanya dapat dibaca pemiliknya. SELARAS_URL dan SELARAS_TOKEN \
            mengalahkan yang tersimpan.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(help: ArgumentHelp("Baca token dari berkas ini.", valueName: "berkas"))
    var tokenFile: String?

    @Flag(help: "Baca token dari masukan standar.")
    var tokenStdin = false

    func validate() throws {
        guard tokenFile == nil || !tokenStdin else {
            throw ValidationError(Phrase.tokenSourcesExclude.text(in: .indonesian))
        }
    }

    func run(in context: Context) async throws {
        let file = try CredentialsFile(environment: context.environment)
        let stored = connection.url == nil ? try file.read()?.url : nil
        let url = try ServiceURL.checked(
            connection.url ?? context.environment["SELARAS_URL"] ?? stored ?? ServiceURL.standard)
        let token = try TokenText.checked(try await readToken(for: url, context))
        if ServiceURL.isOpenToListeners(url) { context.note(.tokenOpenToListeners(url)) }
        let service = Service(
            base: url, token: token, transport: context.transport, timeout: connection.timeout ?? 60,
            newKey: context.newKey, pause: context.pause)
        let me = try await service.get(Address("me")).value
        try file.write(Credentials(url: url, token: token))
        context.note(
            .signedIn(
                name: Visible.text(me["name"].text ?? Cell.absent),
                role: Cell.text(me["role"], .word(.role), in: context.language), url: url))
    }

    private func readToken(for url: String, _ context: Context) async throws -> String {
        if let tokenFile { return try await TokenFile.read(tokenFile) }
        if tokenStdin { return context.console.readLine() ?? "" }
        guard context.console.isInputTerminal else { throw Failure.usage(.promptNeedsTerminal) }
        return try context.console.readSecret(Phrase.tokenPrompt(url).text(in: context.language)) ?? ""
    }
}
