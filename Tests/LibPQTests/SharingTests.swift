import Testing

@testable import LibPQ

@Suite("Pipelines that share a connection do not disturb each other")
struct SharingTests {
    let pool: Pool

    init() async throws {
        pool = try TestDatabase.pool(size: 1)
        // Only what is prepared already is sent behind other work.
        _ = try await sleep(0)
        _ = try await divide(1, by: 1)
    }

    @discardableResult
    private func sleep(_ seconds: Double) async throws -> Int {
        try await pool.pipeline(Statement("select 1 from pg_sleep(\(seconds))").one { try Int($0.next(Int32.self)) })
    }

    private func divide(_ dividend: Int, by divisor: Int) async throws -> Int {
        let (quotient, _) = try await pool.pipeline(
            Statement("select \(dividend) / \(divisor)").one { try $0.next(Int.self) }, Statement("select 1").void)
        return quotient
    }

    /// Begins a task and waits until it stands in the queue.
    private func queue<T: Sendable>(
        behind count: Int, _ body: @escaping @Sendable () async throws -> T
    ) async throws -> Task<T, any Error> {
        let task = Task { try await body() }
        while pool.status.waiting <= count { try await Task.sleep(for: .milliseconds(2)) }
        return task
    }

    /// Runs `body` while the one connection is away, so that what it queues is later sent in one go.
    private func whileLeased<T>(_ body: () async throws -> T) async throws -> T {
        try await pool.withConnection { _ in try await body() }
    }

    @Test func failuresStayWhereTheyHappen() async throws {
        let tasks = try await whileLeased {
            var tasks: [Task<Int, any Error>] = []
            for index in 0..<24 {
                tasks.append(
                    try await queue(behind: index) { try await divide(index, by: index.isMultiple(of: 3) ? 0 : 1) })
            }
            return tasks
        }
        for (index, task) in tasks.enumerated() {
            if index.isMultiple(of: 3) {
                #expect(try await databaseError { try await task.value }.sqlState?.rawValue == "22012")
            } else {
                #expect(try await task.value == index)
            }
        }
        #expect(pool.status.open == 1)
    }

    @Test func aCancelledNeighbour() async throws {
        for cancelled in [0, 2] {
            try await pool.heal(within: .seconds(20))
            _ = try await sleep(0)
            _ = try await divide(1, by: 1)
            let (tasks, sleeper) = try await whileLeased {
                var tasks: [Task<Int, any Error>] = []
                var sleeper: Task<Int, any Error>?
                for index in 0..<6 {
                    if index == cancelled {
                        sleeper = try await queue(behind: index) { try await sleep(60) }
                    } else {
                        tasks.append(try await queue(behind: index) { try await divide(index, by: 1) })
                    }
                }
                return (tasks, sleeper)
            }
            try await Task.sleep(for: .milliseconds(300))
            sleeper?.cancel()
            #expect(try await databaseError { try await sleeper?.value }.kind == .cancelled)
            var sum = 0
            for task in tasks { sum += try await task.value }
            #expect(sum == 15 - cancelled)
        }
    }

    @Test func cancelledBeforeItsTurn() async throws {
        let (first, second, third) = try await whileLeased {
            let first = try await queue(behind: 0) { try await sleep(1) }
            let second = try await queue(behind: 1) { try await sleep(60) }
            let third = try await queue(behind: 2) { try await divide(6, by: 2) }
            return (first, second, third)
        }
        try await Task.sleep(for: .milliseconds(200))
        second.cancel()
        #expect(try await first.value == 1)
        #expect(try await databaseError { try await second.value }.kind == .cancelled)
        #expect(try await third.value == 3)
    }

    @Test func aDeadlineHitsOnlyItsOwn() async throws {
        let (late, other) = try await whileLeased {
            let late = try await queue(behind: 0) {
                try await pool.pipeline(
                    Statement("select 1 from pg_sleep(\(60.0))").one { try $0.next(Int32.self) },
                    timeout: .milliseconds(200))
            }
            return (late, try await queue(behind: 1) { try await divide(6, by: 2) })
        }
        #expect(try await databaseError { try await late.value }.kind == .deadline)
        #expect(try await other.value == 3)
    }

    @Test func aLossEndsAllThatWasSent() async throws {
        let other = try await TestDatabase.connect()
        let pid = try await pool.value("select pg_backend_pid()", as: Int32.self)
        let (first, second) = try await whileLeased {
            let first = try await queue(behind: 0) { try await sleep(60) }
            return (first, try await queue(behind: 1) { try await divide(6, by: 2) })
        }
        try await Task.sleep(for: .milliseconds(200))
        _ = try await other.pipeline(Statement("select pg_terminate_backend(\(pid))").void)
        #expect(try await databaseError { try await first.value }.kind == .connectionLost)
        let lost = try await databaseError { try await second.value }
        #expect(lost.kind == .connectionLost, "\(String(reflecting: lost))")
        try await pool.heal(within: .seconds(5))
    }

    @Test func aTransactionLeftOpenReachesNobody() async throws {
        let tasks = try await whileLeased {
            var tasks: [Task<Void, any Error>] = []
            for index in 0..<4 {
                tasks.append(
                    try await queue(behind: index) {
                        try await pool.pipeline(Statement("begin").void)
                        _ = try await divide(index, by: 1)
                    })
            }
            return tasks
        }
        for task in tasks { try await task.value }
    }
}
