internal import ArgumentParser

struct LogoutCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "logout",
            Phrase(
                "Keluar: akhiri sesi dan hapus yang tersimpan.", "Sign out: end the session, remove what is stored."),
            examples: ["selaras logout", "selaras logout --profile latihan"],
            more: Phrase("Alamat layanan tetap tersimpan.", "The address of the service stays stored."))
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let settings = try context.settings(common)
        let profile = settings.profile.value
        try await endSession(settings, context)
        let left = try CredentialsFile(profile: profile, environment: context.environment).forgetToken()
        context.note(left.map(Phrase.signedOut) ?? .wasNotSignedIn, common)
        if context.environment["SELARAS_TOKEN"] != nil { context.note(.tokenVariableStays, common) }
    }

    /// At the service, too, where the stored token is that of a session. What is stored goes in any case.
    private func endSession(_ settings: Settings, _ context: Context) async throws {
        guard let stored = try? settings.login(), let token = stored.token else { return }
        let service = context.service(
            Access(url: stored.url, token: token, from: .stored), common, timeout: try settings.number(.timeout),
            settings: settings)
        do {
            try await service.delete(Address("sessions", "current"))
        } catch Failure.problem(let problem) where problem.status == 401 || problem.status == 404 {
            // It has ended before, or is the token of a machine, which others may use.
        } catch {
            context.note(.sessionNotEnded, common)
        }
    }
}
