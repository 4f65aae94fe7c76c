internal import Glibc

/// Where files of settings are: the project's, the user's and the system's, the nearest first.
enum ConfigFiles {
    static let projectName = ".selaras.toml"

    static func read(environment: Environment) throws(Failure) -> [ConfigFile] {
        var files: [ConfigFile] = []
        for (path, layer) in places(environment: environment) {
            if let file = try ConfigFile(path: path, layer: layer) { files.append(file) }
        }
        return files
    }

    static func userPath(environment: Environment) throws(Failure) -> String {
        guard let folder = environment.configurationDirectory else { throw .said(.noHomeDirectory, .failure) }
        return folder + "/config.toml"
    }

    static func places(environment: Environment) -> [(path: String, layer: ConfigFile.Layer)] {
        var places: [(String, ConfigFile.Layer)] = []
        if let project = projectPath(environment: environment) { places.append((project, .project)) }
        if let folder = environment.configurationDirectory { places.append((folder + "/config.toml", .user)) }
        let system = (environment["XDG_CONFIG_DIRS"] ?? "/etc/xdg").split(separator: ":")
        places += system.map { ("\($0)/selaras/config.toml", .system) }
        return places
    }

    /// The nearest `.selaras.toml` from here upwards, not above the home directory's own.
    private static func projectPath(environment: Environment) -> String? {
        guard var folder = environment.workingDirectory else { return nil }
        while true {
            let path = (folder == "/" ? "" : folder) + "/" + projectName
            if access(path, F_OK) == 0 { return path }
            guard folder != "/", folder != environment["HOME"], let slash = folder.lastIndex(of: "/") else {
                return nil
            }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }
}
