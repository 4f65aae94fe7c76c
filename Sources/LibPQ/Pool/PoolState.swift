/// What a pool knows, and what it decides; it does nothing itself. The pool holds it behind a lock and carries out the
/// actions that it returns outside of that lock.
struct PoolState<Connection: AnyObject> {
    enum Phase { case open, draining, closed }

    /// What to do with one connection, in this order of wishes.
    enum Placement {
        case serve(Waiter)
        case idle
        case close
    }

    enum Admission {
        case serve(Connection)
        /// In the queue; `opens` asks for one more connection.
        case queued(opens: Bool)
        case refused
        /// Too many wait already.
        case full
    }

    let size: Int
    let mostWaiting: Int
    private(set) var phase = Phase.open
    private(set) var idle: [Connection] = []
    private(set) var connections: [ObjectIdentifier: Connection] = [:]
    private(set) var opening = 0
    private(set) var waiters = WaitQueue<Waiter>()

    init(size: Int, mostWaiting: Int = .max) {
        self.size = max(1, size)
        self.mostWaiting = mostWaiting
    }

    var isDrained: Bool { phase != .open && connections.isEmpty && opening == 0 }

    mutating func admit(_ waiter: Waiter) -> Admission {
        guard phase == .open else { return .refused }
        // The one that was used last: its caches are warm, and the others show that they are not needed.
        if let connection = idle.popLast() { return .serve(connection) }
        guard waiters.count < mostWaiting else { return .full }
        waiters.append(waiter, id: waiter.id)
        return .queued(opens: mayOpen())
    }

    /// Puts work back in front of the queue, because its connection turned out to be dead.
    mutating func readmit(_ waiter: Waiter) {
        waiters.prepend(waiter, id: waiter.id)
    }

    /// The next errands, this connection's fair share of the queue at most, and none from behind a lease.
    mutating func takeErrands(atMost limit: Int) -> [Waiter] {
        let share = (waiters.count + connections.count - 1) / max(1, connections.count)
        var errands: [Waiter] = []
        while errands.count < min(limit, share), let (_, waiter) = waiters.first(), waiter.errand != nil {
            if let waiter = waiters.popFirst() { errands.append(waiter) }
        }
        return errands
    }

    /// Pairs the first in the queue with an idle connection; both exist only after a dead connection put work back.
    mutating func rescue() -> (Waiter, Connection)? {
        guard !idle.isEmpty, let waiter = waiters.popFirst() else { return nil }
        return idle.popLast().map { (waiter, $0) }
    }

    /// Counts one more connection as being opened, if one is wanted and allowed.
    mutating func mayOpen() -> Bool {
        guard phase != .closed, waiters.count > opening, connections.count + opening < size else { return false }
        opening += 1
        return true
    }

    mutating func opened(_ connection: Connection) -> Placement {
        opening -= 1
        if phase == .closed { return .close }
        connections[ObjectIdentifier(connection)] = connection
        return place(connection)
    }

    /// Returns the waiters that must now fail: all, where nothing is left that could serve them.
    mutating func openingFailed() -> [Waiter] {
        opening -= 1
        return connections.isEmpty && opening == 0 ? waiters.removeAll() : []
    }

    /// Where a connection goes whose work is done; a connection that is not fit is forgotten.
    mutating func released(_ connection: Connection, isFit: Bool) -> Placement {
        guard isFit, phase != .closed else {
            connections[ObjectIdentifier(connection)] = nil
            return .close
        }
        return place(connection)
    }

    private mutating func place(_ connection: Connection) -> Placement {
        if let waiter = waiters.popFirst() { return .serve(waiter) }
        if phase == .open {
            idle.append(connection)
            return .idle
        }
        connections[ObjectIdentifier(connection)] = nil
        return .close
    }

    mutating func withdraw(_ id: UInt64) -> Waiter? {
        waiters.remove(id: id)
    }

    /// Takes out those whose deadline passed, and says when to look again. Deadlines come in the order of the queue.
    mutating func expire(at now: ContinuousClock.Instant) -> (expired: [Waiter], next: ContinuousClock.Instant?) {
        var expired: [Waiter] = []
        while let (id, waiter) = waiters.first() {
            guard waiter.deadline <= now else { return (expired, waiter.deadline) }
            if let waiter = waiters.remove(id: id) { expired.append(waiter) }
        }
        return (expired, nil)
    }

    /// Admits no more; what waits is still served. Returns the idle connections, to be closed.
    mutating func drain() -> [Connection] {
        if phase == .open { phase = .draining }
        let all = idle
        idle = []
        for connection in all { connections[ObjectIdentifier(connection)] = nil }
        return all
    }

    /// Gives up on what is still there. Returns the waiters to fail and the connections to cancel.
    mutating func close() -> (waiters: [Waiter], connections: [Connection]) {
        phase = .closed
        let all = Array(connections.values)
        connections = [:]
        idle = []
        return (waiters.removeAll(), all)
    }
}
