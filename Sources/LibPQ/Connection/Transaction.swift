/// What a transaction sees, as SQL names it.
package enum IsolationLevel: String, Sendable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable
}

/// An open transaction on one connection; not to be used after the body that received it.
package struct Transaction: Sendable {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// As `Connection.pipeline`; a failure leaves the transaction failed, to be rolled back when the body throws.
    package func pipeline<each Output: Sendable>(
        _ queries: repeat Query<each Output>, timeout: Duration? = nil
    ) async throws -> (repeat each Output) {
        try await connection.pipeline(repeat each queries, timeout: timeout)
    }

    /// As `Connection.simple`; a `commit` in the script would end this transaction.
    package func simple(_ sql: String, timeout: Duration? = nil) async throws {
        try await connection.simple(sql, timeout: timeout)
    }

    /// As `Connection.copyIn`.
    package func copyIn<Chunks: AsyncSequence>(_ sql: String, _ chunks: Chunks) async throws -> Int
    where Chunks.Element == [UInt8] {
        try await connection.copyIn(sql, chunks)
    }

    /// As `Connection.copyIn`.
    package func copyIn(_ sql: String, _ body: (CopyIn) async throws -> Void) async throws -> Int {
        try await connection.copyIn(sql, body)
    }

    /// As `Connection.read`.
    package func read<T: Sendable>(
        _ statement: Statement, batchSize: Int = 500, _ decode: @escaping @Sendable (inout Row) throws -> T,
        _ consume: ([T]) async throws -> Void
    ) async throws -> Int {
        try await connection.read(statement, batchSize: batchSize, decode, consume)
    }

    /// As `Connection.copyOut`.
    package func copyOut<Value: Sendable>(
        _ sql: String, into value: Value, _ consume: @Sendable (inout Value, UnsafeRawBufferPointer) throws -> Void
    ) async throws -> (value: Value, rows: Int) {
        try await connection.copyOut(sql, into: value, consume)
    }
}
