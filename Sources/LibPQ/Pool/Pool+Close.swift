internal import Synchronization

extension Pool {
    /// Closes the pool for a shutdown: new work is refused with `poolClosed`, work that runs or waits is finished, and
    /// all connections are closed. What has not ended within `limit` is cancelled.
    package func close(within limit: Duration = .seconds(10)) async {
        let idle = guarded.withLock { $0.state.drain() }
        for connection in idle { await connection.close() }
        let watchdog = Task {
            try await Task.sleep(for: limit)
            abandon()
        }
        await withCheckedContinuation { continuation in
            guarded.withLock { $0.drained.append(continuation) }
            resumeDrained()
        }
        watchdog.cancel()
    }

    /// Tells those that wait in `close` when nothing is left.
    func resumeDrained() {
        let waiting = guarded.withLock { guarded in
            guard guarded.state.isDrained else { return [CheckedContinuation<Void, Never>]() }
            defer { guarded.drained = [] }
            return guarded.drained
        }
        for continuation in waiting { continuation.resume() }
    }

    private func abandon() {
        let (waiters, connections) = guarded.withLock { $0.state.close() }
        for waiter in waiters { waiter.fail(DatabaseError(.poolClosed, "the pool closed")) }
        for connection in connections {
            connection.canceller?.fire()
            Task { await connection.close() }
        }
        resumeDrained()
    }
}
