package import Logging
package import Planning
internal import Synchronization

/// Refused requests on their way into the chain: the answer does not wait for them, and they outlast the transaction that
/// was refused.
///
/// While the database is gone they wait here, the last thousand; what finds no place any more is counted and logged, as
/// every refused request is anyway.
package final class Denials: Sendable {
    private static let mostWaiting = 1000
    private static let pause: Duration = .seconds(1)

    private let waiting: AsyncStream<Denial>
    private let entrance: AsyncStream<Denial>.Continuation
    private let isEnding = Atomic(false)
    private let limit = Mutex(DenialLimit())
    private let metrics: Metrics
    private let logger: Logger

    package init(metrics: Metrics, logger: Logger) {
        (waiting, entrance) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        self.metrics = metrics
        self.logger = logger
    }

    func add(_ denial: Denial) {
        guard let told = limit.withLock({ $0.admits(denial, at: .now) }) else { return }
        if case .enqueued = entrance.yield(told) { return }
        lose(denial)
    }

    /// Records one after the other until `end` is called and none is left.
    package func run(_ audit: any AuditPort) async {
        for await denial in waiting { await record(denial, audit) }
    }

    /// Those that wait are recorded still, if the database can be reached at once.
    package func end() {
        isEnding.store(true, ordering: .releasing)
        entrance.finish()
    }

    private func record(_ denial: Denial, _ audit: any AuditPort) async {
        while true {
            do {
                return try await audit.note(denial)
            } catch {
                guard case .unavailable = error as? Refusal, !isEnding.load(ordering: .acquiring) else {
                    return lose(denial)
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func lose(_ denial: Denial) {
        metrics.add(to: .lostDenials)
        logger.error(
            "a denial was not recorded",
            metadata: ["request_id": .string(denial.requestID), "route": .string(denial.route)])
    }
}
