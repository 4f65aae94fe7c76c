/// What holds for this run: an option wins over the environment, that over the project's file, the stored login and the
/// user's file, and these over the system's.
struct Settings: Sendable {
    /// Where a value comes from.
    enum Origin: Equatable, Sendable {
        case option(String)
        case environment(String)
        case file(String)
        case login(String)
        case standard
    }

    struct Found: Equatable, Sendable {
        let value: String
        let origin: Origin
    }

    let environment: Environment
    let files: [ConfigFile]
    let profile: Found
    private let options: CommonOptions?

    init(environment: Environment, options: CommonOptions? = nil) throws(Failure) {
        let files = try ConfigFiles.read(environment: environment)
        try self.init(environment: environment, options: options, files: files)
    }

    init(environment: Environment, options: CommonOptions?, files: [ConfigFile]) throws(Failure) {
        self.environment = environment
        self.files = files
        self.options = options
        if let stated = options?.profile {
            guard Profile.isName(stated) else {
                throw .usage(.badSetting("profile", stated, SettingKey.profile.expected, in: "--profile"))
            }
            profile = Found(value: stated, origin: .option("--profile"))
        } else {
            profile = try Self.find(.profile, environment, files, profile: nil)
        }
    }

    /// The stored login of the profile; its address belongs to the user's layer.
    func login() throws(Failure) -> Credentials? {
        try CredentialsFile.stored(profile: profile.value, environment: environment)
    }

    /// The value of a key and where it comes from; nil where nobody says anything.
    func found(_ key: SettingKey) throws(Failure) -> Found? {
        if key == .profile { return profile }
        if let option = optionText(key) { return Found(value: option, origin: .option(key.option)) }
        if key == .url, try Self.environmentValue(key, environment) == nil, let login = try login() {
            return Found(value: login.url, origin: .login(CredentialsFile.path(profile.value, environment) ?? ""))
        }
        let found = try Self.find(key, environment, files, profile: profile.value)
        return found.value.isEmpty && key != .pager ? nil : found
    }

    func text(_ key: SettingKey) throws(Failure) -> String { try found(key)?.value ?? "" }
    func number(_ key: SettingKey) throws(Failure) -> Int { Int(try text(key)) ?? 0 }
    func flag(_ key: SettingKey) throws(Failure) -> Bool { try text(key) == "true" }

    private func optionText(_ key: SettingKey) -> String? {
        guard let options else { return nil }
        return switch key {
        case .url: options.url
        case .principal: options.principal
        case .timeout: options.timeout.map(String.init)
        case .color: options.color?.rawValue
        case .noInput: options.noInput ? "true" : nil
        default: nil
        }
    }

    private static func environmentValue(_ key: SettingKey, _ environment: Environment) throws(Failure) -> Found? {
        for name in key.variables {
            // An empty pager means none; other empty variables count as absent.
            guard let text = key == .pager ? environment.variables[name] : environment[name] else { continue }
            guard let value = key.checked(text) else {
                if key == .language { continue }
                if key == .url { throw .usage(.badURL(text)) }
                throw .usage(.badSetting(key.rawValue, text, key.expected, in: name))
            }
            return Found(value: value, origin: .environment(name))
        }
        return nil
    }

    private static func find(
        _ key: SettingKey, _ environment: Environment, _ files: [ConfigFile], profile: String?
    ) throws(Failure) -> Found {
        if let found = try environmentValue(key, environment) { return found }
        for file in files {
            if let value = try file.value(key, profile: profile) {
                return Found(value: value, origin: .file(file.path))
            }
        }
        return Found(value: key.standard ?? "", origin: .standard)
    }
}

extension SettingKey {
    /// The option that says the same for one run.
    var option: String {
        switch self {
        case .noInput: "--no-input"
        default: "--" + rawValue
        }
    }
}
