internal import ArgumentParser

struct LogoutCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "logout", Phrase("Hapus token yang tersimpan.", "Remove the stored token."),
            examples: ["selaras logout", "selaras logout --profile latihan"],
            more: Phrase("Alamat layanan tetap tersimpan.", "The address of the service stays stored."))
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let profile = try context.settings(common).profile.value
        let left = try CredentialsFile(profile: profile, environment: context.environment).forgetToken()
        context.note(left.map(Phrase.signedOut) ?? .wasNotSignedIn, common)
        if context.environment["SELARAS_TOKEN"] != nil { context.note(.tokenVariableStays, common) }
    }
}
