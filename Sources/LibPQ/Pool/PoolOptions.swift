/// How many connections a pool keeps, and how long its users wait.
package struct PoolOptions: Sendable {
    /// How each connection reaches the server.
    package var connection: ConnectionOptions
    /// The most connections at a time; they are opened when there is work for them.
    package var size = 4
    /// How long work may wait for a connection before it fails with `poolTimeout`.
    package var leaseTimeout: Duration = .seconds(5)

    /// How much work may wait at a time; what comes beyond it fails at once with `poolFull`, while it is still cheap.
    package var mostWaiting = Int.max

    /// How many pipelines may be under way at once on one connection when more wait than there are connections; 1 for
    /// none beside another. They are answered in order, so one that is slow delays those behind it.
    package var sharing = 8

    /// At most `size` connections, all alike.
    package init(_ connection: ConnectionOptions = ConnectionOptions(), size: Int = 4) {
        self.connection = connection
        self.size = size
    }
}

/// A pool at one moment, for metrics and readiness.
package struct PoolStatus: Equatable, Sendable {
    /// Sessions that are open, at work or not.
    package var open: Int
    /// Sessions that wait for work.
    package var idle: Int
    /// Sessions being opened.
    package var opening: Int
    /// Pieces of work that wait for a session.
    package var waiting: Int
}
