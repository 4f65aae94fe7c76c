import Foundation
import Phrasing
import Synchronization
import Testing

@testable import selaras

/// C13, C14, C26: work that the service does in the background.
@Suite final class OperationTests {
    private static let id = "01a20183-1ed3-7ba0-844c-f47b23ac4168"
    private let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()

    init() throws { try "a\n".write(toFile: file, atomically: true, encoding: .utf8) }
    deinit { try? FileManager.default.removeItem(atPath: file) }

    private static func operation(_ state: String, _ rest: String = "") -> String {
        """
        {"id":"\(id)","kind":"survey_import","state":"\(state)","cancel_requested":false,\
        "progress":{"bytes_read":2500000,"bytes_total":5000000,"rows_read":1234},"requested_by":"Bapperida",\
        "result_location":null,\(rest.isEmpty ? "\"receipt\":null,\"problem\":null" : rest),\
        "created_at":"2026-11-22T04:28:20Z","started_at":"2026-11-22T04:28:21Z","finished_at":null}
        """
    }

    private static let receipt =
        #""problem":null,"receipt":{"dry_run":false,"purpose":"baseline","rows_read":7,"added":7}"#
    private static let problem = """
        "receipt":null,"problem":{"status":422,"code":"file_refused","title":"Berkas ditolak","errors":[\
        {"line":3,"column":"KLS-02","value":"3/2","code":"good_above_eligible","message":"M"}]}
        """

    /// An operation that is in these states, one a look; what is cancelled is asked for with POST.
    private func transport(_ states: String...) -> FakeTransport {
        let looks = Mutex(states)
        return FakeTransport { asked in
            if asked.path.contains("/lokus?") { return FakeTransport.answer(200, Documents.lokusList) }
            if asked.method == "POST" { return FakeTransport.answer(202, Self.operation("queued")) }
            let next = looks.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            return FakeTransport.answer(200, next)
        }
    }

    private var line: String { "survey import \(file) --lokus 63.02.12.2005/2025 --purpose baseline" }

    @Test func anImportCanBeLeftToTheService() async {
        let transport = transport(Self.operation("running"))
        let session = Session(transport)
        #expect(await session.run(line + " --no-wait") == .success)
        #expect(transport.asked.last?.method == "POST")
        #expect(transport.asked.last?.headers["Prefer"] == "respond-async")
        #expect(session.output.contains("Keadaan      : Menunggu giliran\n"))
        #expect(session.error.contains("selaras operation watch \(Self.id)"))
    }

    @Test func aSmallImportIsAnsweredAtOnce() async {
        let transport = FakeTransport { asked in
            FakeTransport.answer(200, asked.method == "GET" ? Documents.lokusList : #"{"rows_read":1}"#)
        }
        #expect(await Session(transport).run(line) == .success)
        #expect(transport.asked.last?.headers["Prefer"] == nil)
    }

    @Test func aLargeImportIsWaitedFor() async throws {
        try String(repeating: "x", count: Int(WaitOptions.large)).write(
            toFile: file, atomically: true, encoding: .utf8)
        let transport = transport(Self.operation("running"), Self.operation("succeeded", Self.receipt))
        let session = Session(transport, watchesErrors: true)
        #expect(await session.run(line) == .success)
        #expect(transport.asked.contains { $0.headers["Prefer"] == "respond-async" })
        #expect(session.output.contains("7 baris dibaca: 7 ditambah"))
        #expect(session.error.contains("\r\u{1B}[KBerjalan: 2,5 MB dari 5,0 MB, 1.234 baris"))
        #expect(session.error.hasSuffix("\r\u{1B}[K"))
    }

    @Test func aFailureIsThatOfTheFile() async throws {
        try String(repeating: "x", count: Int(WaitOptions.large)).write(
            toFile: file, atomically: true, encoding: .utf8)
        let report = file + ".report.csv"
        defer { try? FileManager.default.removeItem(atPath: report) }
        let session = Session(transport(Self.operation("failed", Self.problem)))
        #expect(await session.run(line + " --report \(report)") == .invalid)
        #expect(session.output.isEmpty && session.error.contains("KLS-02"))
        #expect(try String(contentsOfFile: report, encoding: .utf8).contains("3,KLS-02,3/2"))
    }

    @Test func watchEndsWithTheOperation() async {
        let good = Session(transport(Self.operation("queued"), Self.operation("succeeded", Self.receipt)))
        #expect(await good.run("operation watch \(Self.id)") == .success)
        #expect(good.output.contains("Berhasil") && good.output.contains("7 baris dibaca"))
        let bad = Session(transport(Self.operation("failed", Self.problem)))
        #expect(await bad.run("operation watch \(Self.id)") == .invalid)
        let cancelled = Session(transport(Self.operation("cancelled")), language: .english)
        #expect(await cancelled.run("operation watch \(Self.id)") == .failure)
        #expect(cancelled.error.contains("was cancelled; nothing is stored"))
    }

    /// A closing reads no file: it shows no figures rather than none of them.
    @Test func whatHasNoCountsShowsNoDashes() async {
        let closing = """
            {"id":"\(Self.id)","kind":"survey_close","state":"succeeded","cancel_requested":false,\
            "progress":{"bytes_read":0,"bytes_total":null,"rows_read":0},"requested_by":"Bapperida","problem":null,\
            "result_location":"/x","receipt":{"round_id":"r1"},"created_at":"2026-11-22T04:28:20Z",\
            "started_at":"2026-11-22T04:28:21Z","finished_at":"2026-11-22T04:28:22Z"}
            """
        let session = Session(transport(closing))
        #expect(await session.run("operation watch \(Self.id)") == .success)
        #expect(session.output.contains("Penutupan pendataan") && session.output.contains("Berhasil"))
        #expect(!session.output.contains("–") && !session.output.contains("baris"))
    }

    /// What ends the waiting does not end the work.
    @Test func aBreakSaysHowToComeBack() async {
        let broken = FakeTransport { () throws(TransportFailure) -> IncomingResponse in throw .timedOut }
        let session = Session(broken)
        #expect(await session.run("operation watch \(Self.id)") == .temporary)
        #expect(session.error.contains("selaras operation watch \(Self.id)"))
    }

    @Test func cancelAndList() async {
        let transport = transport(#"{"items":[\#(Self.operation("running"))],"next_page_token":null}"#)
        let session = Session(transport)
        #expect(await session.run("operation cancel \(Self.id) --dry-run") == .success)
        #expect(transport.asked.last?.path == "/api/v1/operations/\(Self.id)/cancel?dry_run=true")
        #expect(await session.run("operation list --state running -o csv --columns id,state,rows_read") == .success)
        #expect(transport.asked.last?.path == "/api/v1/operations?state=running&page_size=1000")
        #expect(session.output.hasSuffix("id,state,rows_read\r\n\(Self.id),running,1234\r\n"))
    }
}

extension FakeTransport {
    convenience init(_ answer: @escaping @Sendable () throws(TransportFailure) -> IncomingResponse) {
        self.init { _ throws(TransportFailure) in try answer() }
    }
}
