/// One session with the server. An actor on a serial queue of its own: libpq is waited for there, in `poll`, and
/// never on Swift's cooperative pool.
///
/// One piece of work at a time: what is called while another call is between its steps (a `read`, a `copyIn`) fails
/// with a `protocolViolation`. A connection that was cancelled, timed out or lost is closed and not used again.
package actor Connection {
    nonisolated let executor: SerialQueueExecutor
    let link: Link
    /// Works from any thread, while the connection's own is waiting for the server.
    nonisolated let canceller: Canceller?
    /// Set while a COPY or a row-by-row read is under way, between whose steps other calls could slip in.
    var isOccupied = false

    /// The connection's own serial queue.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(link: sending Link, executor: SerialQueueExecutor) {
        canceller = link.canceller
        self.link = link
        self.executor = executor
    }

    isolated deinit {
        link.close()
    }

    /// Opens a session. Throws `cannotConnect`, also when `connectTimeout` passed.
    package static func open(_ options: ConnectionOptions) async throws -> Connection {
        let executor = SerialQueueExecutor(label: "selaras.postgresql.connection")
        return try await withCheckedThrowingContinuation { continuation in
            executor.async {
                do {
                    let link = try Link.connect(options)
                    continuation.resume(returning: Connection(link: link, executor: executor))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    /// Whether the session is idle, in step, and outside a transaction.
    package var isReusable: Bool { link.isReusable && !isOccupied }

    /// How many statements this connection has prepared and remembers.
    package var preparedCount: Int { link.cache.count }

    /// Ends the session. Later calls throw `connectionLost`.
    package func close() {
        link.close()
    }

    /// Throws where another call is between its steps.
    func checkUnoccupied() throws(DatabaseError) {
        if isOccupied { throw DatabaseError(.protocolViolation, "the connection is busy with a COPY or a read") }
    }

    /// `Link.perform` for a caller that is a task: its cancellation is passed on to the server.
    func uponCancellation<Output: Sendable>(
        timeout: Duration? = nil, _ work: (Link, Watch) throws -> Output
    ) async throws -> Output {
        let interrupt = Interrupt()
        return try await withTaskCancellationHandler {
            try link.perform(interrupt, timeout: timeout) { watch in try work(link, watch) }
        } onCancel: {
            interrupt.cancel()
        }
    }
}
