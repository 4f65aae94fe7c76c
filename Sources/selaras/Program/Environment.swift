/// What the process was started with, read once; an empty variable counts as absent.
struct Environment: Sendable {
    let variables: [String: String]
    /// The folder that one stands in; nil where it is gone.
    var workingDirectory: String?

    subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `$XDG_CONFIG_HOME/selaras`, by default `~/.config/selaras`; nil without a home directory.
    var configurationDirectory: String? { directory("XDG_CONFIG_HOME", ".config") }

    /// What is kept between runs and may be lost.
    var stateDirectory: String? { directory("XDG_STATE_HOME", ".local/state") }

    /// What can be fetched again.
    var cacheDirectory: String? { directory("XDG_CACHE_HOME", ".cache") }

    private func directory(_ variable: String, _ standard: String) -> String? {
        if let base = self[variable], base.hasPrefix("/") { return base + "/selaras" }
        return self["HOME"].map { "\($0)/\(standard)/selaras" }
    }
}
