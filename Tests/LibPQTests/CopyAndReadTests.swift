import Testing

@testable import LibPQ

@Suite("COPY and large reads")
struct CopyAndReadTests {
    let connection: Connection
    struct Odd: Error {}

    init() async throws {
        connection = try await TestDatabase.connect()
        try await connection.simple("create temporary table t (n int8 constraint n_is_positive check (n > 0), s text)")
    }

    private var count: Int {
        get async throws { try await connection.value("select count(*) from t", as: Int.self) }
    }

    private func chunks(_ rows: Range<Int>, per chunk: Int = 1000) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for start in stride(from: rows.lowerBound, to: rows.upperBound, by: chunk) {
                let lines = (start..<min(start + chunk, rows.upperBound)).map { "\($0)\ttext of \($0)\n" }
                continuation.yield(Array(lines.joined().utf8))
            }
            continuation.finish()
        }
    }

    @Test func copyIn() async throws {
        #expect(try await connection.copyIn("copy t from stdin", chunks(1..<100_001)) == 100_000)
        #expect(try await connection.copyIn("copy t from stdin") { _ in } == 0)
        #expect(try await count == 100_000)
    }

    @Test func copyInOneLargeChunk() async throws {
        let bytes = Array((1...200_000).map { "\($0)\tx\n" }.joined().utf8)
        #expect(try await connection.copyIn("copy t from stdin") { try await $0.write(bytes) } == 200_000)
    }

    @Test func serverRefusesData() async throws {
        let error = try await databaseError {
            try await connection.copyIn("copy t from stdin") { copy in
                for _ in 0..<200 { try await copy.write(Array("1\tfine\n".utf8)) }
                try await copy.write(Array("-1\tbad\n".utf8))
                for _ in 0..<200 { try await copy.write([UInt8](repeating: 10, count: 10_000)) }
            }
        }
        #expect(error.constraint == "n_is_positive")
        #expect(await connection.isReusable)
        #expect(try await count == 0)
    }

    @Test func serverRefusesTheCommand() async throws {
        let error = try await databaseError { try await connection.copyIn("copy nothere from stdin") { _ in } }
        #expect(error.sqlState?.rawValue == "42P01")
        let other = try await databaseError { try await connection.copyIn("select 1") { _ in } }
        #expect(other.kind == .protocolViolation)
        #expect(await connection.isReusable)
    }

    @Test func abortedByUs() async throws {
        await #expect(throws: Odd.self) {
            try await connection.copyIn("copy t from stdin") { copy in
                try await copy.write(Array("1\tx\n".utf8))
                throw Odd()
            }
        }
        #expect(await connection.isReusable)
        #expect(try await count == 0)
    }

    @Test func inATransaction() async throws {
        await #expect(throws: Odd.self) {
            try await connection.transaction { tx in
                #expect(try await tx.copyIn("copy t from stdin", chunks(1..<11)) == 10)
                throw Odd()
            }
        }
        #expect(try await count == 0)
        try await connection.transaction { tx in _ = try await tx.copyIn("copy t from stdin", chunks(1..<11)) }
        #expect(try await count == 10)
    }

    @Test func othersAreRefusedDuringACopy() async throws {
        let rows = try await connection.copyIn("copy t from stdin") { copy in
            let error = try await databaseError { try await connection.value("select 1", as: Int.self) }
            #expect(error.kind == .protocolViolation)
            try await copy.write(Array("1\tx\n".utf8))
        }
        #expect(rows == 1)
    }

    @Test func cancelledDuringACopy() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let task = Task {
            try await pool.withConnection { connection in
                try await connection.simple("create temporary table c (s text)")
                return try await connection.copyIn("copy c from stdin") { copy in
                    while true { try await copy.write([UInt8](repeating: 65, count: 1000) + [10]) }
                }
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        let error = try await databaseError { try await task.value }
        #expect(error.kind == .cancelled)
        try await pool.heal(within: .seconds(5))
    }

    @Test func readsInBatches() async throws {
        var sum = 0
        var batches = 0
        let limit = 100_000
        let rows = try await connection.read(
            "select n from generate_series(1::int8, \(limit)) as n", batchSize: 1000, { try $0.next(Int.self) }
        ) { batch in
            sum += batch.reduce(0, +)
            batches += 1
        }
        #expect(rows == limit)
        #expect(sum == limit * (limit + 1) / 2)
        #expect(batches == 100)
        #expect(await connection.isReusable)
    }

    /// What a read asked for, rows one by one, must not be how the next pipeline gets its own.
    @Test func pipelineRightAfterARead() async throws {
        let statement: Statement = "select n from generate_series(1, 3) as n"
        let query = statement.rows { row in try row.next(Int32.self) }
        // Prepared already, so that the rows come in answer to the first message of the pipeline.
        _ = try await connection.pipeline(query)
        for _ in 0..<2 {
            _ = try await connection.read(statement, { try $0.next(Int32.self) }, { _ in })
            let rows: [Int32] = try await connection.pipeline(query)
            #expect(rows == [1, 2, 3])
        }
        #expect(await connection.isReusable)
    }

    @Test func readThatFails() async throws {
        let error = try await databaseError {
            try await connection.read(
                "select 10 / (50 - n) from generate_series(1, 100) as n", batchSize: 10, { try $0.next(Int.self) },
                { _ in })
        }
        #expect(error.sqlState?.rawValue == "22012")
        #expect(await connection.isReusable)
    }

    @Test func readGivenUp() async throws {
        await #expect(throws: Odd.self) {
            try await connection.read(
                "select n from generate_series(1, 10000000) as n", { try $0.next(Int.self) }, { _ in throw Odd() })
        }
        #expect(await !connection.isReusable)
    }
}
