/// Everything that a command touches outside itself; tests put their own in.
struct Context: Sendable {
    let transport: any Transport
    let environment: Environment
    let console: Console
    let language: Language
    /// A fresh key for a write that must happen once.
    let newKey: @Sendable () -> String
    /// Waits for that many seconds before a second attempt.
    let pause: @Sendable (Int) async throws -> Void
}

extension Context {
    /// A sentence for the person at the screen, beside the data: on stderr.
    func note(_ phrase: Phrase) {
        console.writeError(Array((phrase.text(in: language) + "\n").utf8))
    }

    /// The service that the options, the environment or the stored login name.
    func service(_ options: ConnectionOptions, defaultTimeout: Int = 60) throws -> Service {
        let access = try Access(options: options, environment: environment)
        return Service(
            base: access.url, token: access.token, transport: transport, timeout: options.timeout ?? defaultTimeout,
            newKey: newKey, pause: pause)
    }
}
