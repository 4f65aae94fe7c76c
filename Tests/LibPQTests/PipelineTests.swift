import Testing

@testable import LibPQ

@Suite("A pipeline is one transaction and leaves its connection idle")
struct PipelineTests {
    let connection: Connection

    init() async throws {
        connection = try await TestDatabase.connect()
    }

    private func select(_ value: Int) -> Query<Int> {
        Statement("select \(value)").one { try $0.next(Int.self) }
    }

    @Test func errorInTheMiddle() async throws {
        try await connection.simple("create temporary table t (n int8 constraint n_is_positive check (n > 0))")
        for _ in 0..<3 {
            let error = try await databaseError {
                try await connection.pipeline(
                    Statement("insert into t values (\(1))").affected,
                    Statement("insert into t values (\(-1))").affected,
                    Statement("this is not sql").void, select(1))
            }
            #expect(error.kind == .server)
            #expect(error.sqlState == .checkViolation)
            #expect(error.constraint == "n_is_positive")
            #expect(error.table == "t")
            #expect(error.detail?.contains("-1") == true)
            #expect(error.sql == "insert into t values ($1)")
            #expect(error.description == "database error: server (23514)")
            #expect(String(reflecting: error).contains("n_is_positive"))
            #expect(await connection.isReusable)
        }
        #expect(try await connection.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test func syntaxErrorInParse() async throws {
        let error = try await databaseError {
            try await connection.pipeline(select(1), Statement("selec 1").void, select(2))
        }
        #expect(error.sqlState?.rawValue == "42601")
        let (one, two) = try await connection.pipeline(select(1), select(2))
        #expect((one, two) == (1, 2))
    }

    @Test func settingsDoNotLeak() async throws {
        let set = Statement("select set_config('selaras.areas', \("53"), true)").void
        let show = Statement("select current_setting('selaras.areas', true)").one { try $0.next(String?.self) }
        let (_, inside) = try await connection.pipeline(set, show)
        #expect(inside == "53")
        let after = try await connection.pipeline(show)
        #expect(after ?? "" == "")
        _ = try await databaseError { try await connection.pipeline(set, Statement("select 1 / 0").void) }
        let afterFailure = try await connection.pipeline(show)
        #expect(afterFailure ?? "" == "")
    }

    @Test func deferredConstraintFailsAtTheSync() async throws {
        try await connection.simple(
            "create temporary table d (n int8 constraint n_once unique deferrable initially deferred)")
        let error = try await databaseError {
            try await connection.pipeline(Statement("insert into d values (1), (1)").affected, select(1))
        }
        #expect(error.constraint == "n_once")
        #expect(await connection.isReusable)
        #expect(try await connection.value("select count(*) from d", as: Int.self) == 0)
    }

    @Test func decodingErrorLeavesTheConnectionIdle() async throws {
        struct Odd: Error {}
        await #expect(throws: Odd.self) {
            try await connection.pipeline(select(1), Statement("select 1").one { _ -> Int in throw Odd() }, select(2))
        }
        #expect(await connection.isReusable)
        let server = try await databaseError {
            try await connection.pipeline(
                Statement("select 1").one { try $0.next(String.self) }, Statement("select 1/0").void)
        }
        #expect(server.kind == .server)
    }

    @Test func copyHasNoPlaceInAPipeline() async throws {
        try await connection.simple("create temporary table t (n int8)")
        let error = try await databaseError { try await connection.pipeline(Statement("copy t from stdin").void) }
        #expect(error.kind == .protocolViolation)
        // Behind a failure it is met on the way to the sync, where libpq would repeat it for ever.
        let other = try await TestDatabase.connect()
        try await other.simple("create temporary table t (n int8)")
        let late = try await databaseError {
            try await other.pipeline(
                Statement("select 1").one { try $0.next(String.self) }, Statement("copy t from stdin").void)
        }
        #expect(late.kind == .decoding || late.kind == .protocolViolation)
        #expect(await !other.isReusable)
    }

    @Test func largeInBothDirections() async throws {
        // More than the socket buffers hold either way: would hang if sending waited for receiving or the reverse.
        let bytes = [UInt8](repeating: 42, count: 8 << 20)
        let echo = Statement("select \(bytes)").one { try $0.next([UInt8].self).count }
        let (a, b, c) = try await connection.pipeline(echo, echo, echo)
        #expect([a, b, c] == [bytes.count, bytes.count, bytes.count])
    }

    @Test func manyStatements() async throws {
        for _ in 0..<50 {
            let all = try await connection.pipeline(
                select(1), select(2), select(3), select(4), select(5), select(6), select(7), select(8))
            #expect(all.7 == 8)
        }
    }

    @Test func scripts() async throws {
        try await connection.simple("create temporary table s (n int8); insert into s values (1); select * from s;")
        let error = try await databaseError {
            try await connection.simple("insert into s values (2); select 1/0; insert into s values (3)")
        }
        #expect(error.sqlState?.rawValue == "22012")
        #expect(try await connection.value("select count(*) from s", as: Int.self) == 1)
        _ = try await databaseError {
            try await connection.simple("begin; insert into s values (2); select 1/0; commit")
        }
        #expect(await connection.isReusable)
        _ = try await databaseError { try await connection.simple("copy s from stdin") }
        #expect(await connection.isReusable)
        #expect(try await connection.value("select count(*) from s", as: Int.self) == 1)
    }

    @Test func noticesGoWhereTheyAreWanted() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: Notice.self)
        var options = try TestDatabase.options()
        options.onNotice = { continuation.yield($0) }
        let talkative = try await Connection.open(options)
        try await talkative.simple("do $$ begin raise notice 'hello'; end $$")
        let notice = await stream.first { _ in true }
        #expect(notice?.message == "hello")
        #expect(notice?.severity == "NOTICE")
    }
}
