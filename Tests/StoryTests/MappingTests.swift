import Foundation
import Support
import Testing

/// A survey that an office has in KoboToolbox, through the built programs: looked at, mapped, imported and closed.
@Suite struct MappingTests {
    private static let fixtures = TestDatabase.root.appending(path: "Tests/IntakeTests/Fixtures/kobo")

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.fixtures.appending(path: "\(name).csv"), encoding: .utf8)
    }

    @Test func anExportOfKoboToolboxIsImported() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-kobo-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database, isQuiet: true)
        let admin = try Program.built("selaras-server", environment: database.adminEnvironment)
        let token = try await admin.run([
            "token", "create", "--name", "U", "--kabupaten", "63.02", "--role", "coordinator",
        ])
        let selaras = try Program.built(
            "selaras",
            environment: [
                "SELARAS_URL": server.url, "HOME": folder, "XDG_CONFIG_HOME": folder, "PATH": "/usr/bin:/bin",
                "SELARAS_TOKEN": token.out.trimmingCharacters(in: .whitespacesAndNewlines), "TMPDIR": folder,
            ])
        let run = { (line: String, input: String?) async throws -> Program.Outcome in
            try await selaras.run(line.split(separator: " ").map(String.init), input: input)
        }
        let (export, mapping) = (Self.fixtures.appending(path: "wide.csv").path, "\(folder)/peta.csv")
        #expect(try await run("lokus register 63.02.12.2005 --year 2025", nil).code == 0)
        #expect(try await run("lokus register 63.02.12.2005 --year 2024", nil).code == 0)

        let inspected = try await run("survey inspect \(export) --write-mapping \(mapping)", nil)
        #expect(inspected.code == 0 && inspected.out.contains("Ekspor KoboToolbox"), "\(inspected)")
        #expect(inspected.error.contains(mapping))
        let piped = try await run("survey inspect - --framework ikk-29/1 --json", try text("wide"))
        #expect(piped.code == 0 && piped.out.contains(#""origin":"kobotoolbox""#), "\(piped)")

        // What is not decided is not guessed.
        let line = "survey import \(export) --mapping \(mapping) --lokus 63.02.12.2005/2025 --purpose baseline"
        let undecided = try await run(line, nil)
        #expect(undecided.code == 6 && undecided.error.contains("peta.csv"), "\(undecided)")
        #expect(try await run("survey list 63.02.12.2005/2025 -o name", nil).out.isEmpty)
        try complete(mapping)

        let spoilt = try text("wide").replacing("\"menolak\"", with: "\"entah\"")
        let refused = try await run(line.replacing(export, with: "-"), spoilt)
        #expect(refused.code == 6 && refused.out.isEmpty, "\(refused)")
        #expect(refused.error.contains("identitas/hasil_kunjungan") && refused.error.contains("entah"), "\(refused)")

        let tried = try await run(line.replacing(export, with: "-") + " --dry-run", try text("wide"))
        #expect(tried.code == 0 && tried.out.contains("68 ditambah"), "\(tried)")
        let taken = try await run(line, nil)
        #expect(taken.code == 0 && taken.out.contains("68 ditambah"), "\(taken)")
        let again = try await run(line, nil)
        #expect(again.code == 0 && again.out.contains("68 sama"), "\(again)")

        let canonical = Self.fixtures.appending(path: "canonical.csv").path
        let other = "survey import \(canonical) --lokus 63.02.12.2005/2024 --purpose baseline"
        #expect(try await run(other, nil).code == 0)
        var tallies: [String] = []
        for year in [2024, 2025] {
            #expect(try await run("survey close 63.02.12.2005/\(year) --purpose baseline --yes", nil).code == 0)
            let shown = try await run("survey show 63.02.12.2005/\(year) --purpose baseline -o csv", nil)
            tallies.append(shown.out)
        }
        #expect(tallies[0] == tallies[1] && tallies[0].contains("KKSB-06"))
        #expect(await server.stop() == 0)
        try await database.drop()
    }

    /// What an officer does in a spreadsheet with what was left open or guessed.
    private func complete(_ path: String) throws {
        let decided: Set = ["KKE-02", "family_id"]
        let proposed = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let kept = proposed.filter { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return !(decided.contains(String(cells[0])) || (cells[0] == "*" && cells[3] == "2"))
        }
        let more = try text("wide-mapping").split(separator: "\n").filter { line in
            decided.contains(String(line.prefix { $0 != "," })) || line.hasPrefix("without") || line.hasPrefix("*,,,2,")
        }
        try ((kept + more).joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
