internal import ArgumentParser

struct ConfigList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Tampilkan semua pengaturan dan asalnya.", "List all settings and where they are from."),
            examples: ["selaras config list"])
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let settings = try context.settings(common)
        for file in settings.files where !file.unknown.isEmpty {
            context.note(.unknownSettings(file.unknown, in: file.path), common)
        }
        let rows = try SettingKey.allCases.map { try Configured.row($0, settings, context.language) }
        try context.show(.list(rows, Configured.columns, name: .member("key")), output, common)
    }
}
