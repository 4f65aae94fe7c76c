internal import CLibPQ

extension Connection {
    /// Runs `body` between `begin` and `commit`, and rolls back where it throws or the task is cancelled.
    ///
    /// The error is the body's own, never wrapped. A body that swallowed a statement's failure cannot commit: that is
    /// `server` with 25P02. The connection is idle afterwards, or retired.
    package nonisolated func transaction<T>(
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false,
        _ body: (Transaction) async throws -> T
    ) async throws -> T {
        try await begin("begin isolation level \(isolation.rawValue)\(readOnly ? " read only" : "")")
        let value: T
        do {
            value = try await body(Transaction(self))
            try Task.checkCancellation()
        } catch {
            await rollback()
            throw error is CancellationError ? DatabaseError(.cancelled, "cancelled between two statements") : error
        }
        try await commit()
        return value
    }

    private func begin(_ sql: String) async throws {
        try checkUnoccupied()
        guard link.transactionStatus == PQTRANS_IDLE else {
            throw DatabaseError(.protocolViolation, "a transaction is open already")
        }
        _ = try await uponCancellation { link, watch in try link.query(sql, watch: watch) }
    }

    /// Not stopped by a cancellation: to cancel a commit is to no longer know whether it took place.
    private func commit() throws {
        let tag = try link.perform(Interrupt()) { watch in try link.query("commit", watch: watch) }
        guard tag == "COMMIT" else {
            let server = ServerError(
                .inFailedSQLTransaction, "the transaction was rolled back: one of its statements had failed")
            throw DatabaseError(.server, "commit answered \(tag)", server: server, sql: "commit")
        }
    }

    private func rollback() {
        guard link.isUsable, link.transactionStatus != PQTRANS_IDLE else { return }
        do {
            try link.query("rollback", watch: Watch(deadline: .now + link.options.cancelGrace))
        } catch {
            link.isDoubtful = true
        }
    }
}
