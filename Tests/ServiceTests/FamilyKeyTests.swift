import Foundation
import Support
import Testing
import Wire

/// The key that hides the identity of families: checked at every import, and rotated.
@Suite struct FamilyKeyTests {
    private static let hashes = """
        select string_agg(encode(family, 'hex') || coalesce(encode(previous_family, 'hex'), ''), ',' order by family)
        from selaras.family_answer
        """

    /// A file with as many keys, of which the first ones are always the same; `other` begins with another one.
    private func file(_ count: Int, other: Bool = false) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-key-\(UUID().uuidString)")
        let keys = (0..<count).map { String(repeating: other && $0 == 0 ? "ff" : "0\($0 + 1)", count: 32) }
        try (keys.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    private func command(
        _ database: TestDatabase, _ command: String, _ file: String
    ) async throws -> (code: Int32, text: String) {
        var environment = database.adminEnvironment
        environment["SELARAS_FAMILY_KEY_FILE"] = file
        let outcome = try await Program.built("selaras-server", environment: environment).run(["family-key", command])
        return (outcome.code, outcome.out + outcome.error)
    }

    private func serving(
        _ database: TestDatabase, _ file: String, _ body: (Service) async throws -> Void
    ) async throws {
        try await Service.serving(database, environment: ["SELARAS_FAMILY_KEY_FILE": file], body)
    }

    @Test func aRotationKeepsFamiliesMatching() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            let (one, two, three, other) = (try file(1), try file(2), try file(3), try file(2, other: true))
            defer { for path in [one, two, three, other] { try? FileManager.default.removeItem(atPath: path) } }
            let early = try await command(database, "check", one)
            #expect(early.code == 0 && early.text.contains("impor pertama"), "\(early)")
            let resurvey = try SurveyText.fixture("sampanahan-2026-resurvey.csv")

            var lokus = ""
            try await serving(database, one) { service in
                let client = try await service.coordinator()
                lokus = try await client.lokus("63.02.12.2005", 2025)
                try await client.closedRound(
                    lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
                #expect(try await command(database, "check", one).code == 0)
                for name in ["check", "rotate"] {
                    let wrong = try await command(database, name, other)
                    #expect(wrong.code == 1 && wrong.text.contains("bukan kunci basis data ini"), "\(wrong)")
                }
                let nothing = try await command(database, "rotate", one)
                #expect(nothing.code == 0 && nothing.text.contains("tidak ada yang diubah"), "\(nothing)")

                // As in a database that was upgraded: families, and no record of their key. One names an older id.
                try await database.execute(
                    """
                    set session_replication_role = replica; delete from selaras.family_key;
                    update selaras.family_answer set previous_family = family where status = 1
                    """)
                let hashed = try await database.value(Self.hashes)
                let pending = try await command(database, "check", two)
                #expect(pending.code == 1 && pending.text.contains("family-key rotate"), "\(pending)")
                let rotated = try await command(database, "rotate", two)
                #expect(rotated.code == 0 && rotated.text.contains("283 "), "\(rotated)")
                #expect(try await database.value(Self.hashes) != hashed)
                let torn = "from selaras.family_answer where status = 1 and previous_family is distinct from family"
                #expect(try await database.count(torn) == 0)
                let verified = try await Program.built("selaras-server", environment: database.adminEnvironment)
                    .run(["audit", "verify", "--rows"])
                #expect(verified.code == 0 && verified.out.contains("utuh: 1 pendataan"), "\(verified)")
                try await database.execute(
                    "set session_replication_role = replica; update selaras.family_answer set previous_family = null")
                #expect(try await command(database, "check", two).code == 0)

                // This server still has the old file, and mixes nothing in.
                try await client.survey(lokus, "resurvey", "&panel_of=baseline", resurvey)
                    .expectProblem(409, "family_key_is_the_one_in_use")
                #expect(try await database.count("from selaras.survey_round") == 1)
            }
            // With the whole file the same families match, as they would have without a rotation; and once more.
            try await serving(database, two) { service in
                let client = try await service.coordinator()
                try await client.closedRound(lokus, "resurvey", "&panel_of=baseline", resurvey)
                let found = try await client.get("lokus/\(lokus)/comparison").expect(200)
                #expect(found["method"]["families_in_both"].integer == 249)
            }
            #expect(try await command(database, "rotate", three).code == 0)
            let rescored = try await Program.built("selaras-server", environment: database.adminEnvironment)
                .run(["rescore"])
            #expect(rescored.code == 0 && rescored.out.contains("Ditulis: 0 pendataan, 0 pasangan"), "\(rescored)")
            // Nothing can be changed by hand afterwards: the rules that were off for the rotation are on again.
            await #expect(throws: (any Error).self) {
                try await database.execute(
                    "set role selaras_owner; update selaras.family_answer set status = 2 where status = 1")
            }
        }
    }

    @Test func aFileWithoutAKeyIsRefused() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            for content in [
                "", "zz", String(repeating: "0a", count: 31), String(repeating: "0a", count: 32) + "\nkunci",
            ] {
                let file = FileManager.default.temporaryDirectory.appending(path: "selaras-key-\(UUID().uuidString)")
                defer { try? FileManager.default.removeItem(at: file) }
                try content.write(to: file, atomically: true, encoding: .utf8)
                let refused = try await command(database, "check", file.path)
                #expect(refused.code == 2 && refused.text.contains("64 digit"), "\(content): \(refused)")
            }
        }
    }
}
