import Synchronization

/// A bounded pool of connections to one server; first come, first served.
///
/// Connections are opened when there is work, and closed on any doubt: after a cancellation, a deadline, a loss, an
/// open transaction. One that the server closed while it was idle is noticed before it is used, so a restart of the
/// server costs only the work that was under way.
package final class Pool: Sendable {
    /// As given to `init`.
    package let options: PoolOptions
    let guarded: Mutex<Guarded>
    private let lastID = Atomic<UInt64>(0)

    struct Guarded {
        var state: PoolState<Connection>
        var isTimerSet = false
        var drained: [CheckedContinuation<Void, Never>] = []
    }

    /// A pool without connections yet; it opens none before there is work.
    package init(_ options: PoolOptions) {
        self.options = options
        guarded = Mutex(Guarded(state: PoolState(size: options.size, mostWaiting: options.mostWaiting)))
    }

    /// What the pool holds at this moment.
    package var status: PoolStatus {
        guarded.withLock { guarded in
            PoolStatus(
                open: guarded.state.connections.count, idle: guarded.state.idle.count,
                opening: guarded.state.opening, waiting: guarded.state.waiters.count)
        }
    }

    func nextID() -> UInt64 {
        lastID.add(1, ordering: .relaxed).newValue
    }

    /// Finds a connection for `waiter`, now or later.
    func submit(_ waiter: Waiter) {
        let (admission, setsTimer) = guarded.withLock { guarded in
            let admission = guarded.state.admit(waiter)
            guard case .queued = admission, !guarded.isTimerSet else { return (admission, false) }
            guarded.isTimerSet = true
            return (admission, true)
        }
        if setsTimer { startTimer() }
        switch admission {
        case .serve(let connection): dispatch(waiter, on: connection)
        case .queued(let opens): if opens { open() }
        case .refused: waiter.fail(DatabaseError(.poolClosed, "the pool is closing"))
        case .full: waiter.fail(DatabaseError(.poolFull, "\(options.mostWaiting) wait for a connection already"))
        }
    }

    /// Takes work that was cancelled out of the queue; too late where it is being done.
    func withdraw(_ id: UInt64) {
        let waiter = guarded.withLock { $0.state.withdraw(id) }
        waiter?.fail(DatabaseError(.cancelled, "cancelled while waiting for a connection"))
    }

    func dispatch(_ waiter: Waiter, on connection: Connection) {
        switch waiter.work {
        case .lease(let continuation):
            continuation.resume(returning: connection)
        case .errand:
            connection.executor.async { connection.assumeIsolated { $0.serve(waiter, from: self) } }
        }
    }

    /// Takes a connection back and gives it to whoever waits.
    func dispatchNext(after connection: Connection, isFit: Bool) {
        let (placement, rescued, opens) = guarded.withLock { guarded in
            let placement = guarded.state.released(connection, isFit: isFit)
            return (placement, isFit ? nil : guarded.state.rescue(), guarded.state.mayOpen())
        }
        if let (waiter, other) = rescued { dispatch(waiter, on: other) }
        if opens { open() }
        switch placement {
        case .serve(let waiter): dispatch(waiter, on: connection)
        case .close: resumeDrained()
        case .idle: break
        }
    }

    /// Further errands for a connection that has `count` under way.
    func takeErrands(beside count: Int) -> [Waiter] {
        let room = max(1, options.sharing) - count
        return room > 0 ? guarded.withLock { $0.state.takeErrands(atMost: room) } : []
    }

    /// Puts work back in front of the queue, in its old order, because its connection turned out to be dead.
    func readmit(_ waiters: [Waiter]) {
        if waiters.isEmpty { return }
        guarded.withLock { guarded in
            for waiter in waiters.reversed() { guarded.state.readmit(waiter) }
        }
    }

    private func open() {
        Task {
            do {
                let connection = try await Connection.open(options.connection)
                let placement = guarded.withLock { $0.state.opened(connection) }
                switch placement {
                case .serve(let waiter): dispatch(waiter, on: connection)
                case .idle: break
                case .close: await connection.close()
                }
            } catch {
                let failed = guarded.withLock { $0.state.openingFailed() }
                let error = error as? DatabaseError ?? DatabaseError(.cannotConnect, "\(error)")
                for waiter in failed { waiter.fail(error) }
            }
            resumeDrained()
        }
    }

    /// One timer for all that wait, and only while something does.
    private func startTimer() {
        Task {
            while true {
                let (expired, next) = guarded.withLock { guarded in
                    let result = guarded.state.expire(at: .now)
                    guarded.isTimerSet = result.next != nil
                    return result
                }
                for waiter in expired {
                    waiter.fail(DatabaseError(.poolTimeout, "no connection became free within \(options.leaseTimeout)"))
                }
                guard let next else { return }
                try await Task.sleep(until: next, clock: .continuous)
            }
        }
    }
}
