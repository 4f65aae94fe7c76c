import Synchronization
import Testing

@testable import LibPQ

/// Remembers what happened in which order, whichever thread it happened on.
private final class Recorder: Sendable {
    private let values = Mutex<[Int]>([])

    var all: [Int] { values.withLock { $0 } }

    func add(_ value: Int) {
        values.withLock { $0.append(value) }
    }
}

@Suite("The pool is bounded, fair and heals")
struct PoolTests {
    @Test func exhaustionHasADeadline() async throws {
        let pool = try TestDatabase.pool(size: 1, leaseTimeout: .seconds(1))
        // The time that opening takes counts too, and on a busy machine may be all that there is.
        try await pool.heal(within: .seconds(20))
        try await pool.withConnection { _ in
            let error = try await databaseError { try await pool.value("select 1", as: Int.self) }
            #expect(error.kind == .poolTimeout)
            let lease = try await databaseError { try await pool.withConnection { _ in } }
            #expect(lease.kind == .poolTimeout)
        }
        try await pool.heal(within: .seconds(20))
    }

    @Test func firstComeFirstServed() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let order = Recorder()
        let tasks = try await pool.withConnection { _ in
            var tasks: [Task<Void, any Error>] = []
            for index in 0..<20 {
                tasks.append(
                    Task {
                        if index.isMultiple(of: 3) {
                            try await pool.withConnection { _ in order.add(index) }
                        } else {
                            try await pool.pipeline(Statement("select 1").one { _ in order.add(index) })
                        }
                    })
                while pool.status.waiting <= index { try await Task.sleep(for: .milliseconds(1)) }
            }
            return tasks
        }
        for task in tasks { try await task.value }
        #expect(order.all == Array(0..<20))
    }

    @Test func manyTasks() async throws {
        let pool = try TestDatabase.pool(size: 4)
        try await withThrowingTaskGroup { group in
            for index in 0..<200 {
                group.addTask {
                    for step in 0..<20 {
                        let (a, b) = try await pool.pipeline(
                            Statement("select \(index)").one { try $0.next(Int.self) },
                            Statement("select \(step)").one { try $0.next(Int.self) })
                        #expect((a, b) == (index, step))
                        if step == 10 {
                            try await pool.withConnection { connection in
                                let value = try await connection.value("select \(index)", as: Int.self)
                                #expect(value == index)
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(pool.status.open <= 4)
        while pool.status.idle < pool.status.open { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func terminatedInTheMiddle() async throws {
        let pool = try TestDatabase.pool(size: 2)
        let error = try await databaseError {
            try await pool.pipeline(
                Statement("select pg_terminate_backend(pg_backend_pid())").void, Statement("select pg_sleep(1)").void)
        }
        #expect(error.kind == .connectionLost)
        #expect(error.sqlState == .adminShutdown)
        try await pool.heal(within: .seconds(5))
        #expect(pool.status.open == 1)
    }

    @Test func terminatedWhileIdleGoesUnnoticed() async throws {
        let pool = try TestDatabase.pool(size: 2)
        let other = try await TestDatabase.connect()
        for _ in 0..<5 {
            let pid = try await pool.value("select pg_backend_pid()", as: Int.self)
            _ = try await other.pipeline(Statement("select pg_terminate_backend(\(Int32(pid)))").void)
            while try await other.value("select count(*) from pg_stat_activity where pid = \(pid)", as: Int.self) > 0 {}
            #expect(try await pool.value("select 1", as: Int.self) == 1)
            let second = try await pool.value("select pg_backend_pid()", as: Int.self)
            _ = try await other.pipeline(Statement("select pg_terminate_backend(\(Int32(second)))").void)
            while try await other.value("select count(*) from pg_stat_activity where pid = \(second)", as: Int.self) > 0
            {}
            let two = try await pool.withConnection { try await $0.value("select 2", as: Int.self) }
            #expect(two == 2)
        }
    }

    @Test func noServerIsAClearError() async throws {
        var options = PoolOptions(ConnectionOptions(conninfo: "host=/nonexistent user=nobody"))
        options.leaseTimeout = .seconds(20)
        let pool = Pool(options)
        let error = try await databaseError { try await pool.value("select 1", as: Int.self) }
        #expect(error.kind == .cannotConnect)
        await pool.close()
    }

    @Test func refusedSettingsAreAClearError() async throws {
        var options = try TestDatabase.options()
        options.settings["no_such_setting"] = "1"
        let refused = options
        let error = try await databaseError { try await Connection.open(refused) }
        #expect(error.kind == .cannotConnect)
        #expect(error.sqlState?.rawValue == "42704")
    }

    @Test func settingsAndName() async throws {
        var options = try TestDatabase.options()
        options.applicationName = "selaras test"
        options.settings["search_path"] = "pg_catalog"
        options.lockTimeout = .seconds(2)
        let connection = try await Connection.open(options)
        #expect(
            try await connection.value("select current_setting('application_name')", as: String.self) == "selaras test")
        #expect(try await connection.value("select current_setting('search_path')", as: String.self) == "pg_catalog")
        #expect(try await connection.value("select current_setting('lock_timeout')", as: String.self) == "2s")
    }

    @Test func closesGracefully() async throws {
        let pool = try TestDatabase.pool(size: 2)
        let task = Task { try await pool.value("select 'done' from pg_sleep(0.5)", as: String.self) }
        while pool.status.open == 0 { try await Task.sleep(for: .milliseconds(5)) }
        await pool.close()
        #expect(try await task.value == "done")
        #expect(pool.status.open == 0)
        #expect(try await databaseError { try await pool.value("select 1", as: Int.self) }.kind == .poolClosed)
    }

    @Test func closeHasABound() async throws {
        let pool = try TestDatabase.pool(size: 1)
        let task = Task { try await pool.pipeline(Statement("select pg_sleep(60)").void) }
        while pool.status.open == 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(100))
        let waiting = Task { try await pool.value("select 1", as: Int.self) }
        while pool.status.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
        await pool.close(within: .milliseconds(200))
        #expect(try await databaseError { try await waiting.value }.kind == .poolClosed)
        let error = try await databaseError { try await task.value }
        #expect(error.kind == .server && error.sqlState == .queryCanceled)
    }
}
