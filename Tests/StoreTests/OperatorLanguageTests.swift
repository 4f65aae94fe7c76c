import Foundation
import Support
import Testing

/// What the server says to an operator, in both languages, and the exit codes, which are the same in both.
@Suite struct OperatorLanguageTests {
    private static let commands: [[String]] = [
        [], ["serve"], ["migrate"], ["config"], ["config", "check"], ["config", "import"], ["region"],
        ["region", "import"], ["token"], ["token", "create"], ["token", "list"], ["token", "revoke"], ["demo"],
        ["demo", "load"], ["demo", "tokens"], ["audit"], ["audit", "verify"], ["audit", "checkpoint"],
        ["audit", "read"],
        ["audit", "key"],
        ["audit", "key", "create"], ["audit", "key", "show"], ["account", "correct"],
    ]

    @Test(arguments: commands) func helpIsInTheLanguageOfTheLocale(command: [String]) async throws {
        let foreign = [
            "id": [" the ", " and ", " of ", "OVERVIEW", "USAGE", "OPTIONS", "Show "],
            "en": [" dan ", " yang ", " untuk ", " dengan ", "PEMAKAIAN", "PILIHAN"],
        ]
        var texts: Set<String> = []
        for (language, words) in foreign {
            let program = try Program.built("selaras-server", environment: ["SELARAS_LANG": language])
            let outcome = try await program.run(command + ["--help"])
            #expect(outcome.code == 0 && outcome.error.isEmpty)
            for word in words { #expect(!outcome.out.contains(word), "\(language): \(word) in \(outcome.out)") }
            texts.insert(outcome.out)
        }
        #expect(texts.count == 2)
    }

    @Test func theLocaleDecides() async throws {
        let program = try Program.built(
            "selaras-server", environment: ["SELARAS_LANG": "", "LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8"])
        #expect(try await program("--help").out.contains("Exit codes of all commands"))
    }

    /// Whatever a command needs of it, a database that is down is the same failure.
    @Test(arguments: ["id", "en"]) func aDatabaseThatIsDownIsTheSameFailureEverywhere(language: String) async throws {
        let database = try await TestDatabase.make()
        let down = ["DATABASE_URL": "host=/nonexistent dbname=x", "SELARAS_LANG": language]
        let program = try Program.built(
            "selaras-server", environment: database.loginEnvironment.merging(down) { $1 })
        let config = TestDatabase.root.appending(path: "Config").path
        for command in [
            ["serve", "--port", "0"], ["migrate"], ["config", "import", config], ["region", "import", "/dev/null"],
            ["token", "list"], ["token", "revoke", "x"], ["demo", "tokens"], ["demo", "load"], ["audit", "verify"],
            ["token", "create", "--role", "viewer", "--name", "x", "--kabupaten", "63.02"],
        ] {
            let outcome = try await program.run(command)
            #expect(outcome.code == 2, "\(command)")
            #expect(outcome.out.isEmpty)
            let sentence =
                language == "id" ? "Gagal: Basis data tidak dapat dihubungi" : "Failed: The database cannot be reached"
            #expect(outcome.error.hasPrefix(sentence), "\(command): \(outcome.error)")
            #expect(outcome.error.contains("DATABASE_URL"))
        }
        try await database.drop()
    }

    @Test func wrongUsageIsTwo() async throws {
        let program = try Program.built("selaras-server")
        for command in [["sevre"], ["serve", "--port", "x"], ["serve", "--port", "70000"], ["token", "create"]] {
            let outcome = try await program.run(command)
            #expect(outcome.code == 2 && outcome.out.isEmpty, "\(command)")
            #expect(outcome.error.hasPrefix("Kesalahan: "), "\(outcome.error)")
        }
    }
}
