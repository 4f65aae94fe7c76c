import Foundation
import Support
import Testing

/// The main job from outside, through the built programs, exactly as the README shows it.
///
/// Run with `SELARAS_WRITE_TRANSCRIPT=1` to write what the programs print now into the README, and read the difference.
@Suite struct ReadmeTests {
    @Test func theTranscriptIsTrue() async throws {
        let file = TestDatabase.root.appending(path: "README.md")
        let transcript = Transcript(markdown: try String(contentsOf: file, encoding: .utf8))
        try #require(transcript.steps.count > 10)

        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database)
        let outputs = try await play(transcript.steps, on: database, server: server)
        #expect(await server.stop() == 0)
        try await database.drop()

        if ProcessInfo.processInfo.environment["SELARAS_WRITE_TRANSCRIPT"] == "1" {
            try transcript.markdown(with: outputs).write(to: file, atomically: true, encoding: .utf8)
            return
        }
        for (step, output) in zip(transcript.steps, outputs) {
            #expect(output == step.output, "$ \(step.command)")
        }
    }

    /// Runs the steps one after the other in one shell's surroundings: the root of the clone, the programs on the path.
    private func play(
        _ steps: [Transcript.Step], on database: TestDatabase, server: RunningServer
    ) async throws -> [[String]] {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
        let environment = database.adminEnvironment.merging([
            "PATH": "\(bin):\(path)", "SELARAS_URL": server.url, "XDG_CONFIG_HOME": home.path, "HOME": home.path,
            "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "STORY_HOME": home.path,
        ]) { $1 }
        let shell = Program("/bin/bash", environment: environment)
        var outputs: [[String]] = []
        for step in steps {
            // Variables live from one step to the next, as they do in a terminal.
            let script = """
                cd '\(TestDatabase.root.path)' && set -a && { [ ! -f "$STORY_HOME/variables" ] || . "$STORY_HOME/variables"; }
                exec 2>&1
                \(step.command)
                code=$?
                export -p | grep -E '^declare -x SELARAS_TOKEN' > "$STORY_HOME/variables"
                [ $code = 0 ] || echo "[kode keluar $code]"
                """
            let outcome = try await shell("-c", script)
            var lines = outcome.out.withoutChance.components(separatedBy: "\n")
            while lines.last?.isEmpty == true { lines.removeLast() }
            outputs.append(lines.map { $0.replacingOccurrences(of: " +$", with: "", options: .regularExpression) })
        }
        return outputs
    }
}
