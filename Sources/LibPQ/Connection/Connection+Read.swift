extension Connection {
    /// Reads a result of any size in bounded memory: `consume` gets batches of at most `batchSize` decoded rows, and
    /// the next batch is read when it returns. Returns the number of rows.
    ///
    /// Rows come in libpq's single-row mode, so the server's plan is that of the whole result and no cursor is left
    /// behind. Where `decode` or `consume` throws, the rest of the result is not read: the connection is retired, and
    /// with it a transaction that it was in.
    package nonisolated func read<T: Sendable>(
        _ statement: Statement, batchSize: Int = 500, _ decode: @escaping @Sendable (inout Row) throws -> T,
        _ consume: ([T]) async throws -> Void
    ) async throws -> Int {
        try await beginRead(statement)
        var count = 0
        do {
            while true {
                let (rows, isAtEnd) = try await readBatch(max(1, batchSize), decode)
                count += rows.count
                if !rows.isEmpty { try await consume(rows) }
                if isAtEnd { break }
            }
        } catch {
            await endRead(isComplete: (error as? DatabaseError)?.kind == .server)
            throw error
        }
        await endRead(isComplete: true)
        return count
    }

    private func beginRead(_ statement: Statement) async throws {
        try checkUnoccupied()
        try await uponCancellation { link, watch in try link.startStream(statement, watch: watch) }
        isOccupied = true
    }

    private func readBatch<T: Sendable>(
        _ limit: Int, _ decode: @Sendable (inout Row) throws -> T
    ) async throws -> (rows: [T], isAtEnd: Bool) {
        try await uponCancellation { link, watch in
            var rows: [T] = []
            rows.reserveCapacity(limit)
            let isMore = try link.nextRows(limit, into: &rows, watch: watch, decode)
            return (rows, !isMore)
        }
    }

    private func endRead(isComplete: Bool) {
        isOccupied = false
        if !isComplete { link.isDoubtful = true }
    }
}
