import Foundation
import Phrasing
import Synchronization
import Testing

@testable import selaras

@Suite final class UploadTests {
    private let folder: String
    private let receipt = #"{"dry_run":false,"purpose":"baseline","rows_read":1,"added":1}"#

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "a\n".write(toFile: folder + "/f.csv", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var line: String { "survey import \(folder)/f.csv --lokus 63.02.12.2005/2025 --purpose baseline" }

    private func session(_ transport: FakeTransport) -> Session {
        Session(transport, variables: ["XDG_STATE_HOME": folder + "/state", "SELARAS_RETRIES": "0"])
    }

    /// Answers the import one way, and finds the lokus.
    private func transport(
        _ answer: @escaping @Sendable () throws(TransportFailure) -> IncomingResponse
    ) -> FakeTransport {
        FakeTransport { asked throws(TransportFailure) in
            asked.method == "POST" ? try answer() : FakeTransport.answer(200, Documents.lokusList)
        }
    }

    private func records() -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder + "/state/selaras/uploads")) ?? []
    }

    @Test func aBreakIsTakenUpWithTheSameKey() async {
        let broken = transport { () throws(TransportFailure) in throw .reset }
        let first = session(broken)
        #expect(await first.run(line) == .temporary)
        #expect(first.error.contains("--resume"))
        #expect(records().count == 1)

        let receipt = receipt
        let working = transport { FakeTransport.answer(201, receipt, ["Idempotent-Replayed": "true"]) }
        let second = session(working)
        #expect(await second.run(line + " --resume") == .success)
        #expect(working.asked.last?.headers["Idempotency-Key"] == broken.asked.last?.headers["Idempotency-Key"])
        #expect(second.error.contains("tidak ada yang tercatat dua kali"))
        #expect(records().isEmpty)

        #expect(await session(working).run(line + " --resume") == .notFound)
    }

    /// Announced results: where they are sent, and what their receipt says in each language.
    @Test(arguments: [
        (Language.indonesian, "1 baris tentang kabupaten/kota lain dilewati."),
        (.english, "Lines about other kabupaten, left alone: 1."),
    ]) func announcedResults(_ language: Language, _ sentence: String) async {
        let service = transport { FakeTransport.answer(201, Documents.results) }
        let session = Session(
            service, variables: ["XDG_STATE_HOME": folder + "/state", "SELARAS_RETRIES": "0"], language: language)
        #expect(await session.run("survey import-results \(folder)/f.csv --own-area") == .success)
        let asked = service.asked.last
        #expect(asked?.path == "/api/v1/result-imports?own_area=true&file_name=f.csv")
        #expect(asked?.headers["Idempotency-Key"]?.isEmpty == false && records().isEmpty)
        #expect(session.output.contains(sentence), "\(session.output)")
        #expect(session.output.contains(language == .indonesian ? "tanpa data keluarga" : "without families"))
    }

    @Test func anotherFileIsAnotherSending() async throws {
        let broken = transport { () throws(TransportFailure) in throw .timedOut }
        #expect(await session(broken).run(line) == .temporary)
        try "b\nc\n".write(toFile: folder + "/f.csv", atomically: true, encoding: .utf8)
        #expect(await session(broken).run(line + " --resume") == .notFound)
    }

    @Test func aRefusalEndsTheSending() async {
        let refused = transport { FakeTransport.answer(422, #"{"code":"file_refused"}"#) }
        #expect(await session(refused).run(line) == .invalid)
        #expect(records().isEmpty)
    }

    @Test func stdinCannotBeReadTwice() async {
        let session = session(transport { FakeTransport.answer(201, "{}") })
        #expect(
            await session.run("survey import - --lokus 63.02.12.2005/2025 --purpose baseline --resume") == .usage)
    }

    @Test func theReportIsKept() async throws {
        let receipt = receipt
        let working = transport { FakeTransport.answer(201, receipt) }
        #expect(await session(working).run(line + " --report \(folder)/r.json") == .success)
        #expect(try String(contentsOfFile: folder + "/r.json", encoding: .utf8).contains("\"rows_read\": 1"))

        let faults =
            #"{"code":"file_refused","errors":[{"line":2,"column":"KLS-01","value":"x","code":"c","message":"M"}]}"#
        let refused = transport { FakeTransport.answer(422, faults) }
        #expect(await session(refused).run(line + " --report \(folder)/r.csv") == .invalid)
        #expect(
            try String(contentsOfFile: folder + "/r.csv", encoding: .utf8)
                == "line,column,value,code,message\r\n2,KLS-01,x,c,M\r\n")
    }

    /// What cannot be written afterwards is found before anything is sent.
    @Test(arguments: [Language.indonesian, .english])
    func aReportThatCannotBeKeptIsFoundBefore(_ language: Language) async throws {
        try FileManager.default.createDirectory(atPath: folder + "/r.json", withIntermediateDirectories: true)
        for path in [folder + "/f.csv/r.json", "/proc/nosuch/r.json", folder + "/r.json"] {
            let receipt = receipt
            let working = transport { FakeTransport.answer(201, receipt) }
            let session = Session(
                working, variables: ["XDG_STATE_HOME": folder + "/state"], language: language)
            #expect(await session.run(line + " --report \(path)") == .failure)
            #expect(!working.asked.contains { $0.method == "POST" }, "\(path)")
            #expect(session.output.isEmpty && !session.error.isEmpty && records().isEmpty)
        }
    }

    /// What could be written before and cannot be afterwards loses no answer.
    @Test func theAnswerIsToldWhereTheReportIsLost() async throws {
        let (folder, receipt) = (folder, receipt)
        @Sendable func lose() {
            try? FileManager.default.createDirectory(
                atPath: folder + "/r.json", withIntermediateDirectories: true)
        }
        let working = transport {
            lose()
            return FakeTransport.answer(201, receipt)
        }
        let taken = session(working)
        #expect(await taken.run(line + " --report \(folder)/r.json") == .failure)
        #expect(
            taken.output.contains("1 baris dibaca: 1 ditambah") && taken.error.contains("r.json tidak dapat ditulis"))
        try FileManager.default.removeItem(atPath: folder + "/r.json")
        let refusing = transport {
            lose()
            return FakeTransport.answer(422, #"{"code":"file_refused","title":"Berkas ditolak"}"#)
        }
        let refused = session(refusing)
        #expect(await refused.run(line + " --report \(folder)/r.json") == .invalid)
        #expect(refused.error.contains("Berkas ditolak") && refused.error.contains("r.json tidak dapat ditulis"))
    }

    @Test func progressComesLateAndTellsTheRest() {
        let lines = Mutex<[String]>([])
        let moment = Mutex(ContinuousClock.now)
        let progress = Progress(total: 10_000_000, language: .indonesian, now: { moment.withLock { $0 } }) { text in
            lines.withLock { $0.append(text) }
        }
        func after(_ seconds: Double, _ bytes: Int) {
            moment.withLock { $0 += .seconds(seconds) }
            progress.add(bytes)
        }
        after(1, 1_000_000)
        #expect(lines.withLock { $0.isEmpty })
        after(1, 1_000_000)
        #expect(lines.withLock { $0.last } == "\r\u{1B}[KMengirim 2,0 MB/10,0 MB, 1,0 MB/dtk, sisa 0:08")
        after(0.1, 100)
        #expect(lines.withLock { $0.count } == 1)
        after(2.9, 3_000_000)
        #expect(lines.withLock { $0.last } == "\r\u{1B}[KMengirim 5,0 MB/10,0 MB, 1,0 MB/dtk, sisa 0:05")
        progress.end()
        #expect(lines.withLock { $0.last } == "\r\u{1B}[KTerkirim; layanan sedang memeriksa …")
        progress.clear()
        progress.clear()
        #expect(lines.withLock { $0.count } == 4)
    }
}
