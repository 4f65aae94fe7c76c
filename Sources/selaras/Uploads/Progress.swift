internal import Phrasing
internal import Synchronization
internal import Wire

/// How much of a file is on its way. A person who waits for more than two seconds is told, and nobody else.
final class Progress: Sendable {
    private struct State {
        var start: ContinuousClock.Instant
        var sent: Int64 = 0
        var shown: ContinuousClock.Instant?
    }

    static let patience = Duration.seconds(2)
    private static let interval = Duration.milliseconds(200)

    private let total: Int64?
    private let language: Language
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state: Mutex<State>

    init(
        total: Int64?, language: Language, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.total = total
        self.language = language
        self.now = now
        self.write = write
        state = Mutex(State(start: now()))
    }

    /// A second attempt begins where the first did.
    func begin() {
        let start = now()
        state.withLock {
            $0.sent = 0; $0.start = start
        }
    }

    func add(_ bytes: Int) {
        let moment = now()
        let line = state.withLock { state -> String? in
            state.sent += Int64(bytes)
            let isDue = state.shown.map { $0.duration(to: moment) >= Self.interval } ?? true
            guard isDue, state.start.duration(to: moment) >= Self.patience else { return nil }
            state.shown = moment
            return self.line(sent: state.sent, after: state.start.duration(to: moment))
        }
        if let line { write("\r\u{1B}[K" + line) }
    }

    /// All is sent; what comes now is the service's work.
    func end() {
        let wasShown = state.withLock { $0.shown != nil }
        if wasShown { write("\r\u{1B}[K" + Phrase.checking.text(in: language)) }
    }

    /// The line is taken away before anything else is said.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.shown = nil }
            return state.shown != nil
        }
        if wasShown { write("\r\u{1B}[K") }
    }

    private func line(sent: Int64, after duration: Duration) -> String {
        let seconds = max(duration / .seconds(1), 0.001)
        let rate = Double(sent) / seconds
        let rest = total.map { max(0, Int((Double($0 - sent) / max(rate, 1)).rounded(.up))) }
        return Phrase.sending(
            Self.size(sent, language), of: total.map { Self.size($0, language) }, Self.size(Int64(rate), language),
            rest.map(Self.time)
        ).text(in: language)
    }

    /// `3,4 MB`.
    static func size(_ bytes: Int64, _ language: Language) -> String {
        guard bytes >= 1_000_000 else { return "\(language.integer(Int(bytes / 1000))) kB" }
        let tenths = bytes / 100_000
        return language.integer(Int(tenths / 10)) + (language == .indonesian ? "," : ".") + "\(tenths % 10) MB"
    }

    /// `1:05`.
    private static func time(_ seconds: Int) -> String {
        "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    }
}
