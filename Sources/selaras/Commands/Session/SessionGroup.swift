internal import ArgumentParser
internal import Wire

struct SessionGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "session", Phrase("Sesi masuk Anda di setiap perangkat.", "Where you are signed in."),
            [SessionList.self, SessionRevoke.self])
    }
}

struct SessionList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar sesi Anda, terbaru dahulu.", "List your sessions, the newest first."),
            examples: ["selaras session list"])
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let sessions = try await context.service(common).get(Address("sessions")).value["items"].items
        try context.show(.list(sessions, AccountView.sessions), output, common)
    }
}

struct SessionRevoke: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "revoke", Phrase("Akhiri salah satu sesi Anda.", "End one of your sessions."),
            examples: ["selaras session revoke 01a2d5a3-11e0-7b51-9f6e-0d7bb2e4a8c3"])
    }

    @Argument(
        help: .of("Pengenal sesi, dari selaras session list.", "Identifier, from selaras session list.", .identifier))
    var session: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try await context.service(common).delete(Address("sessions", session))
        context.note(.sessionRevoked, common)
    }
}
