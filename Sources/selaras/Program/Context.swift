internal import Phrasing

/// Everything that a command touches outside itself; tests put their own in.
struct Context: Sendable {
    let transport: any Transport
    let environment: Environment
    let console: Console
    let language: Language
    /// A fresh key for a write that must happen once.
    let newKey: @Sendable () -> String
    /// Waits for that many seconds, before a second attempt or a second look.
    let pause: @Sendable (Int) async throws -> Void
    /// What is said when Ctrl-C ends the program.
    let lastWords: LastWords
}

extension Context {
    /// A sentence for the person at the screen, beside the data: on stderr.
    func note(_ phrase: Phrase, _ common: CommonOptions) {
        guard !common.quiet else { return }
        console.say(Visible.text(phrase.text(in: language)))
    }

    func settings(_ common: CommonOptions) throws -> Settings {
        try Settings(environment: environment, options: common)
    }

    /// The service that the options, the environment, the files or the stored login name.
    func service(_ common: CommonOptions, atLeast patience: Int = 0) throws -> Service {
        let settings = try settings(common)
        let access = try Access(settings: settings)
        // A file may take longer than what is usual; a person who states a time means it.
        let timeout = try settings.number(.timeout)
        let isStated = try settings.found(.timeout)?.origin != .standard
        return service(access, common, timeout: isStated ? timeout : max(timeout, patience), settings: settings)
    }

    func service(_ access: Access, _ common: CommonOptions, timeout: Int, settings: Settings) -> Service {
        let level: TracingTransport.Level? = common.debug ? .debug : common.verbose ? .verbose : nil
        let console = console
        let traced: any Transport =
            level.map { TracingTransport(inner: transport, level: $0) { console.say($0) } } ?? transport
        return Service(
            base: access.url, token: access.token, principal: access.principal, tokenRemedy: access.remedy,
            transport: traced, timeout: timeout,
            retries: (try? settings.number(.retries)) ?? 0, language: language, newKey: newKey, pause: pause,
            willPause: { seconds in note(.tryingAgain(in: seconds), common) })
    }
}
