internal import ArgumentParser

struct ConfigSet: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "set", Phrase("Simpan sebuah pengaturan pengguna.", "Store a setting of the user."),
            examples: [
                "selaras config set language en", "selaras config set timeout 120 --profile latihan",
            ],
            more: Phrase(
                "Disimpan di ~/.config/selaras/config.toml; dengan --profile hanya untuk profil itu.",
                "Stored in ~/.config/selaras/config.toml; with --profile for that profile only."))
    }

    @Argument(help: .of("Nama pengaturan.", "Name of the setting.", .key), completion: .setting)
    var key: String

    @Argument(help: .of("Nilainya.", "Its value.", .value))
    var value: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let key = try Configured.key(key)
        guard let checked = key.checked(value) else {
            throw Failure.usage(.badSetting(key.rawValue, value, key.expected, in: "config set"))
        }
        try UserConfig(context.environment).set(key, to: checked, profile: common.profile)
        context.note(.settingStored(key.rawValue, checked, try UserConfig(context.environment).path), common)
        if let found = try context.settings(common).found(key), found.value != checked {
            context.note(.settingOverruled(key.rawValue, by: found.origin), common)
        }
    }
}
