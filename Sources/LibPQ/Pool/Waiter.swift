/// A piece of work that needs a connection.
struct Waiter: Sendable {
    enum Work: Sendable {
        /// Takes the connection away, to give it back later.
        case lease(CheckedContinuation<Connection, any Error>)
        /// Done on the connection's own executor in one go. It needs no hop to learn that it got a connection, and
        /// the next errand follows it without one: under load that is half of the thread switches.
        case errand(any Errand)
    }

    let id: UInt64
    let deadline: ContinuousClock.Instant
    let work: Work

    /// Tells the task that waits; only for a waiter whose work was not begun.
    func fail(_ error: DatabaseError) {
        switch work {
        case .lease(let continuation): continuation.resume(throwing: error)
        case .errand(let errand): errand.fail(error)
        }
    }

    var errand: (any Errand)? {
        if case .errand(let errand) = work { errand } else { nil }
    }
}
