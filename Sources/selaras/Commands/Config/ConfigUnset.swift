internal import ArgumentParser

struct ConfigUnset: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "unset", Phrase("Hapus sebuah pengaturan pengguna.", "Remove a setting of the user."),
            examples: ["selaras config unset timeout"])
    }

    @Argument(help: .of("Nama pengaturan.", "Name of the setting.", .key), completion: .setting)
    var key: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let (key, file) = (try Configured.key(key), try UserConfig(context.environment))
        try file.set(key, to: nil, profile: common.profile)
        context.note(.settingStored(key.rawValue, nil, file.path), common)
    }
}
