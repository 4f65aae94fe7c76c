import Testing

@testable import LibPQ

@Suite("Statements bind what they interpolate")
struct StatementTests {
    @Test func interpolationIsABind() {
        let name = "x'; drop table t; --"
        let table = "region"
        let statement: Statement = "select * from \(unescaped: table) where name = \(name) and n > \(3)"
        #expect(statement.sql == "select * from region where name = $1 and n > $2")
        #expect(statement.binds.types == [.text, .int8])
    }

    @Test func injectionStaysData() async throws {
        let connection = try await TestDatabase.connect()
        let attack = "'; select pg_terminate_backend(pg_backend_pid()); --"
        #expect(try await connection.value("select \(attack)", as: String.self) == attack)
        #expect(await connection.isReusable)
    }

    @Test func outputsOfAllShapes() async throws {
        let connection = try await TestDatabase.connect()
        try await connection.simple("create temporary table t (n int8)")
        let series: Statement = "select n from generate_series(1, 3) as n"
        let (inserted, rows, sum, first, none, mapped, _) = try await connection.pipeline(
            Statement("insert into t select generate_series(1, 5)").affected,
            series.rows { try $0.next(Int.self) },
            series.reduce(into: 0) { $0 += try $1.next(Int.self) },
            series.first { try $0.next(Int.self) },
            Statement("select n from t where n > 100").first { try $0.next(Int.self) },
            Statement("select 'a'").one { try $0.next(String.self) }.map { $0 + "b" },
            Statement("select 1").void)
        #expect(inserted == 5)
        #expect(rows == [1, 2, 3])
        #expect(sum == 6)
        #expect(first == 1)
        #expect(none == nil)
        #expect(mapped == "ab")
        let error = try await databaseError { try await connection.pipeline(series.one { try $0.next(Int.self) }) }
        #expect(error.message == "expected one row, found 3")
    }

    @Test func cacheIsBoundedAndSurvivesEviction() async throws {
        var options = try TestDatabase.options()
        options.statementCacheCapacity = 8
        let connection = try await Connection.open(options)
        for round in 0..<3 {
            for index in 0..<40 {
                let value = try await connection.value("select \(unescaped: String(index)) + \(round)", as: Int.self)
                #expect(value == index + round)
            }
        }
        #expect(await connection.preparedCount <= 8)
        let prepared = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(prepared <= 12)
    }

    @Test func preparedOncePerTextAndTypes() async throws {
        let connection = try await TestDatabase.connect()
        for _ in 0..<3 {
            _ = try await connection.pipeline(
                Statement("select \(1)").void, Statement("select \(2)").void, Statement("select \("text")").void,
                Statement("select 9").unprepared.void)
        }
        #expect(await connection.preparedCount == 2)
        let prepared = try await connection.value("select count(*) from pg_prepared_statements", as: Int.self)
        #expect(prepared == 3)
    }

    @Test func changedTableHealsWithANewConnection() async throws {
        let pool = try TestDatabase.pool(size: 1)
        try await pool.withConnection { connection in
            try await connection.simple("drop table if exists libpq_change; create table libpq_change (a int8)")
        }
        let all = Statement("select * from libpq_change").rows { $0.count }
        _ = try await pool.pipeline(all)
        try await pool.withConnection { try await $0.simple("alter table libpq_change add b int8") }
        let error = try await databaseError { try await pool.pipeline(all) }
        #expect(error.sqlState == .featureNotSupported)
        _ = try await pool.pipeline(all)
        try await pool.withConnection { try await $0.simple("drop table libpq_change") }
    }
}
