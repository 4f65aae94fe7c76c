/// Which service is asked, and as whom: an option wins over the environment, and that over the stored login.
struct Access: Equatable, Sendable {
    let url: String
    let token: String?

    init(url: String, token: String?) {
        self.url = url
        self.token = token
    }

    init(options: ConnectionOptions, environment: Environment) throws(Failure) {
        let stated = options.url ?? environment["SELARAS_URL"]
        if let token = environment["SELARAS_TOKEN"], let stated {
            self.init(url: try ServiceURL.checked(stated), token: try TokenText.checked(token))
            return
        }
        let stored = try CredentialsFile.stored(environment: environment)
        let url = try ServiceURL.checked(stated ?? stored?.url ?? ServiceURL.standard)
        if let token = environment["SELARAS_TOKEN"] {
            self.init(url: url, token: try TokenText.checked(token))
        } else {
            // The stored token belongs to the service that it was stored for; another one must not see it.
            self.init(url: url, token: stored.flatMap { $0.url == url ? $0.token : nil })
        }
    }
}

extension CredentialsFile {
    /// What is stored; without a home directory nothing is.
    static func stored(environment: Environment) throws(Failure) -> Credentials? {
        guard environment.configurationDirectory != nil else { return nil }
        return try CredentialsFile(environment: environment).read()
    }
}
