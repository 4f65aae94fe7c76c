internal import ArgumentParser

struct LogoutCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "logout", Phrase("Hapus token yang tersimpan.", "Remove the stored token."),
            examples: ["selaras logout", "selaras logout --profile latihan"])
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let profile = try context.settings(common).profile.value
        let wasThere = try CredentialsFile(profile: profile, environment: context.environment).remove()
        context.note(wasThere ? .signedOut : .wasNotSignedIn, common)
    }
}
