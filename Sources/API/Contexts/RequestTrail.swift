internal import Planning
internal import Synchronization

/// What became known of a request on its way, for its line in the log: middleware outside of a handler sees nothing of
/// what is decided within.
final class RequestTrail: Sendable {
    /// Where the store says who called.
    let caller = CallerTrace()
    private let inner = Mutex(Inner())

    struct Inner: Sendable {
        var code: String?
        var diagnosis: [String: String] = [:]
        var start = ContinuousClock.now
        var traceID: String?
        var tokenHash: [UInt8]?
    }

    var known: Inner { inner.withLock { $0 } }

    func failed(_ code: String, _ diagnosis: [String: String]) {
        inner.withLock { ($0.code, $0.diagnosis) = (code, diagnosis) }
    }

    /// Whose request it is, believed or not: SHA-256 of the token.
    func presents(_ tokenHash: [UInt8]) { inner.withLock { $0.tokenHash = tokenHash } }

    func follows(_ traceID: String) { inner.withLock { $0.traceID = traceID } }

    var seconds: Double { known.start.duration(to: .now).inSeconds }

    /// For those who coordinate: how long the service took is nothing for a stranger to measure by.
    var serverTiming: String? {
        guard let role = caller.found?.role, role == .coordinator || role == .lead else { return nil }
        let tenths = Int((seconds * 10_000).rounded())
        return "app;dur=\(tenths / 10).\(tenths % 10)"
    }
}

extension Duration {
    /// As metrics count it.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
