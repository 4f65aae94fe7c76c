import Foundation
import Testing

@testable import LibPQ

/// Where the tests find PostgreSQL.
enum TestDatabase {
    static let variable = "SELARAS_TEST_DATABASE"

    /// A conninfo of a database that the tests may use freely.
    static var conninfo: String {
        get throws {
            let value = ProcessInfo.processInfo.environment[variable]
            return try #require(value, "no test database: run the tests with `make test`, which starts one")
        }
    }

    static func options() throws -> ConnectionOptions {
        ConnectionOptions(conninfo: try conninfo)
    }

    static func connect() async throws -> Connection {
        try await Connection.open(options())
    }

    static func pool(size: Int = 4, leaseTimeout: Duration = .seconds(20)) throws -> Pool {
        var options = PoolOptions(try options(), size: size)
        options.leaseTimeout = leaseTimeout
        return Pool(options)
    }
}

/// The `DatabaseError` that `body` throws; anything else is an issue.
func databaseError<T>(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> T
) async throws -> DatabaseError {
    do {
        _ = try await body()
    } catch let error as DatabaseError {
        return error
    }
    throw Unthrown(sourceLocation: sourceLocation)
}

struct Unthrown: Error {
    let sourceLocation: SourceLocation
}

extension Connection {
    /// The one value of a one-row statement.
    func value<T: PostgresDecodable>(_ statement: Statement, as type: T.Type = T.self) async throws -> T {
        try await pipeline(statement.one { row in try row.next(T.self) })
    }
}

extension Pool {
    func value<T: PostgresDecodable>(_ statement: Statement, as type: T.Type = T.self) async throws -> T {
        try await pipeline(statement.one { row in try row.next(T.self) })
    }

    /// Runs `select 1` until it succeeds; the error of the last try if that takes longer than `limit`.
    func heal(within limit: Duration) async throws {
        let end = ContinuousClock.now + limit
        while true {
            do {
                _ = try await value("select 1", as: Int.self)
                return
            } catch {
                if .now > end { throw error }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
