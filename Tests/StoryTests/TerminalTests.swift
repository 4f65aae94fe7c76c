import Foundation
import Support
import Testing

/// A coordinator and an agency at their terminals: what they type, what they are asked, and what they see.
@Suite struct TerminalTests {
    /// A shell at a terminal, and what a person does with it.
    private final class Desk {
        private let terminal: Terminal
        private let width: Int
        private var number = 0

        init(home: String, url: String, width: UInt16 = 100) throws {
            let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
            terminal = try Terminal(
                "/bin/bash", ["--norc", "--noprofile"],
                environment: [
                    "PATH": "\(bin):/usr/bin:/bin", "HOME": home, "SELARAS_URL": url, "TERM": "xterm",
                    "LC_ALL": "C.UTF-8",
                    "PS1": "meja> ", "PAGER": "", "PWD": TestDatabase.root.path,
                ], columns: width)
            self.width = Int(width)
            // Lines are drawn over by the shell's own editing; without it they come as they are typed.
            type("set +o emacs; stty -echo; cd '\(TestDatabase.root.path)'; PS1=")
            try settle()
        }

        /// Waits until the shell has done all that came before.
        private func settle() throws {
            number += 1
            type("echo selesai-$((\(number) * 1000))")
            try terminal.until("selesai-\(number * 1000)\n")
        }

        private func type(_ line: String) { terminal.type(line + "\n") }

        /// What a command prints, and its exit code.
        func run(_ command: String) throws -> (text: String, code: Int) {
            number += 1
            type("\(command); echo \"akhir-\(number)=$?\"")
            return try finish()
        }

        /// Begins a command that will ask.
        func begin(_ command: String, until question: String) throws {
            number += 1
            type("\(command); echo \"akhir-\(number)=$?\"")
            try terminal.until(question)
        }

        func answer(_ text: String) throws -> (text: String, code: Int) {
            type(text)
            return try finish()
        }

        func press(_ key: String) throws -> (text: String, code: Int) {
            terminal.type(key)
            return try finish()
        }

        func see(_ text: String) throws { try terminal.until(text) }

        private func finish() throws -> (text: String, code: Int) {
            let text = try terminal.until("akhir-\(number)=")
            let code = try terminal.until("\n")
            return (String(text.dropLast("akhir-\(number)=".count)), Int(code.dropLast()) ?? -1)
        }

        var screen: String { terminal.screen }
    }

