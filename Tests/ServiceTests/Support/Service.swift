import Foundation
import LibPQ
import Planning
import Store
import Support
import Testing

/// A database and a server of one test.
struct Service: Sendable {
    let database: TestDatabase
    let url: String
    let server: RunningServer

    /// Makes both, and removes both whatever happens.
    static func run(
        arguments: [String] = [], _ body: @Sendable (Service) async throws -> Void
    ) async throws {
        try await withSlot {
            let database = try await TestDatabase.make()
            try await removing(database) {
                try await serving(database, arguments: arguments) { try await body($0) }
                // Whatever the test did, and whoever met whom: every change is a link of its chain.
                let chains = try await AuditVerification(
                    ConnectionOptions(conninfo: database.adminConninfo), tasks: 1
                ).run(area: nil, signed: [], from: nil)
                #expect(chains.compactMap(\.fault).isEmpty, "\(chains.compactMap(\.fault))")
            }
        }
    }

    /// A server over `database`, stopped after `body`.
    static func serving(
        _ database: TestDatabase, arguments: [String] = [], environment: [String: String] = [:],
        _ body: (Service) async throws -> Void
    ) async throws {
        let server = try await RunningServer.start(
            on: database, arguments: arguments, environment: environment, isQuiet: true)
        do {
            try await body(Service(database: database, url: server.url, server: server))
        } catch {
            _ = await server.stop()
            throw error
        }
        #expect(await server.stop() == 0)
    }

    /// A server over `database` that `body` may kill; stopped afterwards where it still runs.
    static func killing(
        _ database: TestDatabase, arguments: [String] = [], environment: [String: String] = [:],
        _ body: (Service, RunningServer) async throws -> Void
    ) async throws {
        let server = try await RunningServer.start(
            on: database, arguments: arguments, environment: environment, isQuiet: true)
        do {
            try await body(Service(database: database, url: server.url, server: server), server)
        } catch {
            await server.kill()
            throw error
        }
        await server.kill()
    }

    /// Waits for a turn.
    static func withSlot(_ body: () async throws -> Void) async throws {
        await Slots.services.take()
        do {
            try await body()
        } catch {
            await Slots.services.giveBack()
            throw error
        }
        await Slots.services.giveBack()
    }

    /// Drops `database` after `body`.
    static func removing(_ database: TestDatabase, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            try? await database.drop()
            throw error
        }
        try await database.drop()
    }

    /// On the port for operators.
    var admin: Client { Client(url: server.adminURL, token: nil) }

    /// Without a token.
    var stranger: Client { Client(url: url, token: nil) }

    func coordinator(_ kabupaten: String = "63.02") async throws -> Client {
        try await client(.coordinator, kabupaten: kabupaten)
    }

    func agency(_ code: String, _ kabupaten: String = "63.02") async throws -> Client {
        try await client(.agency, kabupaten: kabupaten, agency: code)
    }

    /// Somebody of that role: of Kotabaru, PUPR, desa Sampanahan, where the role asks for it.
    func client(_ role: Caller.Role, _ kabupaten: String = "63.02") async throws -> Client {
        try await client(
            role, kabupaten: kabupaten, agency: Reach(of: role).agency, desa: role == .village ? World.desa : nil)
    }

    private func client(
        _ role: Caller.Role, kabupaten: String, agency: String? = nil, desa: String? = nil
    ) async throws -> Client {
        Client(url: url, token: try await database.token(role, kabupaten: kabupaten, agency: agency, desa: desa).text)
    }
}

extension TestDatabase {
    /// A new token; a province's is for all of Kalimantan Selatan.
    func token(
        _ role: Caller.Role, kabupaten: String = "63.02", agency: String? = nil, desa: String? = nil
    ) async throws -> (text: String, id: ListedToken.ID) {
        let province = try #require(RegionCode("63"))
        let area = try #require(RegionCode(kabupaten))
        let lastDay = try #require(CalendarDay(year: 2099, month: 12, day: 31))
        let draft = PrincipalDraft(
            role: role, name: "Penguji \(role.rawValue) \(agency ?? "")",
            area: role.isOfProvince ? .province(province) : .kabupaten(area), agency: agency,
            desa: desa.flatMap { RegionCode($0) },
            kecamatan: role == .subdistrict ? RegionCode("63.02.12") : nil,
            assignment: role == .auditor ? PrincipalDraft.Assignment(letter: "700/1/ITKAB", until: lastDay) : nil)
        let issued = try await administer { try await $0.createToken(for: draft, days: 1) }
        return (issued.secret.text, issued.id)
    }

    func administer<T: Sendable>(_ body: (Administration) async throws -> T) async throws -> T {
        let connection = try await Connection.open(ConnectionOptions(conninfo: adminConninfo))
        do {
            let result = try await body(Administration(connection))
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The only value of a query, as text, read by a superuser; empty for null.
    func value(_ sql: String) async throws -> String {
        let statement: Statement = "select coalesce((\(unescaped: sql))::text, '')"
        return try await asAdmin {
            try await $0.pipeline(statement.unprepared.one { row in try row.next(String.self) })
        }
    }

    func count(_ sql: String) async throws -> Int {
        try #require(Int(try await value("select count(*) \(sql)")))
    }

    /// A script, by a superuser.
    func execute(_ sql: String) async throws {
        try await asAdmin { try await $0.simple(sql) }
    }

    private func asAdmin<T: Sendable>(_ body: (Connection) async throws -> T) async throws -> T {
        var options = ConnectionOptions(conninfo: adminConninfo)
        options.settings = ["search_path": "selaras, pg_temp"]
        let connection = try await Connection.open(options)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }
}

extension TestDatabase {
    /// Waits until no session of the service is in the middle of something.
    func untilNobodyIsBusy() async throws {
        let sessions = "from pg_stat_activity where datname = current_database() and usename = 'selaras_login'"
        try await eventually("no session is busy") { try await count("\(sessions) and state <> 'idle'") == 0 }
    }
}
