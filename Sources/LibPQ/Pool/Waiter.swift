/// A piece of work that needs a connection.
struct Waiter: Sendable {
    enum Work: Sendable {
        /// Takes the connection away, to give it back later.
        case lease(@Sendable (Connection) -> Void)
        /// Done on the connection's own executor in one go. It needs no hop to learn that it got a connection, and
        /// the next piece follows it without one: under load that is half of the thread switches.
        case errand(@Sendable (isolated Connection) -> Fate)
    }

    /// What became of an errand.
    enum Fate {
        case done
        /// The server had hung up before anything was sent: another connection must do it.
        case notStarted
    }

    let id: UInt64
    let deadline: ContinuousClock.Instant
    let work: Work
    /// Tells the task that waits; called once, and only where `work` is not.
    let fail: @Sendable (DatabaseError) -> Void
}
