/// One pipeline that the pool does for a task which waits for its outcome.
///
/// Exactly one of `run`, `receive` (when it does not ask for another try) and `fail` ends it, exactly once.
protocol Errand: Sendable {
    /// Whether this may be sent behind other errands.
    func isShareable(on link: Link) -> Bool
    /// Sends and receives, alone on the link.
    func run(on link: Link)
    /// Sends only, behind others. False when there will be nothing to receive: it ended, being cancelled, or (see
    /// `Link.isUsable`) nothing was sent and another connection must do it.
    func send(on link: Link) -> Bool
    /// Receives what `send` sent. False when a neighbour's cancellation hit it, so that it must be done again.
    func receive(on link: Link) -> Bool
    func fail(_ error: DatabaseError)
}

/// The errand of `Pool.pipeline`.
final class PipelineErrand<each Output: Sendable>: Errand {
    private let queries: (repeat Query<each Output>)
    private let interrupt: Interrupt
    private let timeout: Duration?
    private let continuation: CheckedContinuation<(repeat each Output), any Error>

    init(
        _ queries: repeat Query<each Output>, interrupt: Interrupt, timeout: Duration?,
        continuation: CheckedContinuation<(repeat each Output), any Error>
    ) {
        self.queries = (repeat each queries)
        self.interrupt = interrupt
        self.timeout = timeout
        self.continuation = continuation
    }

    func isShareable(on link: Link) -> Bool {
        link.isPrepared(repeat each queries)
    }

    func run(on link: Link) {
        continuation.resume(
            with: Result {
                try link.perform(interrupt, timeout: timeout) { watch in
                    try link.exchange(repeat each queries, watch: watch)
                }
            })
    }

    func send(on link: Link) -> Bool {
        guard interrupt.claim() else {
            fail(DatabaseError(.cancelled, "cancelled before anything was sent"))
            return false
        }
        do {
            try link.send(pipeline: repeat each queries)
            return true
        } catch {
            fail(error)
            return false
        }
    }

    func receive(on link: Link) -> Bool {
        let isWanted = interrupt.start(link.canceller)
        // Cancelled while others were in front: now the request hits the right one, unless the answer is here already.
        if !isWanted, link.isWaiting { link.fireCancel() }
        link.watch = link.watching(interrupt, timeout: timeout)
        let result = Result { try link.receive(pipeline: repeat each queries) }
        guard isWanted else {
            link.watch = Watch()
            fail(DatabaseError(.cancelled, "cancelled after it was sent"))
            return true
        }
        if case .failure(let error as DatabaseError) = result, link.wasHitByNeighbour(error), interrupt.rewind() {
            link.watch = Watch()
            return false
        }
        link.endWatch(interrupt)
        continuation.resume(with: result)
        return true
    }

    func fail(_ error: DatabaseError) {
        continuation.resume(throwing: error)
    }
}
