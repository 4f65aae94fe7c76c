import Foundation
import Support
import Testing

/// The database may be named by libpq's service file instead of `DATABASE_URL`.
@Suite struct ServiceFileTests {
    @Test(arguments: [["DATABASE_URL": "service=selaras"], ["DATABASE_URL": "", "PGSERVICE": "selaras"]])
    func namesTheDatabase(environment: [String: String]) async throws {
        let database = try await TestDatabase.make()
        let file = FileManager.default.temporaryDirectory.appending(path: "pg_service-\(UUID().uuidString).conf")
        defer { try? FileManager.default.removeItem(at: file) }
        // In a conninfo the last of two equal keywords wins, in a service file the first.
        let lines = database.loginConninfo.split(separator: " ").reversed().joined(separator: "\n")
        try "# Selaras\n[selaras]\n\(lines)\n".write(to: file, atomically: true, encoding: .utf8)
        let all = environment.merging(["PGSERVICEFILE": file.path]) { $1 }
        try await Service.removing(database) {
            try await Service.serving(database, environment: all) { service in
                try await service.admin.get("/readyz").expect(200)
                let client = try await service.coordinator()
                #expect(try await !client.lokus("63.02.12.2005", 2024).isEmpty)
            }
        }
    }

    @Test func aServiceThatIsNotThereIsSaid() async throws {
        let database = try await TestDatabase.make()
        let environment = database.loginEnvironment.merging(["DATABASE_URL": "service=tiada"]) { $1 }
        let outcome = try await Program.built("selaras-server", environment: environment).run(["serve", "--port", "0"])
        #expect(outcome.code == 2)
        #expect(outcome.error.contains("tiada") && outcome.error.contains("DATABASE_URL"), "\(outcome.error)")
        try await database.drop()
    }
}
