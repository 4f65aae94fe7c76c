/// Which service is asked, and as whom.
struct Access: Equatable, Sendable {
    let url: String
    let token: String?

    init(url: String, token: String?) {
        self.url = url
        self.token = token
    }

    init(settings: Settings) throws(Failure) {
        let url = try ServiceURL.checked(try settings.text(.url))
        if let token = settings.environment["SELARAS_TOKEN"] {
            self.init(url: url, token: try TokenText.checked(token))
        } else {
            // The stored token belongs to the service that it was stored for; another one must not see it.
            self.init(url: url, token: try settings.login().flatMap { $0.url == url ? $0.token : nil })
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
