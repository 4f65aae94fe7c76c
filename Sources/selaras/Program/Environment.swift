/// The variables of the process, read once; an empty variable counts as absent.
struct Environment: Sendable {
    let variables: [String: String]

    subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `$XDG_CONFIG_HOME/selaras`, by default `~/.config/selaras`; nil without a home directory.
    var configurationDirectory: String? {
        if let base = self["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/selaras" }
        return self["HOME"].map { $0 + "/.config/selaras" }
    }
}
