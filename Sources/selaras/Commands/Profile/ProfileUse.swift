internal import ArgumentParser

struct ProfileUse: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "use", Phrase("Pakai sebuah profil mulai sekarang.", "Use a profile from now on."),
            examples: ["selaras profile use latihan"])
    }

    @Argument(help: .of("Nama profil.", "Name of the profile.", .name), completion: .profile)
    var name: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        guard try KnownProfiles.names(context.settings(common)).contains(name) else {
            throw Failure.notFound(.noProfile(name))
        }
        try UserConfig(context.environment).set(.profile, to: name, profile: nil)
        context.note(.profileInUse(name), common)
        let profile = try Settings(environment: context.environment).profile
        if profile.value != name { context.note(.settingOverruled("profile", by: profile.origin), common) }
    }
}
