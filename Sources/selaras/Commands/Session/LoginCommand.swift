internal import ArgumentParser
internal import Wire

struct LoginCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "login",
            Phrase(
                "Masuk dengan surel dan kata sandi, atau dengan token; disimpan setelah diperiksa.",
                "Sign in with e-mail and password, or with a token; stored once checked."),
            examples: [
                "selaras login --url https://selaras.example.org", "selaras login --email siti@kotabaru.example",
                "selaras login --token-file token.txt",
                "selaras login --profile latihan --token-stdin < token.txt",
            ],
            more: Phrase(
                "Kata sandi dan token tidak pernah ditulis sebagai pilihan, karena perintah terlihat pengguna lain dan "
                    + "tersimpan dalam riwayat; keduanya diketik dan tidak ditampilkan. Yang disimpan hanya token, dalam "
                    + "~/.config/selaras/credentials, yang hanya dapat dibaca pemiliknya. SELARAS_URL dan SELARAS_TOKEN "
                    + "mengalahkan yang tersimpan.",
                "Neither a password nor a token is ever an option, since commands can be seen by others and are kept in the "
                    + "history; both are typed and not shown. Only a token is stored, in ~/.config/selaras/credentials, "
                    + "which only its owner can read. SELARAS_URL and SELARAS_TOKEN win over what is stored."))
    }

    @Option(help: .of("Surel; bila tidak diisi, ditanyakan.", "E-mail; asked for unless given.", .email))
    var email: String?

    @Flag(help: .of("Masuk dengan token yang diketik.", "Sign in with a token that is typed."))
    var askToken = false

    @Option(help: .of("Baca token dari berkas ini.", "Read the token from this file.", .file), completion: .file())
    var tokenFile: String?

    @Flag(help: .of("Baca token dari masukan standar.", "Read the token from stdin."))
    var tokenStdin = false

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard [tokenFile != nil, tokenStdin, askToken, email != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError(Phrase.tokenSourcesExclude.text)
        }
    }

    func run(in context: Context) async throws {
        let settings = try context.settings(common)
        let file = try CredentialsFile(profile: settings.profile.value, environment: context.environment)
        let url = try ServiceURL.checked(try settings.text(.url))
        if ServiceURL.isOpenToListeners(url) { context.note(.tokenOpenToListeners(url), common) }
        let token: String
        if tokenFile != nil || tokenStdin || askToken {
            token = try TokenText.checked(try await readToken(for: url, settings, context))
        } else {
            token = try await signIn(to: url, settings, context)
        }
        let me = try await service(url, token, settings, context).get(Address("me")).value
        try file.write(Credentials(url: url, token: token))
        context.note(
            .signedIn(
                name: Visible.text(me["name"].text ?? Cell.absent),
                role: Cell.text(me["role"], .word(.role), in: context.language), url: url), common)
        if me["role"].isNull { context.note(Self.choice(of: me["principals"].items), common) }
    }

    /// The token of a new session.
    private func signIn(to url: String, _ settings: Settings, _ context: Context) async throws -> String {
        guard context.console.isInputTerminal, try !settings.flag(.noInput) else {
            throw Failure.usage(.promptNeedsTerminal)
        }
        let email = try self.email ?? context.ask(.emailPrompt(url))
        let password = try context.console.readSecret(Phrase.passwordPrompt.text(in: context.language)) ?? ""
        guard !email.isEmpty, !password.isEmpty else { throw Failure.usage(.signInMissing) }
        let service = try service(url, nil, settings, context)
        var members = [("email", JSONValue.string(email)), ("password", .string(password))]
        while true {
            do {
                let session = try await service.post(Address("sessions"), .object(JSONObject(members)))
                return try TokenText.checked(session.value["token"].text ?? "")
            } catch Failure.problem(let problem) {
                // What the service asks for beside, each once.
                let sent = Set(members.map(\.0))
                guard let (name, value) = try more(problem, beside: sent, context) else {
                    throw Failure.problem(problem)
                }
                members.append((name, .string(value)))
            }
        }
    }

    private func more(
        _ problem: ServiceProblem, beside sent: Set<String>, _ context: Context
    ) throws -> (name: String, value: String)? {
        switch problem.code {
        case "second_factor_required" where !sent.contains("second_factor_code"):
            return ("second_factor_code", try context.secret(.secondFactorPrompt))
        case "password_has_expired" where !sent.contains("new_password"):
            context.note(.passwordHasExpired, common)
            return ("new_password", try context.newPassword())
        default: return nil
        }
    }

    private func service(_ url: String, _ token: String?, _ settings: Settings, _ context: Context) throws -> Service {
        context.service(
            Access(url: url, token: token, from: .given, actingAs: try settings.found(.principal)?.value), common,
            timeout: try settings.number(.timeout), settings: settings)
    }

    /// What somebody who holds several roles, or none, does next.
    private static func choice(of principals: [JSONValue]) -> Phrase {
        guard let first = principals.first else { return .noPrincipal }
        let lines = principals.map { principal -> Phrase in
            let place = [principal["area"].text, principal["agency"].text ?? principal["desa_code"].text]
            let shown = Visible.text(place.compactMap(\.self).joined(separator: " "))
            return Phrase(same: "\n  \(Visible.text(principal["id"].text ?? ""))  ")
                + Vocabulary.role.phrase(for: principal["role"].text ?? "") + Phrase(same: " \(shown)")
        }
        return .choosePrincipal(first["id"].text ?? "") + lines.reduce(Phrase(same: "")) { $0 + $1 }
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
