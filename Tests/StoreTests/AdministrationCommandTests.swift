import Foundation
import Support
import Testing

/// The commands as an operator meets them: what they print where, and their exit codes.
@Suite struct AdministrationCommandTests {
    @Test func aSoundFolderHasNoFaults() async throws {
        let outcome = try await Program.built("selaras-server")
            .run(["config", "check", TestDatabase.root.appending(path: "Config").path])
        #expect(outcome.code == 0, "\(outcome.error)")
        #expect(outcome.error.isEmpty)
    }

    @Test func allFaultsOfAllFilesAreToldAtOnce() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: TestDatabase.root.appending(path: "Config"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try edit(folder, "permissions.csv", "region,read,coordinator", "region,read,boss")
        try edit(folder, "catalogue.csv", "BKKBN,KKF-02", "TIADA,KKF-99")
        try edit(folder, "kabupaten/63.02/agencies.csv", "unit,DINKES", "unit,TIADA")
        try edit(folder, "kabupaten/63.02/holidays.csv", "2025-01-27", "2025-02-30")
        try edit(folder, "frameworks/ikk-29-v1/framework.csv", "mean_of_dimensions", "weighted")
        let outcome = try await Program.built("selaras-server").run(["config", "check", folder.path])
        #expect(outcome.code == 1)
        for expected in [
            "permissions.csv: Baris 2, kolom roles", "catalogue.csv: Baris 6, kolom agencies: \"TIADA\"",
            "catalogue.csv: Baris 6, kolom indicators: \"KKF-99\"",
            "kabupaten/63.02/agencies.csv: Baris 5, kolom parent: \"TIADA\"",
            "kabupaten/63.02/holidays.csv: Baris 3, kolom day: \"2025-02-30\"",
            "frameworks/ikk-29-v1/indicators.csv: Bobot indikator KLS-01 belum diisi",
        ] { #expect(outcome.error.contains(expected), "\(expected)") }
    }

    @Test func aTokenStandsAloneOnStandardOutput() async throws {
        try await AdministeredDatabase.run { database in
            let made = try await database.program(
                "token", "create", "--role", "viewer", "--name", "Uji", "--kabupaten", "63.02")
            #expect(made.code == 0 && made.out.hasPrefix("slr_") && made.out.split(separator: "\n").count == 1)
            let listed = try await database.program("token", "list")
            let id = try #require(listed.out.split(separator: "\n").last?.split(separator: "\t").first)
            #expect(!listed.out.contains("slr_"))
            #expect(try await database.program("token", "revoke", String(id)).code == 0)
            #expect(try await database.program("token", "revoke", String(id)).code == 1)
        }
    }

    @Test func regionsComeFromStandardInputToo() async throws {
        try await AdministeredDatabase.run { database in
            let program = try Program.built("selaras-server", environment: database.database.adminEnvironment)
            let sound = "code,name,level,parent_code\n62,Kalimantan Tengah,provinsi,\n"
            #expect(try await program.run(["region", "import", "-"], input: sound).code == 0)
            let refused = try await program.run(
                ["region", "import", "-"], input: sound + "62.1,A,kabupaten,62\n62,B,provinsi,\n")
            #expect(refused.code == 1)
            #expect(refused.error.contains("Baris 3, kolom code") && refused.error.contains("Baris 4, kolom code"))
        }
    }

    @Test func whatIsMissingAroundItIsExitCodeTwo() async throws {
        let empty = try await TestDatabase.makeEmpty()
        let program = try Program.built("selaras-server", environment: empty.adminEnvironment)
        let unready = try await program.run(["token", "list"])
        #expect(unready.code == 2 && unready.error.contains("selaras-server migrate"))
        #expect(try await program.run(["region", "import", "/tiada.csv"]).code == 2)
        try await empty.drop()
    }

    private func edit(_ folder: URL, _ file: String, _ old: String, _ new: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }
}
