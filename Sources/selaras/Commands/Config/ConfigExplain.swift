internal import ArgumentParser
internal import Phrasing
internal import Wire

struct ConfigExplain: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "explain",
            Phrase("Jelaskan sebuah pengaturan dan asal nilainya.", "Explain a setting and where its value is from."),
            examples: ["selaras config explain url", "selaras config explain timeout --profile latihan"])
    }

    @Argument(help: .of("Nama pengaturan.", "Name of the setting.", .key), completion: .setting)
    var key: String

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let key = try Configured.key(key)
        let row = try Configured.row(key, context.settings(common), context.language)
        let page: [Block] = [
            .facts([
                Fact(.key, row["key"].text), Fact(.meaning, row["meaning"].text), Fact(.setting, row["value"].text),
                Fact(.origin, row["origin"].text),
            ]),
            .line(Phrase.allPlaces(of: key, ConfigFiles.places(environment: context.environment))[context.language]),
        ]
        try context.show(
            Answer(
                document: .made(row), table: Table(columns: Configured.columns, rows: [row], name: .member("key")),
                page: page), output, common)
    }
}

extension Phrase {
    /// In the order in which they win.
    fileprivate static func allPlaces(
        of key: SettingKey, _ places: [(path: String, layer: ConfigFile.Layer)]
    ) -> Phrase {
        let files = places.filter { $0.layer != .project || key.isForProjects }.map(\.path)
        let list = ([key.option] + key.variables + files).joined(separator: ", ")
        return Phrase("Urutan pencarian: \(list)", "Looked for in this order: \(list)")
    }
}
