import Testing

@testable import LibPQ

@Suite("Transactions end idle")
struct TransactionTests {
    let connection: Connection
    struct Odd: Error {}

    init() async throws {
        connection = try await TestDatabase.connect()
        try await connection.simple("create temporary table t (n int8)")
    }

    private var count: Int {
        get async throws { try await connection.value("select count(*) from t", as: Int.self) }
    }

    private func insert(_ value: Int) -> Query<Int> { Statement("insert into t values (\(value))").affected }

    @Test func commits() async throws {
        let sum = try await connection.transaction(isolation: .serializable) { tx in
            let one = try await tx.pipeline(insert(1))
            let two = try await tx.pipeline(insert(2))
            return one + two
        }
        #expect(sum == 2)
        #expect(try await count == 2)
        #expect(await connection.isReusable)
    }

    @Test func rollsBackWhatThrows() async throws {
        await #expect(throws: Odd.self) {
            try await connection.transaction { tx in
                _ = try await tx.pipeline(insert(1))
                throw Odd()
            }
        }
        let error = try await databaseError {
            try await connection.transaction { tx in
                _ = try await tx.pipeline(insert(1))
                _ = try await tx.pipeline(Statement("select 1/0").void)
            }
        }
        #expect(error.sqlState?.rawValue == "22012")
        #expect(await connection.isReusable)
        #expect(try await count == 0)
    }

    @Test func aSwallowedFailureCannotCommit() async throws {
        let error = try await databaseError {
            try await connection.transaction { tx in
                _ = try await tx.pipeline(insert(1))
                _ = try? await tx.pipeline(Statement("select 1/0").void)
            }
        }
        #expect(error.sqlState == .inFailedSQLTransaction)
        #expect(await connection.isReusable)
        #expect(try await count == 0)
    }

    @Test func readOnly() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let error = try await databaseError {
            try await pool.transaction(readOnly: true) { tx in try await tx.simple("create table never (n int)") }
        }
        #expect(error.sqlState?.rawValue == "25006")
        #expect(pool.status.open == 1)
    }

    @Test func aTransactionLeftOpenIsClosed() async throws {
        let pool = try TestDatabase.pool(size: 1)
        try await pool.withConnection { try await $0.simple("begin") }
        #expect(pool.status.open == 0)
        try await pool.heal(within: .seconds(5))
    }

    @Test func nestingIsRefused() async throws {
        let error = try await databaseError {
            try await connection.transaction { _ in try await connection.transaction { _ in } }
        }
        #expect(error.kind == .protocolViolation)
        #expect(await connection.isReusable)
    }
}
