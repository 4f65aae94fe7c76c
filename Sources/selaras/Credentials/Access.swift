internal import Phrasing

/// Which service is asked, and as whom.
struct Access: Equatable, Sendable {
    /// Where the token is from: what is to be done about one that is refused depends on it.
    enum Source: Equatable, Sendable { case environment, stored, given }

    let url: String
    let token: String?
    let source: Source
    /// Which of one's principals acts; nil where there is none to choose.
    let principal: String?

    init(url: String, token: String?, from source: Source, actingAs principal: String? = nil) {
        self.url = url
        self.principal = principal
        self.token = token
        self.source = source
    }

    /// What helps against a refused token; nil where there is none, and signing in does.
    var remedy: Phrase? {
        guard token != nil else { return nil }
        return switch source {
        case .environment: .tokenVariableRefused
        case .stored: .storedTokenRefused
        case .given: .givenTokenRefused
        }
    }

    init(settings: Settings) throws(Failure) {
        let url = try ServiceURL.checked(try settings.text(.url))
        let principal = try settings.found(.principal)?.value
        if let token = settings.environment["SELARAS_TOKEN"] {
            self.init(url: url, token: try TokenText.checked(token), from: .environment, actingAs: principal)
        } else {
            // The stored token belongs to the service that it was stored for; another one must not see it.
            let login = try settings.login()
            self.init(
                url: url, token: login.flatMap { $0.url == url ? $0.token : nil }, from: .stored, actingAs: principal)
        }
    }
}

extension CredentialsFile {
    /// What is stored; without a home directory nothing is.
    static func stored(profile: String, environment: Environment) throws(Failure) -> Credentials? {
        guard environment.configurationDirectory != nil else { return nil }
        return try CredentialsFile(profile: profile, environment: environment).read()
    }
}
