import Foundation
import LibPQ
import Planning
import Store
import Support
import Testing

/// A database of one test with an administrator's connection.
struct AdministeredDatabase {
    let database: TestDatabase
    let administration: Administration

    @discardableResult
    static func run<T>(_ body: (AdministeredDatabase) async throws -> T) async throws -> T {
        let database = try await TestDatabase.make()
        let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
        do {
            let value = try await body(
                AdministeredDatabase(database: database, administration: Administration(connection)))
            await connection.close()
            try await database.drop()
            return value
        } catch {
            await connection.close()
            try await database.drop()
            throw error
        }
    }

    /// One number, as a superuser sees it.
    func count(_ sql: String) async throws -> Int {
        let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
        let statement: Statement = "select (\(unescaped: sql))::bigint"
        let found = try await connection.pipeline(statement.one { row in try row.next(Int.self) })
        await connection.close()
        return found
    }

    /// A script, by a superuser.
    func execute(_ sql: String) async throws {
        let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
        try await connection.simple(sql)
        await connection.close()
    }

    func program(_ arguments: String...) async throws -> Program.Outcome { try await program(arguments) }

    func program(_ arguments: [String]) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: database.adminEnvironment).run(arguments)
    }
}

/// A store with the pool that must be closed after it.
struct PooledStore {
    let store: Store
    let pool: Pool
}

extension AdministeredDatabase {
    /// The ports, as the service logs in.
    func store() throws -> PooledStore {
        let key = try #require(FamilyKey(bytes: [UInt8](repeating: 7, count: 32)))
        let pool = Pool(PoolOptions(ConnectionOptions(conninfo: database.loginConninfo), size: 2))
        return PooledStore(store: Store(pool: pool, familyKey: key, requiredSchema: 0), pool: pool)
    }
}

func kotabaru() throws -> PrincipalDraft.Area { .kabupaten(try region("63.02")) }

func region(_ code: String) throws -> RegionCode { try #require(RegionCode(code)) }
