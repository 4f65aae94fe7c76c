import Foundation
import Testing

@testable import LibPQ

@Suite("Values travel to PostgreSQL and back")
struct ValueTests {
    let connection: Connection

    init() async throws {
        connection = try await TestDatabase.connect()
    }

    private func roundTrip<T: PostgresEncodable & PostgresDecodable & Equatable>(
        _ values: T..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for value in values {
            let back = try await connection.value("select \(value)", as: T.self)
            #expect(back == value, sourceLocation: sourceLocation)
            let optional = try await connection.value("select \(Optional(value))", as: T?.self)
            #expect(optional == value, sourceLocation: sourceLocation)
        }
        let null = try await connection.value("select \(T?.none)", as: T?.self)
        #expect(null == nil, sourceLocation: sourceLocation)
    }

    @Test func integers() async throws {
        try await roundTrip(Int16.min, 0, .max)
        try await roundTrip(Int32.min, 0, .max)
        try await roundTrip(Int64.min, 0, .max)
        try await roundTrip(Int.min, -1, .max)
    }

    @Test func scalars() async throws {
        try await roundTrip(true, false)
        try await roundTrip(0.0, -1.5, .pi, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude)
        try await roundTrip("", "a", "Kabupaten Ruteng — 東", String(repeating: "é", count: 100_000))
        try await roundTrip(UUID(), UUID())
        try await roundTrip([UInt8](), [0, 255, 1], [UInt8](repeating: 7, count: 1 << 20))
    }

    @Test func dates() async throws {
        try await roundTrip(
            PostgresDate(daysSince2000: 0), PostgresDate(daysSince2000: -10_957), .init(daysSince2000: .max))
        try await roundTrip(PostgresTimestamp(microsecondsSince2000: 0), .init(microsecondsSince2000: .min))
        let (date, time) = try await connection.pipeline(
            Statement("select \(PostgresDate(daysSince2000: 9_496))::text").one { try $0.next(String.self) },
            Statement("select '2026-01-01 00:00:00.000001+00'::timestamptz").one { try $0.next(PostgresTimestamp.self) }
        )
        #expect(date == "2025-12-31")
        #expect(time.microsecondsSince1970 == 1_767_225_600_000_001)
        #expect(PostgresTimestamp(microsecondsSince1970: 1_767_225_600_000_001) == time)
    }

    @Test func arrays() async throws {
        try await roundTrip([String](), ["", "a", "{\",\\}"])
        try await roundTrip([Int64](), [1, .min])
        try await roundTrip([Int](), [1, .max])
        try await roundTrip([Int32](), [1, .max])
        try await roundTrip([Int16](), [1, .max], [Int16](repeating: 3, count: 5000))
        try await roundTrip([UUID](), [UUID(), UUID()])
        try await roundTrip([Bool](), [true, false])
        try await roundTrip([Double](), [1, .infinity])
        try await roundTrip([[UInt8]](), [[], [1, 2]])
        try await roundTrip([PostgresDate](), [.init(daysSince2000: 4)])
        try await roundTrip([PostgresTimestamp](), [.init(microsecondsSince2000: 4)])
        try await roundTrip([String?](), ["a", nil, ""])
        try await roundTrip([Int16?](), [nil], [1, nil])
    }

    @Test func widening() async throws {
        #expect(try await connection.value("select 7::int2", as: Int.self) == 7)
        #expect(try await connection.value("select 7::int4", as: Int64.self) == 7)
        #expect(try await connection.value("select 7::int2", as: Int32.self) == 7)
        #expect(try await connection.value("select 1.5::float4", as: Double.self) == 1.5)
        #expect(try await connection.value("select '{7}'::int2[]", as: [Int].self) == [7])
        #expect(try await connection.value("select 'x'::varchar", as: String.self) == "x")
        #expect(try await connection.value("select '{\"a\": 1}'::jsonb", as: String.self) == "{\"a\": 1}")
        #expect(try await connection.value("select '[1]'::json", as: String.self) == "[1]")
        #expect(try await connection.value("select '{a}'::varchar[]", as: [String].self) == ["a"])
    }

    @Test func mismatchesNameColumnAndTypes() async throws {
        func message<T: PostgresDecodable>(_ sql: Statement, _ type: T.Type) async throws -> String {
            let error = try await databaseError { try await connection.value(sql, as: type) }
            #expect(error.kind == .decoding)
            #expect(error.description == "database error: decoding")
            return error.message
        }
        #expect(
            try await message("select 1::int4 as good", String.self) == "column \"good\": expected String, found int4")
        #expect(try await message("select 1.5 as p", Double.self) == "column \"p\": expected Double, found numeric")
        #expect(
            try await message("select null::int8 as good", Int.self)
                == "column \"good\": expected Int, found null of type int8")
        #expect(try await message("select 1::int8 as n", Int32.self) == "column \"n\": expected Int32, found int8")
        #expect(
            try await message("select '{1,NULL}'::int2[] as a", [Int16].self)
                == "column \"a\": expected Array<Int16>, found int2[]")
        #expect(try await message("select '{{1},{2}}'::int2[] as a", [Int16].self).contains("found int2[]"))
        #expect(try await message("select now()::timestamp as t", PostgresTimestamp.self).contains("found timestamp"))
    }

    @Test func nextInfersOptionals() async throws {
        struct Line: Sendable, Equatable {
            var a: Int?, b: Int, c: String?, d: [Int16]?, e: Int16
        }
        let query = Statement("select null::int8, 2::int8, null::text, null::int2[], 3::int2").one { row in
            try Line(a: row.next(), b: row.next(), c: row.next(), d: row.next(), e: row.next())
        }
        #expect(try await connection.pipeline(query) == Line(a: nil, b: 2, c: nil, d: nil, e: 3))
    }

    @Test func columnsByNameAndPosition() async throws {
        let query = Statement("select 1::int8 as a, 'x' as \"goodAnswers\", null::text as c").one { row in
            try (
                row.decode(Int.self, "a"), row.decode(String.self, "goodAnswers"), row.decode(String?.self, at: 2),
                row.count
            )
        }
        let found = try await connection.pipeline(query)
        #expect(found == (1, "x", nil, 3))
        let missing = try await databaseError {
            try await connection.pipeline(Statement("select 1 as a").one { try $0.decode(Int.self, "b") })
        }
        #expect(missing.message == "no column \"b\" in the result")
        let beyond = try await databaseError {
            try await connection.pipeline(Statement("select 1 as a").one { try $0.decode(Int.self, at: 1) })
        }
        #expect(beyond.message == "no column 1: the result has 1")
    }
}
