/// The user's own file of settings.
struct UserConfig {
    let path: String

    init(_ environment: Environment) throws(Failure) {
        path = try ConfigFiles.userPath(environment: environment)
    }

    /// Changes one line and makes sure that the file then says so; nil takes the line out.
    func set(_ key: SettingKey, to value: String?, profile: String?) throws(Failure) {
        guard profile == nil || key.isForProfiles else { throw .usage(.settingNotForProfiles(key.rawValue)) }
        if let profile, !Profile.isName(profile) {
            throw .usage(.badSetting("profile", profile, SettingKey.profile.expected, in: "--profile"))
        }
        let text = try FileText.read(path) ?? ""
        // A file that is wrong already is told of before it is touched.
        _ = try ConfigFile(text: text, path: path, layer: .user)
        let edited = ConfigEdit.setting(key, to: value, profile: profile, in: text)
        let read = (try? ConfigFile(text: edited, path: path, layer: .user).value(key, profile: profile)) ?? nil
        guard value == nil || read == value else { throw .said(.cannotEdit(path), .failure) }
        try FileText.write(edited, to: path, mode: 0o644)
    }
}
