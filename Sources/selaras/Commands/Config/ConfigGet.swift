internal import ArgumentParser

struct ConfigGet: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "get", Phrase("Tampilkan nilai sebuah pengaturan.", "Show the value of a setting."),
            examples: ["selaras config get url"])
    }

    @Argument(help: .of("Nama pengaturan.", "Name of the setting.", .key), completion: .setting)
    var key: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let value = try context.settings(common).found(Configured.key(key))?.value
        if let value { try context.console.writeOutput(Array((value + "\n").utf8)) }
    }
}
