import Foundation
import Support
import Testing

/// `migrate`: at once, killed in the middle, and over files that somebody has edited.
///
/// In a cluster of its own, because migrating writes to the roles, which all databases of a cluster share.
@Suite(.serialized) struct MigrationTests {
    private func run(_ body: (TestDatabase) async throws -> Void) async throws {
        try await Service.withSlot {
            let cluster = try await PostgresCluster.start()
            do {
                try await body(try await TestDatabase.makeEmpty(on: cluster.conninfo))
            } catch {
                try? await cluster.destroy()
                throw error
            }
            try await cluster.destroy()
        }
    }

    private func migrate(_ database: TestDatabase, home: URL? = nil) throws -> Program {
        var environment = database.adminEnvironment
        environment["SELARAS_HOME"] = (home ?? TestDatabase.root).path
        return try Program.built("selaras-server", environment: environment)
    }

    private static func migrations() throws -> [String] {
        let folder = TestDatabase.root.appending(path: "Schema/migrations").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sql") }.sorted()
    }

    /// A copy of `Schema`, one migration of which has something behind it.
    private func edited(_ name: String, adding sql: String, _ body: (URL) async throws -> Void) async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let schema = home.appending(path: "Schema")
        try FileManager.default.copyItem(at: TestDatabase.root.appending(path: "Schema"), to: schema)
        let file = schema.appending(path: "migrations/\(name)")
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + "\n" + sql + "\n").write(to: file, atomically: true, encoding: .utf8)
        try await body(home)
    }

    /// As a release left it that knew none of the migrations from `next` on.
    private func migrate(_ database: TestDatabase, before next: String) async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let schema = home.appending(path: "Schema")
        try FileManager.default.copyItem(at: TestDatabase.root.appending(path: "Schema"), to: schema)
        for name in try Self.migrations() where name >= next {
            try FileManager.default.removeItem(at: schema.appending(path: "migrations/\(name)"))
        }
        #expect(try await migrate(database, home: home)("migrate").code == 0)
    }

    @Test func twiceAtOnce() async throws {
        try await run { database in
            let program = try migrate(database)
            async let first = program("migrate")
            async let second = program("migrate")
            let outcomes = try await [first, second]
            #expect(outcomes.map(\.code) == [0, 0], "\(outcomes)")
            // Each migration was applied by one of them.
            let applied = outcomes.map { $0.out.matches(of: #/Diterapkan/#).count }
            #expect(applied.reduce(0, +) == (try Self.migrations().count))
            #expect(try await database.count("from migration") == (try Self.migrations().count))
            let third = try await program("migrate")
            #expect(third.code == 0 && !third.out.contains("Diterapkan"))
        }
    }

    @Test func killedInTheMiddle() async throws {
        try await run { database in
            let names = try Self.migrations()
            let slow = names[4]
            try await edited(slow, adding: "select pg_sleep(60);") { home in
                let process = Process()
                process.executableURL = URL(fileURLWithPath: try migrate(database).path)
                process.arguments = ["migrate"]
                process.environment = ProcessInfo.processInfo.environment.merging(database.adminEnvironment) { $1 }
                    .merging(["SELARAS_HOME": home.path]) { $1 }
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                let sleeping = "from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
                try await eventually("under way") { try await database.count(sleeping) == 1 }
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                // PostgreSQL notices at the next statement only, which is a minute away.
                try await database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid in (select pid \(sleeping))")
            }
            // Of the one that was under way nothing is left, and the rest follows.
            let outcome = try await migrate(database)("migrate")
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(outcome.out.contains("Diterapkan: \(slow)"))
            #expect(!outcome.out.contains("Diterapkan: \(names[3])"))
            #expect(try await database.count("from migration") == names.count)
            try await database.fill()
        }
    }

    @Test func editedAfterwards() async throws {
        try await run { database in
            #expect(try await migrate(database)("migrate").code == 0)
            let name = try Self.migrations()[2]
            try await edited(name, adding: "-- a second thought") { home in
                let outcome = try await migrate(database, home: home)("migrate")
                #expect(outcome.code == 1)
                #expect(outcome.error.contains("Migrasi \(name) berubah setelah diterapkan"), "\(outcome.error)")
            }
        }
    }

    /// Events of a database that is upgraded are linked as they are, and those who were there before have one: from the
    /// schema before there were accounts, and from that before there were chains.
    @Test(arguments: ["0024", "0031"]) func eventsOfBeforeAreLinked(next: String) async throws {
        try await run { database in
            try await migrate(database, before: next)
            try await database.execute(
                """
                insert into region (code, name, level, parent_code) values ('63', 'Kalsel', 'provinsi', null),
                    ('63.02', 'Kotabaru', 'kabupaten', '63'), ('63.10', 'Tanah Bumbu', 'kabupaten', '63'),
                    ('63.02.12', 'A', 'kecamatan', '63.02'), ('63.02.12.2005', 'B', 'desa', '63.02.12'),
                    ('63.10.01', 'C', 'kecamatan', '63.10'), ('63.10.01.2001', 'D', 'desa', '63.10.01');
                insert into kabupaten (code, coordinator_office) values ('63.02', 'Bappeda'), ('63.10', 'Bappeda');
                insert into principal (id, name, role, kabupaten_code)
                values (gen_random_uuid(), 'x', 'viewer', '63.02');
                insert into token (hash, id, principal_id, expires_at)
                select sha256('x'), gen_random_uuid(), id, now() + interval '1 day' from principal;
                insert into permission (role, resource, action) values ('viewer', 'lokus', 'read');
                insert into lokus (kabupaten_code, id, desa_code, year)
                select kabupaten, gen_random_uuid(), desa, 2020 + n
                from (values ('63.02', '63.02.12.2005'), ('63.10', '63.10.01.2001')) p (kabupaten, desa),
                    generate_series(1, 3) n;
                update lokus set decree_number = '1', decree_on = '2024-01-01'
                """)
            let told = "string_agg(concat_ws(' ', subject_id, action, before ->> 'year', after ->> 'year'), ','"
            let before = try await database.value("select \(told) order by kabupaten_code, sequence) from event")
            #expect(try await migrate(database)("migrate").code == 0)
            #expect(
                try await database.value(
                    "select \(told) order by area_code, number) from event where subject = 'lokus'") == before)
            #expect(try await database.count("from event where subject in ('kabupaten', 'principal')") == 3)
            let verified = try await migrate(database)("audit", "verify")
            #expect(verified.code == 0 && verified.out.contains("17 peristiwa diperiksa dalam 3 rantai"), "\(verified)")
        }
    }

    /// What was reported before reports were verified counts as it was said, by nobody's leave, until it is corrected and
    /// somebody verifies that.
    @Test func reportsOfBeforeCount() async throws {
        try await run { database in
            try await migrate(database, before: "0056")
            let id = "00000000-0000-4000-8000-00000000000"
            try await database.execute(
                """
                insert into region (code, name, level, parent_code) values ('63', 'Kalsel', 'provinsi', null),
                    ('63.02', 'Kotabaru', 'kabupaten', '63');
                insert into kabupaten (code, coordinator_office) values ('63.02', 'Bappeda');
                insert into principal (id, name, role, kabupaten_code) values ('\(id)1', 'x', 'viewer', '63.02');
                set session_replication_role = replica;
                insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
                    nil, physical_percent, quantity, spent_idr, reported_by)
                values ('63.02', '\(id)2', '\(id)3', 'PUPR', '\(id)4', 2024, 1, false, 40, 18, 400, '\(id)1')
                """)
            #expect(try await migrate(database)("migrate").code == 0)
            let told = """
                concat_ws(' ', (select spent_idr from latest_progress), s.spent_idr, r.state, r.state_by is null, r.version)
                from progress_report r join latest_statement s on s.id = r.id
                """
            #expect(try await database.value("select \(told)") == "400 400 verified t 1")
            try await database.execute("update progress_report set spent_idr = 700")
            #expect(try await database.value("select \(told)") == "400 700 submitted t 2")
            #expect(try await database.value("select '\(id)1' = any (written_by) from progress_report") == "true")
        }
    }

    @Test func aMigrationThatFails() async throws {
        try await run { database in
            let names = try Self.migrations()
            try await edited(names[3], adding: "create table selaras.half (id integer); select 1 / 0;") { home in
                let outcome = try await migrate(database, home: home)("migrate")
                #expect(outcome.code == 1)
                #expect(outcome.error.contains("Migrasi \(names[3]) gagal dan dibatalkan seluruhnya"))
            }
            #expect(try await database.count("from migration") == 3)
            #expect(try await database.value("to_regclass('selaras.half')") == "")
            #expect(try await migrate(database)("migrate").code == 0)
        }
    }
}
