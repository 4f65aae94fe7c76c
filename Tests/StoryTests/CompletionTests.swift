import Foundation
import Support
import Testing

/// Completion in a bash that has sourced the script, and codes that come from a running service.
@Suite struct CompletionTests {
    /// What bash offers for a line that ends where the cursor is.
    private func offers(_ words: [String], environment: [String: String]) async throws -> [String] {
        let list = words.map { "'\($0)'" }.joined(separator: " ")
        let script = """
            source <(selaras completion bash) || exit 1
            COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
            COMP_TYPE=9; COMP_KEY=9
            _selaras selaras "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let shell = Program("/bin/bash", environment: environment.merging(["PATH": "\(bin):\(path)"]) { $1 })
        let outcome = try await shell("--norc", "--noprofile", "-c", script)
        try #require(outcome.code == 0, "\(outcome.error)")
        #expect(outcome.error.isEmpty)
        return outcome.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private func home() throws -> [String: String] {
        let path = FileManager.default.temporaryDirectory.appending(path: "selaras-home-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return ["HOME": path, "XDG_CONFIG_HOME": path, "XDG_CACHE_HOME": path + "/cache"]
    }

    @Test func verbsAndFlags() async throws {
        let home = try home()
        #expect(try await offers(["selaras", "lok"], environment: home) == ["lokus"])
        #expect(try await offers(["selaras", "survey", "insp"], environment: home) == ["inspect"])
        #expect(try await offers(["selaras", "lokus", "list", "--kab"], environment: home) == ["--kabupaten"])
        #expect(try await offers(["selaras", "lokus", "list", "-o", "nd"], environment: home) == ["ndjson"])
        #expect(try await offers(["selaras", "explain", "file_re"], environment: home) == ["file_refused"])
        #expect(try await offers(["selaras", "config", "get", "time"], environment: home) == ["timeout"])
        try FileManager.default.removeItem(atPath: home["HOME"] ?? "")
    }

    @Test func codesComeFromTheServiceAndAreKept() async throws {
        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database, isQuiet: true)
        let program = try Program.built("selaras-server", environment: database.adminEnvironment)
        let made = try await program("token", "create", "--role", "coordinator", "--name", "K", "--kabupaten", "63.02")
        let token = made.out.trimmingCharacters(in: .whitespacesAndNewlines)
        let home = try home()
        let environment = home.merging(["SELARAS_URL": server.url, "SELARAS_TOKEN": token]) { $1 }
        let register = try Program.built("selaras", environment: environment)
        #expect(try await register("lokus", "register", "63.02.12.2005", "--year", "2025").code == 0)

        #expect(try await offers(["selaras", "weak", "63.02"], environment: environment) == ["63.02.12.2005/2025"])
        let village = ["selaras", "lokus", "register", "63.02.12.200"]
        #expect(try await offers(village, environment: environment).contains("63.02.12.2008"))
        #expect(
            try await offers(["selaras", "inbox", "--agency", "PUP"], environment: environment) == ["PUPR"])

        #expect(await server.stop() == 0)
        // Kept for an hour; and what is not kept is silently missing.
        #expect(try await offers(["selaras", "weak", "63.02"], environment: environment) == ["63.02.12.2005/2025"])
        let elsewhere = environment.merging(["XDG_CACHE_HOME": (home["HOME"] ?? "") + "/other"]) { $1 }
        #expect(try await offers(["selaras", "weak", "63.02"], environment: elsewhere).isEmpty)
        try await database.drop()
        try FileManager.default.removeItem(atPath: home["HOME"] ?? "")
    }
}
