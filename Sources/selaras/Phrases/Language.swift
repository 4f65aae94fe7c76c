internal import Phrasing

extension Language {
    /// The language of this run. The words of the help are made whenever they are asked for, by declarations that
    /// nobody can pass anything to.
    @TaskLocal static var current: Language = .preset

    /// What SELARAS_LANG says, else what is configured, else what the locale says.
    ///
    /// SELARAS_LANG is there because a machine's locale is often the installer's choice and not its user's.
    init(_ environment: Environment, configured: String? = nil) {
        let stated = [environment["SELARAS_LANG"], configured].lazy.compactMap { $0.flatMap { Language(tag: $0) } }
            .first
        self = stated ?? Language(environment: environment.variables)
    }

    /// What the service is asked to write in.
    var acceptLanguage: String {
        switch self {
        case .indonesian: "id"
        case .english: "en, id;q=0.5"
        }
    }
}
