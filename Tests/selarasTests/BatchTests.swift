import Foundation
import Phrasing
import Planning
import Testing
import Wire

@testable import selaras

/// Many things at once: reports from a file, and interventions that are assigned or accepted together.
@Suite final class BatchTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()

    deinit { try? FileManager.default.removeItem(atPath: file) }

    private func write(_ rows: String...) throws {
        let head =
            "reference,title,intervention_id,budget_year,quarter,nil,physical_percent,quantity,spent_idr,obstacles"
        try ([head] + rows).map { $0 + "\r\n" }.joined().write(toFile: file, atomically: true, encoding: .utf8)
    }

    private func transport(_ status: Int, _ answer: String) -> FakeTransport {
        FakeTransport { asked in
            switch asked.path.prefix(while: { $0 != "?" }) {
            case "/api/v1/lokus": FakeTransport.answer(200, Documents.lokusList)
            case "/api/v1/interventions": FakeTransport.answer(200, Documents.interventions)
            default: FakeTransport.answer(status, answer)
            }
        }
    }

    private let done = """
        {"done":2,"refused":0,"items":[{"status":201,"location":"/x","representation":\(Documents.report)},\
        {"status":201,"location":"/x","representation":\(Documents.report)}]}
        """

    @Test func filledRowsAreSentTogether() async throws {
        try write(
            "SPH25-01,Bilik WC,i1,2025,3,,40,\"18,5\",Rp162.000.000,", "SPH25-02,Belum,i2,2025,3,,,,,",
            "SPH25-03,Nihil,i3,2025,3,ya,,,,jalan putus")
        let transport = transport(200, done)
        let session = Session(transport)
        #expect(await session.run("report import \(file)") == .success)
        #expect(transport.asked.map { "\($0.method) \($0.path)" } == ["POST /api/v1/reports:batch"])
        #expect(transport.asked.first?.headers["Idempotency-Key"] == "key-1")
        #expect(
            transport.asked.first?.body == """
                {"items":[{"intervention_id":"i1","budget_year":2025,"quarter":3,"physical_percent":40.00,\
                "quantity":18.50,"spent_idr":162000000},\
                {"intervention_id":"i3","budget_year":2025,"quarter":3,"nil":true,"obstacles":"jalan putus"}]}
                """)
        #expect(session.output == "2 laporan tersimpan.\n")
        #expect(session.error == "1 baris tidak diisi dan dilewati.\n")
    }

    @Test func whatWasRefusedHasNoName() async throws {
        try write("SPH25-01,Bilik WC,i1,2025,3,ya,,,,", "SPH25-03,Nihil,i3,2025,3,ya,,,,")
        let answer = """
            {"done":1,"refused":1,"items":[{"status":201,"location":"/x","representation":\(Documents.report)},\
            {"status":409,"problem":{"status":409,"code":"report_one_per_period","title":"T"}}]}
            """
        let session = Session(transport(200, answer))
        #expect(await session.run("report import \(file) --each -o name") == .partial)
        #expect(session.output == "rep1\n")
    }

    @Test(arguments: Language.allCases)
    func whatIsHardlyTrueIsToldByLine(_ language: Language) async throws {
        try write("SPH25-01,Bilik WC,i1,2025,3,,0,1,900000000,", "SPH25-03,Nihil,i3,2025,3,ya,,,,")
        let session = Session(
            transport(200, done.replacing(Documents.report, with: Documents.unlikelyReport, maxReplacements: 1)),
            language: language)
        #expect(await session.run("report import \(file)") == .success)
        let lines = session.output.split(separator: "\n").map(String.init)
        #expect(lines.first == (language == .indonesian ? "2 laporan tersimpan." : "2 reports are stored."))
        #expect(lines.dropFirst().first == (language == .indonesian ? "Periksa kembali" : "Look again"))
        let told = language == .indonesian ? "melebihi pagu" : "above the budget"
        #expect(lines.count { $0.contains("2  SPH25-01") } == 2 && lines.contains { $0.contains(told) })
        #expect(!session.output.contains("SPH25-03"))
    }

    @Test func referencesAreLookedUpInThePlan() async throws {
        try write("SPH25-01,,,2025,3,ya,,,,", "SPH25-99,,,2025,3,ya,,,,")
        let transport = transport(200, done)
        #expect(await Session(transport).run("report import \(file)") == .usage)
        let session = Session(transport)
        #expect(await session.run("report import \(file) --lokus 63.02.12.2005/2025") == .invalid)
        #expect(session.error.contains("3  reference  SPH25-99"))
        #expect(!transport.asked.contains { $0.method == "POST" }, "nothing is sent of a file with a fault")

        try write("SPH25-01,,,2025,3,ya,,,,")
        #expect(await Session(transport).run("report import \(file) --lokus 63.02.12.2005/2025 --dry-run") == .success)
        #expect(transport.asked.last?.path == "/api/v1/reports:batch?dry_run=true")
        #expect(transport.asked.last?.body.contains(#""intervention_id":"i1""#) == true)
    }

    @Test func everyFaultOfAFileIsNamed() async throws {
        try write("A,,i1,2025,5,,40,18,1,", "B,,i2,2025,3,,40,,1,", "C,,i3,2025,3,ya,40,1,1,", ",,,2025,3,ya,,,,")
        let transport = transport(200, done)
        let session = Session(transport, language: .english)
        #expect(await session.run("report import \(file)") == .invalid)
        for place in ["2  quarter", "3  quantity", "4  nil", "5  reference"] {
            #expect(session.error.contains(place), "\(place)")
        }
        #expect(transport.asked.isEmpty && session.output.isEmpty)
    }

    @Test func aFormThatIsNotFilledInIsNotSent() async throws {
        try write("A,,i1,2025,3,,,,,")
        let transport = transport(200, done)
        let session = Session(transport)
        #expect(await session.run("report import \(file)") == .invalid)
        #expect(session.error.contains("tidak ada baris yang terisi") && transport.asked.isEmpty)
    }

    /// The service names a place in the batch; the person is told the line of the file.
    @Test func aRefusalNamesTheLine() async throws {
        try write("A,,i1,2025,3,,,,,", "B,,i2,2025,3,,40,18,900,", "C,,i3,2025,3,,40,18,901,")
        let refusal = """
            {"status":422,"code":"invalid_request","title":"T","errors":[\
            {"pointer":"/items/1/spent_idr","code":"out_of_range","message":"Periksa angkanya.","value":"901"}]}
            """
        let session = Session(transport(422, refusal))
        #expect(await session.run("report import \(file)") == .invalid)
        #expect(session.output.isEmpty)
        #expect(session.error.contains("    4  spent_idr  901  Periksa angkanya."), "\(session.error)")
    }

    /// C2: 8 is a partial success, for those who asked for one.
    @Test func eachForItself() async throws {
        try write("A,,i1,2025,3,ya,,,,", "B,,i2,2025,3,ya,,,,")
        func outcome(_ done: Int) -> String {
            """
            {"done":\(done),"refused":1,"items":[{"status":201,"location":"/x","representation":\(Documents.report)},\
            {"status":409,"problem":{"status":409,"code":"report_once_per_period","detail":"Sudah ada."}}]}
            """
        }
        let transport = transport(200, outcome(1))
        let session = Session(transport)
        #expect(await session.run("report import \(file) --each") == .partial)
        #expect(transport.asked.first?.path == "/api/v1/reports:batch?atomic_mode=object")
        #expect(session.output.hasPrefix("1 laporan tersimpan. 1 ditolak:\n"))
        #expect(session.output.contains("3  B        Sudah ada."), "\(session.output)")
        #expect(
            await Session(self.transport(200, outcome(0))).run("report import \(file) --each --dry-run") == .invalid)
        let rows = Session(self.transport(200, outcome(1)))
        #expect(await rows.run("report import \(file) --each -o csv --columns line,status,code,report_id") == .partial)
        #expect(rows.output == "line,status,code,report_id\r\n2,201,,rep1\r\n3,409,report_once_per_period,\r\n")
    }

    @Test func theFormIsWhatIsDue() async throws {
        let due = """
            {"items":[{"reference":"A","title":"=Jalan","agency_name":"PUPR","desa_name":"S","year":2025,\
            "budget_year":2025,"quarter":3,"due_on":"2025-10-10","intervention_id":"i1","state":"due"},\
            {"reference":"B","intervention_id":"i2","budget_year":2025,"quarter":3,"state":"due",\
            "report_id":"r2","report_state":"returned"}],"next_page_token":null}
            """
        let documents = ["GET /report-obligations": due, "GET /agencies": #"{"items":[{"code":"PUPR"}]}"#]
        let row = "A,'=Jalan,PUPR,S,2025,2025,3,2025-10-10,i1,,,,,,\r\n"
        for (language, head) in [
            (
                Language.indonesian,
                "Rujukan,Intervensi,Perangkat daerah,Desa/Kelurahan,Tahun lokus,Tahun anggaran,Triwulan,Batas waktu,"
                    + "Pengenal intervensi,Nihil (ya/tidak),Realisasi fisik (%),Volume,Realisasi keuangan (Rp),"
                    + "Faktor penghambat,Tindak lanjut"
            ),
            (
                .english,
                "Reference,Intervention,Agency,Desa/Kelurahan,Lokus year,Budget year,Quarter,Due,"
                    + "Intervention identifier,Nil (yes/no),Physical progress (%),Volume,Spent (Rp),Obstacles,Follow-up"
            ),
        ] {
            let session = Session(FakeTransport(documents), language: language)
            #expect(await session.run("report template --agency PUPR") == .success)
            #expect(session.output == head + "\r\n" + row)
            // What was sent back is corrected; a second report of the period would refuse the whole file.
            #expect(session.error.contains(language == .indonesian ? "1 laporan masih rancangan" : "one report is"))
            // What the form says is what the import reads.
            let filled = session.output.replacing("i1,,,,,,", with: "i1,,40,12,Rp121.500.000,,'=x")
            let transport = self.transport(200, #"{"done":1,"refused":0,"items":[]}"#)
            let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
            try filled.write(toFile: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(atPath: file) }
            _ = await Session(transport, language: language).run("report import \(file) --dry-run")
            #expect(
                transport.asked.last?.body
                    == #"{"items":[{"intervention_id":"i1","budget_year":2025,"quarter":3,"physical_percent":40.00,"#
                    + #""quantity":12.00,"spent_idr":121500000,"follow_up":"=x"}]}"#)
        }
        let machine = Session(FakeTransport(documents))
        #expect(await machine.run("report template -o csv --columns reference,nil,spent_idr") == .success)
        #expect(machine.output == "reference,nil,spent_idr\r\nA,,\r\n")
    }

    /// A list of reports, or of what is due, is a form as well: whatever it has beside is passed over.
    @Test(arguments: [ProgressReport.columns.map(\.name), ReportObligation.columns.map(\.name)])
    func aListIsAFormToo(columns: [String]) async throws {
        let told = ["intervention_id": "i1", "budget_year": "2025", "quarter": "3", "nil": "true"]
        let missing = told.keys.filter { !columns.contains($0) }.sorted()
        let head = (columns + missing).joined(separator: ",")
        let row = (columns + missing).map { told[$0] ?? "" }.joined(separator: ",")
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try "\(head)\r\n\(row)\r\n".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let transport = transport(200, #"{"done":1,"refused":0,"items":[]}"#)
        let session = Session(transport)
        _ = await session.run("report import \(file) --dry-run")
        #expect(
            transport.asked.last?.body
                == #"{"items":[{"intervention_id":"i1","budget_year":2025,"quarter":3,"nil":true}]}"#,
            "\(session.error)")
    }

    @Test(arguments: [("assign --assigned-on 2025-08-25", "assign", "ditugaskan"), ("accept", "accept", "diterima")])
    func severalInterventions(_ verb: String, _ action: String, _ word: String) async throws {
        let moved = #"{"done":2,"refused":0,"items":[{"status":200,"representation":\#(Documents.intervention)}]}"#
        let transport = transport(200, moved)
        let session = Session(transport)
        let words = verb.split(separator: " ").map(String.init)
        let line = ["intervention", words[0], "SPH25-01", "SPH25-01", "--lokus", "63.02.12.2005"] + words.dropFirst()
        #expect(await session.run(line) == .success)
        let body = try JSONValue(parsing: Array((transport.asked.last?.body ?? "").utf8))
        #expect(body["action"].text == action && body["items"].items.count == 2)
        #expect(body["items"].items[0]["id"].text == "i1" && body["items"].items[0]["version"].integer == 7)
        #expect(body["items"].items[0]["assigned_on"].text == (action == "assign" ? "2025-08-25" : nil))
        #expect(session.output.hasPrefix("2 intervensi \(word).\n"))
        #expect(await Session(transport).run(line.map { $0 == "SPH25-01" ? "NO-1" : $0 }) == .notFound)
    }

    @Test func aRefusedMoveNamesTheIntervention() async {
        let refusal = """
            {"status":409,"code":"intervention_transition","title":"T",\
            "errors":[{"pointer":"/items/1","code":"intervention_transition","message":"Sudah diterima."}]}
            """
        let session = Session(transport(409, refusal))
        #expect(await session.run("intervention accept SPH25-01 SPH25-01 --lokus 63.02.12.2005") == .conflict)
        #expect(session.error.contains("  - SPH25-01: Sudah diterima.\n"))
    }
}
