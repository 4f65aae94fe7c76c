internal import TOMLKit

/// One file of settings (TOML): keys at the top, and keys of a profile under `[profiles.NAME]`.
struct ConfigFile: Sendable {
    enum Layer: Sendable { case project, user, system }

    let path: String
    let layer: Layer
    private let settings: [String: String]
    private let profiles: [String: [String: String]]
    /// What stands in the file and is no setting.
    let unknown: [String]

    /// Nil where there is no such file.
    init?(path: String, layer: Layer) throws(Failure) {
        guard let text = try FileText.read(path) else { return nil }
        try self.init(text: text, path: path, layer: layer)
    }

    init(text: String, path: String, layer: Layer) throws(Failure) {
        self.path = path
        self.layer = layer
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .usage(.badConfig(path, line: Int(error.source.begin.line), error.description))
        } catch {
            throw .usage(.badConfig(path, line: 1, String(describing: error)))
        }
        var (settings, unknown): ([String: String], [String]) = ([:], [])
        for name in table.keys where name != "profiles" {
            if let value = Self.plain(table[name]) { settings[name] = value } else { unknown.append(name) }
        }
        var profiles: [String: [String: String]] = [:]
        if let named = table["profiles"]?.table {
            for name in named.keys {
                guard let values = named[name]?.table else { continue }
                let pairs = values.keys.compactMap { key in Self.plain(values[key]).map { (key, $0) } }
                profiles[name] = Dictionary(pairs) { first, _ in first }
            }
        }
        self.settings = settings
        self.profiles = profiles
        self.unknown = unknown + settings.keys.filter { SettingKey(rawValue: $0) == nil }
    }

    var profileNames: [String] { profiles.keys.filter(Profile.isName).sorted() }

    /// What the file says of a key, for a profile first.
    func value(_ key: SettingKey, profile: String?) throws(Failure) -> String? {
        guard layer != .project || key.isForProjects else { return nil }
        let ofProfile = key.isForProfiles ? profile.flatMap { profiles[$0]?[key.rawValue] } : nil
        guard let text = ofProfile ?? settings[key.rawValue] else { return nil }
        guard let value = key.checked(text) else {
            throw .usage(.badSetting(key.rawValue, text, key.expected, in: path))
        }
        return value
    }

    private static func plain(_ value: (any TOMLValueConvertible)?) -> String? {
        guard let value else { return nil }
        return value.string ?? value.int.map(String.init) ?? value.bool.map { String($0) }
    }
}
