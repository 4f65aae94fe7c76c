import Foundation
import Support
import Testing

/// `serve` begins only where it can do its work safely, and says in a sentence why it does not.
@Suite struct FitnessTests {
    private func serve(_ environment: [String: String]) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: environment).run(["serve", "--port", "0"])
    }

    private func expectRefusal(_ outcome: Program.Outcome, _ words: String, _ place: SourceLocation = #_sourceLocation)
    {
        #expect(outcome.code == 2, "\(outcome)", sourceLocation: place)
        #expect(outcome.error.contains(words), "\(outcome.error)", sourceLocation: place)
        #expect(!outcome.out.contains("http://"), sourceLocation: place)
        #expect(!outcome.error.contains("Fatal error") && !outcome.error.contains(".swift"), sourceLocation: place)
    }

    @Test func notMigrated() async throws {
        // The role has to be there for the login to succeed.
        try await TestDatabase.make().drop()
        let database = try await TestDatabase.makeEmpty()
        try await Service.removing(database) {
            expectRefusal(try await serve(database.loginEnvironment), "Skema Selaras belum ada")
        }
    }

    @Test func anotherVersion() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            let newest = try await database.count("from migration")
            try await database.execute("delete from migration where number = \(newest)")
            expectRefusal(try await serve(database.loginEnvironment), "Jalankan `selaras-server migrate`")
            try await database.execute(
                """
                insert into migration (number, name, sha256) values (\(newest), 'x', ''), (\(newest + 1), 'y', '')
                """)
            expectRefusal(try await serve(database.loginEnvironment), "Pasang versi program yang baru")
        }
    }

    /// A running service that finds the schema of another version is not ready.
    @Test func migratedUnderARunningService() async throws {
        try await Service.run { service in
            let newest = try await service.database.count("from migration")
            try await service.database.execute(
                "insert into migration (number, name, sha256) values (\(newest + 1), 'x', '')")
            try await service.admin.get("/readyz").expectProblem(503, "schema_mismatch")
            try await service.admin.get("/livez").expect(200)
        }
    }

    @Test func superuser() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            expectRefusal(try await serve(database.adminEnvironment), "terlalu berkuasa")
        }
    }

    @Test func noServer() async throws {
        let environment = ["DATABASE_URL": "host=/nonexistent dbname=x user=selaras_login"]
        let key = try await TestDatabase.make()
        try await Service.removing(key) {
            let all = key.loginEnvironment.merging(environment) { $1 }
            expectRefusal(try await serve(all), "Basis data tidak dapat dihubungi")
        }
    }
}
