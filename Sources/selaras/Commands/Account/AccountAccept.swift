internal import ArgumentParser
internal import Wire

struct AccountAccept: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "accept",
            Phrase(
                "Terima undangan: pilih kata sandi dengan kode.", "Accept an invitation: choose a password with a code."
            ),
            examples: ["selaras account accept --url https://selaras.example.org"],
            more: Phrase(
                "Kode dan kata sandi diketik dan tidak ditampilkan. Kode berlaku sekali. Sesudahnya, masuk dengan: "
                    + "selaras login",
                "The code and the password are typed and not shown. The code is good once. Then sign in with: selaras "
                    + "login"))
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try context.requireKeyboard(common)
        let code = try context.secret(.codePrompt)
        let password = try context.newPassword()
        let account = try await accepted(code, password, context)
        context.note(.accepted(Visible.text(account["email"].text ?? Cell.absent)), common)
    }

    private func accepted(_ code: String, _ password: String, _ context: Context) async throws -> JSONValue {
        do {
            return try await context.service(common).post(
                Address("invitations", "accept"), ["code": .string(code), "password": .string(password)]
            ).value
        } catch Failure.problem(let problem) where problem.status == 404 {
            throw Failure.notFound(.codeIsNotOpen)
        }
    }
}

struct AccountPassword: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "password", Phrase("Ganti kata sandi.", "Change the password."), examples: ["selaras account password"],
            more: Phrase(
                "Kata sandi sekarang ditanyakan dahulu. Sesi Anda yang lain berakhir.",
                "The present password is asked for first. Your other sessions end."))
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try context.requireKeyboard(common)
        let current = try context.secret(.currentPasswordPrompt)
        let new = try context.newPassword()
        let done = try await context.service(common).put(
            Address("me", "password"), ["current_password": .string(current), "new_password": .string(new)])
        context.note(.passwordChanged(done.value["sessions_ended"].integer ?? 0), common)
    }
}

extension Context {
    /// Secrets are typed, and nowhere else.
    func requireKeyboard(_ common: CommonOptions) throws {
        guard console.isInputTerminal, try !settings(common).flag(.noInput) else {
            throw Failure.usage(.secretNeedsTerminal)
        }
    }

    func secret(_ prompt: Phrase) throws -> String {
        let text = try console.readSecret(prompt.text(in: language)) ?? ""
        guard !text.isEmpty else { throw Failure.usage(.secretMissing) }
        return text
    }

    /// Typed twice: nobody sees a slip.
    func newPassword() throws -> String {
        let first = try secret(.newPasswordPrompt)
        guard try secret(.repeatPasswordPrompt) == first else { throw Failure.usage(.passwordsDiffer) }
        return first
    }
}
