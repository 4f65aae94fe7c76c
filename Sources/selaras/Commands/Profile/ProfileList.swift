internal import ArgumentParser
internal import Wire

struct ProfileList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar profil.", "List the profiles."), examples: ["selaras profile list"])
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [
        Column("name", .profile, .code), Column("url", .address), Column("signed_in", .signedIn, .yesNo),
        Column("current", .current, .yesNo),
    ]

    func run(in context: Context) async throws {
        let present = try context.settings(common)
        let rows = try KnownProfiles.names(present).map { name -> JSONValue in
            let options = try CommonOptions.parse(["--profile", name])
            let settings = try Settings(environment: context.environment, options: options, files: present.files)
            return [
                "name": .string(name), "url": .string(try settings.text(.url)),
                "signed_in": .bool(try settings.login()?.token != nil), "current": .bool(name == present.profile.value),
            ]
        }
        try context.show(.list(rows, Self.columns, name: .member("name")), output, common)
    }
}
