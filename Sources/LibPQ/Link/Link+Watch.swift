internal import CLibPQ

extension Link {
    /// Sends and receives one piece of work that has the link to itself, under a watch.
    func perform<Output>(
        _ interrupt: Interrupt, timeout: Duration? = nil, _ work: (Watch) throws -> Output
    ) throws -> Output {
        guard interrupt.claim(), interrupt.start(canceller) else {
            throw DatabaseError(.cancelled, "cancelled before anything was sent")
        }
        defer { endWatch(interrupt) }
        return try work(watching(interrupt, timeout: timeout))
    }

    func watching(_ interrupt: Interrupt, timeout: Duration?) -> Watch {
        let limit = timeout ?? options.requestTimeout
        return Watch(deadline: limit.map { .now + $0 }, interrupt: interrupt)
    }

    /// A cancel request that was sent may still be on its way and would hit what comes next.
    func endWatch(_ interrupt: Interrupt) {
        if !interrupt.finish() || watch.isExpired { isRetiring = true }
        watch = Watch()
    }

    /// Whether the server has not answered yet what was sent first.
    var isWaiting: Bool { PQisBusy(handle) != 0 }

    /// Asks the server to cancel what it is doing; the link is to be closed after that.
    func fireCancel() {
        isRetiring = true
        canceller?.fire()
    }

    /// Whether a failure in a shared connection is the fault of other work there: its cancel request came late, or its
    /// failure left a `begin` open. The server has rolled this work back then, so that it can be done again.
    func wasHitByNeighbour(_ error: DatabaseError) -> Bool {
        guard error.kind == .server else { return false }
        return error.sqlState == .queryCanceled && isRetiring || error.sqlState == .inFailedSQLTransaction
    }
}
