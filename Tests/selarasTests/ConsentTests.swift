import Foundation
import Testing

@testable import selaras

/// What cannot be taken back is asked about first, and never where nobody can answer.
@Suite struct ConsentTests {
    private let round =
        #"{"id":"r1","purpose":"baseline","state":"open","result":null,"desa_name":"Sampanahan","desa_code":"63.02.12.2005","year":2025}"#
    private let close = "survey close 63.02.12.2005/2025 --purpose baseline"

    private var transport: FakeTransport {
        FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /survey-rounds/r1": round, "POST /survey-rounds/r1/close": round,
            "GET /interventions": #"{"items":[],"total":3}"#, "POST /action-plans/p1/assign": #"{"assigned":3}"#,
        ])
    }

    private func posts(_ transport: FakeTransport) -> Int { transport.asked.count { $0.method == "POST" } }

    @Test func withoutATerminalTheFlagIsNamed() async {
        let transport = transport
        let session = Session(transport)
        #expect(await session.run(close) == .usage)
        #expect(session.error.contains("--yes"))
        #expect(posts(transport) == 0)
    }

    @Test func noInputCountsAsNoTerminal() async {
        let transport = transport
        let session = Session(transport, secret: "", line: "y")
        #expect(await session.run(close + " --no-input") == .usage)
        #expect(posts(transport) == 0)
    }

    @Test(arguments: [("y", true), ("ya", true), ("YES", true), ("", false), ("t", false), ("n", false)])
    func asks(_ answer: String, _ isDone: Bool) async {
        let transport = transport
        let session = Session(transport, secret: "", line: answer)
        #expect(await session.run(close) == (isDone ? .success : .failure))
        #expect(session.error.contains("Tutup pendataan awal Sampanahan (63.02.12.2005), lokus tahun 2025?"))
        #expect(posts(transport) == (isDone ? 1 : 0))
    }

    @Test func endOfInputIsNo() async {
        let transport = transport
        #expect(await Session(transport, secret: "", lines: []).run(close) == .failure)
        #expect(posts(transport) == 0)
    }

    @Test func yesAsksNothing() async {
        let transport = transport
        #expect(await Session(transport).run(close + " --yes") == .success)
        #expect(await Session(transport).run("plan assign 63.02.12.2005/2025 -y") == .success)
        #expect(posts(transport) == 2)
    }

    @Test func aDryRunAsksNothing() async {
        let transport = transport
        #expect(await Session(transport).run(close + " --dry-run") == .success)
        #expect(transport.asked.last?.path == "/api/v1/survey-rounds/r1/close?dry_run=true")
    }

    @Test(arguments: [("63.02.12.2005", true), ("63.02.12.2006", false), ("ya", false)])
    func replacingNeedsTheName(_ answer: String, _ isDone: Bool) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try "x".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "POST \(Documents.lokusPath)/survey-imports": #"{"rows_read":1}"#,
        ])
        let session = Session(transport, secret: "", line: answer)
        let line = "survey import \(path) --lokus 63.02.12.2005/2025 --purpose baseline --replace"
        #expect(await session.run(line) == (isDone ? .success : .failure))
        #expect(posts(transport) == (isDone ? 1 : 0))
    }
}
