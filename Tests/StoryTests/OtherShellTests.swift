import Foundation
import Support
import Testing

/// C20: completion in a zsh and a fish that have sourced the script, where the machine has them.
@Suite struct OtherShellTests {
    /// What is typed, and what a Tab makes of it.
    private static let lines = [
        ("selaras lok", "lokus"), ("selaras survey insp", "inspect"), ("selaras lokus list --kab", "--kabupaten"),
        ("selaras lokus list -o nd", "ndjson"), ("selaras explain file_re", "file_refused"),
        ("selaras config get time", "timeout"),
    ]

    private static let (zsh, fish) = ("/usr/bin/zsh", "/usr/bin/fish")

    private func environment() throws -> [String: String] {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-home-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
        return [
            "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "PATH": "\(bin):/usr/bin:/bin",
        ]
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: zsh)))
    func zshCompletes() async throws {
        let environment = try environment()
        // A person waits for the screen, and would keep one of the few threads of all tests waiting with them.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread { done.resume(with: Result { try Self.typeAtZsh(environment) }) }
        }
        try FileManager.default.removeItem(atPath: environment["HOME"] ?? "")
    }

    private static func typeAtZsh(_ environment: [String: String]) throws {
        let terminal = try Terminal(zsh, ["-f", "-i"], environment: environment, columns: 200)
        // Ctrl-T shows the line as it is by now.
        terminal.type(
            "PS1='> '; autoload -Uz compinit; compinit -u -D; source =(selaras completion zsh); "
                + "dump() { zle -I; print -r -- \"[$BUFFER]\" }; zle -N dump; bindkey '^T' dump; echo siap-$((7 * 6))\n"
        )
        try terminal.until("siap-42")
        // Before its prompt it does not read keys yet, and the terminal itself would take Ctrl-U.
        try terminal.until("> ")
        for (line, word) in lines {
            let whole = line.split(separator: " ").dropLast().joined(separator: " ") + " " + word
            terminal.type(line + "\t\u{14}")
            try terminal.until("[\(whole) ]")
            // Only once the line is drawn again does it read keys again.
            try terminal.until("> ")
            try terminal.until(word)
            terminal.type("\u{15}")
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: fish)))
    func fishCompletes() async throws {
        let environment = try environment()
        for (line, word) in Self.lines {
            let shell = Program(Self.fish, environment: environment)
            let outcome = try await shell(
                "--no-config", "-c", "selaras completion fish | source; complete -C '\(line)'")
            let offers = outcome.out.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
            #expect(outcome.code == 0 && outcome.error.isEmpty && offers == [word[...]], "\(outcome)")
        }
        try FileManager.default.removeItem(atPath: environment["HOME"] ?? "")
    }
}
