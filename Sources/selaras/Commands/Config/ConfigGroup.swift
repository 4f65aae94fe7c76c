internal import ArgumentParser
internal import Intake
internal import Phrasing
internal import Wire

struct ConfigGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "config", Phrase("Pengaturan program ini.", "Settings of this program."),
            [ConfigList.self, ConfigGet.self, ConfigSet.self, ConfigUnset.self, ConfigExplain.self])
    }
}

/// What the commands of `config` share.
enum Configured {
    static let columns = [
        Column("key", .key, .code), Column("value", .setting), Column("origin", .origin),
        Column("meaning", .meaning, for: .machines),
    ]

    static func key(_ name: String) throws -> SettingKey {
        if let key = SettingKey(rawValue: name) { return key }
        throw Failure.usage(
            .noSetting(name, near: NearName.nearest(to: name, among: SettingKey.allCases.map(\.rawValue))))
    }

    static func row(_ key: SettingKey, _ settings: Settings, _ language: Language) throws -> JSONValue {
        let found = try settings.found(key)
        return [
            "key": .string(key.rawValue), "value": found.map { .string($0.value) } ?? .null,
            "origin": .string((found?.origin ?? .standard).phrase[language]), "meaning": .string(key.meaning[language]),
        ]
    }
}
