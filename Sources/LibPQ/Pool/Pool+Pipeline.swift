extension Pool {
    /// Sends all queries as one pipeline on some connection: `Connection.pipeline` without a lease, and the fast path.
    ///
    /// When all connections are at work, pipelines that wait are sent behind those under way (`PoolOptions.sharing`).
    /// Each stays a transaction of its own. Not for `begin`, session settings, or what takes seconds: that delays its
    /// neighbours, so lease a connection for it.
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
                let errand = PipelineErrand(
                    repeat each queries, interrupt: interrupt, timeout: timeout, continuation: continuation)
                submit(Waiter(id: id, deadline: .now + options.leaseTimeout, work: .errand(errand)))
                // A cancellation before `submit` found nothing to withdraw.
                if interrupt.isCancelled { withdraw(id) }
            }
        } onCancel: {
            interrupt.cancel()
            withdraw(id)
        }
    }
}