    private func token(_ database: TestDatabase, _ arguments: String...) async throws -> String {
        let program = try Program.built("selaras-server", environment: database.adminEnvironment)
        let outcome = try await program.run(["token", "create"] + arguments + ["--kabupaten", "63.02"])
        try #require(outcome.code == 0, "\(outcome.error)")
        return outcome.out.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "selaras-desk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func aCoordinatorAndAnAgency() async throws {
        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database, isQuiet: true)
        let (coordinator, sekda, agency) = (
            try await token(database, "--role", "coordinator", "--name", "Bapperida"),
            try await token(database, "--role", "leadership", "--name", "Sekda"),
            try await token(database, "--role", "agency", "--name", "PUPR", "--agency", "PUPR")
        )
        let (home, other) = (try folder(), try folder())
        // A person waits for the screen, and would keep one of the few threads of all tests waiting with them.
        try await onAThread {
            try coordinate(Desk(home: home, url: server.url), coordinator, sekda)
            try report(Desk(home: other, url: server.url, width: 80), agency)
        }
        #expect(await server.stop() == 0)
        try await database.drop()
        for path in [home, other] { try FileManager.default.removeItem(atPath: path) }
    }

    private func onAThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result(catching: work)) }
        }
    }

    private func coordinate(_ desk: Desk, _ token: String, _ sekda: String) throws {
        try desk.begin("selaras login --ask-token", until: "(tidak ditampilkan): ")
        let signedIn = try desk.answer(token)
        #expect(signedIn.code == 0)
        #expect(signedIn.text.contains("sebagai Bapperida (Koordinator)."))
        #expect(!desk.screen.contains(token))
        #expect(try desk.run("selaras lokus register 63.02.12.2005 --year 2025").code == 0)
        let file = "Config/demo/sampanahan-2025-baseline.csv --lokus 63.02.12.2005 --purpose baseline"
        #expect(try desk.run("selaras survey import \(file)").text.contains("283 ditambah"))

        try desk.begin("selaras survey close 63.02.12.2005 --purpose baseline", until: "[y/T] ")
        #expect(try desk.answer("t").code == 1)
        try desk.begin("selaras survey close 63.02.12.2005 --purpose baseline", until: "[y/T] ")
        let closed = try desk.answer("y")
        #expect(closed.code == 0 && closed.text.contains("75,91"))

        let weak = try desk.run("selaras weak 63.02.12.2005")
        #expect(weak.text.contains("\u{1B}[31m"))
        let plain = weak.text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(plain)")
        #expect(try desk.run("selaras weak 63.02.12.2005 | cat").text.contains("\u{1B}") == false)
        #expect(try desk.run("PAGER='sed s/^/layar:/' selaras agency list").text.contains("layar:"))
        #expect(try desk.run("SELARAS_LANG=en selaras weak 63.02.12.2005").text.contains("Weak indicators"))

        #expect(try desk.run("selaras plan create 63.02.12.2005").code == 0)
        #expect(
            try desk.run(
                "selaras intervention import Config/demo/interventions-sampanahan-2025.csv --lokus 63.02.12.2005"
            )
            .code == 0)
        let meeting =
            "--on 2025-08-05 --place Aula --minutes 'Notulen 12' --participant Sekda --participant 'Dinas PUPR'"
        #expect(try desk.run("selaras plan meeting 63.02.12.2005 \(meeting)").text.contains("Sekda; Dinas PUPR"))
        #expect(try desk.run("selaras plan submit 63.02.12.2005").text.contains("Diajukan"))
        #expect(try desk.run("selaras plan agree 63.02.12.2005").code == 4)
        #expect(try desk.run("SELARAS_TOKEN=\(sekda) selaras plan agree 63.02.12.2005").text.contains("Disepakati"))
        try desk.begin("selaras plan assign 63.02.12.2005 --assigned-on 2025-08-05", until: "[y/T] ")
        #expect(try desk.answer("ya").text.contains("15 intervensi ditugaskan."))
        try fitTheScreen(desk)
        #expect(try desk.run("selaras doctor").code == 0)
        #expect(try desk.run("selaras logout").code == 0)
        #expect(try desk.run("selaras whoami").code == 4)
    }

    /// No list is wider than the screen; its words and numbers are whole, or end in `…`.
    private func fitTheScreen(_ desk: Desk) throws {
        let lists = [
            "lokus list", "survey list", "survey list 63.02.12.2005", "plan list", "intervention list",
            "intervention list 63.02.12.2005", "report list", "inbox --all", "agency list", "catalogue list",
            "framework list", "region search sampanahan", "operation list", "config list", "profile list",
            "weak 63.02.12.2005", "plan show 63.02.12.2005", "framework show ikk-29",
        ]
        for list in lists {
            func words(_ command: String) throws -> (lines: [Substring], words: [Substring]) {
                let shown = try desk.run("\(command) --color never")
                #expect(shown.code == 0, "\(command)")
                let lines = shown.text.split(separator: "\n")
                return (lines, lines.flatMap { $0.split { " /".contains($0) } })
            }
            let whole = Set(try words("selaras \(list) -o wide").words)
            for width in [60, 80, 100, 160] {
                let (lines, words) = try words("COLUMNS=\(width) selaras \(list)")
                for line in lines { #expect(line.count <= width, "\(list): \(line)") }
                let note =
                    lines.firstIndex { $0.hasPrefix("Tidak muat") }.map { lines[$0...].joined(separator: " ") } ?? ""
                for word in words where !note.contains(word) && !word.hasPrefix("─") && word.last != "…" {
                    #expect(whole.contains(word), "\(list) at \(width): \(word)")
                }
            }
        }
    }

    private func report(_ desk: Desk, _ token: String) throws {
        try desk.begin("selaras login --ask-token --profile pupr", until: "(tidak ditampilkan): ")
        #expect(try desk.answer(token).code == 0)
        #expect(try desk.run("selaras profile use pupr").code == 0)
        // It waits to be accepted, and nothing is due of it before.
        #expect(try desk.run("selaras inbox").text.contains("TW III") == false)
        #expect(try desk.run("selaras intervention accept SPH25-01 --lokus 63.02.12.2005").code == 0)
        let inbox = try desk.run("selaras inbox")
        // What is due, when, and how late it is, on 80 columns.
        for word in ["SPH25-01", "TW III", "14 Oktober 2025", "Terlambat"] { #expect(inbox.text.contains(word)) }
        let period = "--lokus 63.02.12.2005 --intervention SPH25-01 --year 2025 --quarter 3"
        #expect(
            try desk.run("selaras report submit \(period) --physical 40 --quantity 18 --spent 162.000.000").code == 0)
        let simulated = try desk.run("selaras report correct \(period) --spent 160000000 --dry-run")
        #expect(simulated.text.contains("162.000.000 → 160.000.000"))
        #expect(try desk.run("selaras report correct \(period) --spent 160000000").code == 0)
        #expect(try desk.run("selaras report list 63.02.12.2005 -o csv --columns spent_idr").text.contains("160000000"))
        #expect(try desk.run("selaras report submit \(period) --nil").code == 5)
        #expect(try desk.run("selaras lokus register 63.02.12.2008 --year 2025").code == 4)

        try desk.begin("selaras inbox --watch", until: "Batas waktu")
        #expect(try desk.press("\u{3}").code == 130)
        // Typing is shown again after a prompt that was broken off.
        try desk.begin("stty echo; selaras login --ask-token --profile lain", until: "(tidak ditampilkan): ")
        #expect(try desk.press("\u{3}").code == 130)
        #expect(try desk.run("stty -a | grep -o -- '-\\?echo '").text.contains("-echo ") == false)
    }
}
