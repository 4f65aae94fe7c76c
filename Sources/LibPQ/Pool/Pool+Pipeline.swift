extension Pool {
    /// Sends all queries as one pipeline on some connection: `Connection.pipeline` without a lease, and the fast path.
    ///
    /// Throws, besides, `poolTimeout` where no connection became free, `poolClosed`, and `cannotConnect`.
    package func pipeline<each Output: Sendable>(
        _ queries: repeat Query<each Output>, timeout: Duration? = nil
    ) async throws -> (repeat each Output) {
        let interrupt = Interrupt()
        let id = nextID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<(repeat each Output), any Error>) in
                let errand: @Sendable (isolated Connection) -> Waiter.Fate = { connection in
                    if connection.link.isStale() { return .notStarted }
                    let result = Result {
                        try connection.perform(interrupt, timeout: timeout) { link, watch in
                            try link.exchange(repeat each queries, watch: watch)
                        }
                    }
                    continuation.resume(with: result)
                    return .done
                }
                submit(
                    Waiter(
                        id: id, deadline: .now + options.leaseTimeout, work: .errand(errand),
                        fail: { continuation.resume(throwing: $0) }))
                // A cancellation before `submit` found nothing to withdraw.
                if interrupt.isCancelled { withdraw(id) }
            }
        } onCancel: {
            interrupt.cancel()
            withdraw(id)
        }
    }
}

extension Connection {
    /// Does one errand and then those that wait, until there are none or this connection is no longer fit.
    func serve(_ first: Waiter, from pool: Pool) {
        var next: Waiter? = first
        while let waiter = next {
            guard case .errand(let errand) = waiter.work else { return }
            if errand(self) == .notStarted { pool.readmit(waiter) }
            let isFit = isReusable
            if !isFit { link.close() }
            next = pool.release(self, isFit: isFit)
        }
    }
}
