import Testing

@testable import LibPQ

@Suite("Work can be stopped, and the reason is known")
struct CancellationTests {
    private let sleep = Statement("select pg_sleep(60)").void

    @Test func taskCancellation() async throws {
        let pool = try TestDatabase.pool(size: 2)
        _ = try await pool.value("select 1", as: Int.self)
        let task = Task { [sleep] in try await pool.pipeline(sleep) }
        while pool.status.idle > 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(500))
        let start = ContinuousClock.now
        task.cancel()
        let error = try await databaseError { try await task.value }
        #expect(error.kind == .cancelled)
        #expect(error.sqlState == .queryCanceled)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try await pool.value("select 1", as: Int.self) == 1)
        #expect(pool.status.open <= 1, "the cancelled connection is not used again")
    }

    @Test func cancelledBeforeItStarts() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let task = Task { [sleep] in
            while !Task.isCancelled { await Task.yield() }
            return try await pool.pipeline(sleep)
        }
        task.cancel()
        let error = try await databaseError { try await task.value }
        #expect(error.kind == .cancelled)
        try await pool.heal(within: .seconds(5))
    }

    @Test func cancelledWhileWaiting() async throws {
        let pool = try TestDatabase.pool(size: 1)
        try await pool.withConnection { _ in
            let task = Task { [sleep] in try await pool.pipeline(sleep) }
            let lease = Task { try await pool.withConnection { _ in } }
            while pool.status.waiting < 2 { try await Task.sleep(for: .milliseconds(5)) }
            task.cancel()
            lease.cancel()
            #expect(try await databaseError { try await task.value }.kind == .cancelled)
            #expect(try await databaseError { try await lease.value }.kind == .cancelled)
            #expect(pool.status.waiting == 0)
        }
        #expect(pool.status.idle == 1)
    }

    @Test func ourDeadline() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let error = try await databaseError { try await pool.pipeline(sleep, timeout: .milliseconds(200)) }
        #expect(error.kind == .deadline)
        try await pool.heal(within: .seconds(5))
    }

    @Test func theServersTimeout() async throws {
        var options = try TestDatabase.options()
        options.statementTimeout = .milliseconds(200)
        let connection = try await Connection.open(options)
        let error = try await databaseError { try await connection.pipeline(sleep) }
        #expect(error.kind == .server)
        #expect(error.sqlState == .queryCanceled)
        #expect(await connection.isReusable)
    }

    @Test func cancelledInATransaction() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let task = Task { [sleep] in try await pool.transaction { tx in try await tx.pipeline(sleep) } }
        while pool.status.open == 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(try await databaseError { try await task.value }.kind == .cancelled)
        try await pool.heal(within: .seconds(5))
    }

    @Test func cancelsAtRandomNeverHitANeighbour() async throws {
        let pool = try TestDatabase.pool(size: 4)
        try await withThrowingTaskGroup { group in
            for index in 0..<200 {
                group.addTask {
                    if index.isMultiple(of: 4) {
                        let task = Task { try await pool.value("select pg_sleep(0.05)::text", as: String.self) }
                        try await Task.sleep(for: .milliseconds(Int.random(in: 0...60)))
                        task.cancel()
                        _ = await task.result
                    } else {
                        #expect(try await pool.value("select \(index)", as: Int.self) == index)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
