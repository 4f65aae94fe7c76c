import Foundation
import Testing
import Wire

@testable import selaras

@Suite struct CommandTests {
    private let place = "63.02.12.2005/2025"

    private func file(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test func surveyImportStreamsTheFile() async throws {
        let text = String(repeating: "k-1,1,1,ya\n", count: 20_000)
        let path = try file(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let receipt = """
            {"import_id":null,"round_id":null,"dry_run":true,"purpose":"baseline","file_name":"x","file_sha256":"ab",\
            "rows_read":283,"added":283,"changed":0,"same":0,"rejected":0,"removed":0,"missing_from_file":0,\
            "by_status":{"complete":264,"partial":4,"no_respondent":9,"refused":2,"moved":4},"families_in_round":283}
            """
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "POST \(Documents.lokusPath)/survey-imports": receipt,
        ])
        let session = Session(transport)
        #expect(await session.run("survey import \(path) --lokus \(place) --purpose baseline --dry-run") == .success)
        let sent = try #require(transport.asked.last)
        #expect(sent.body == text)
        #expect(sent.headers["Content-Type"] == "text/csv; charset=utf-8")
        #expect(sent.headers["Idempotency-Key"] == "key-1")
        #expect(sent.path.contains("purpose=baseline&dry_run=true&file_name=selaras-"))
        #expect(
            session.output.hasPrefix(
                "Simulasi (tidak disimpan): 283 baris dibaca: 283 ditambah, 0 diubah, 0 sama, 0 ditolak\n"))
        #expect(session.output.contains("Lengkap 264, Sebagian 4, Tidak ada responden 9, Menolak 2, Pindah 4"))
    }

    @Test func refusedFile() async throws {
        let path = try file("x")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let transport = FakeTransport { asked in
            guard asked.method == "POST" else { return FakeTransport.answer(200, Documents.lokusList) }
            return FakeTransport.answer(
                422,
                """
                {"title":"Berkas ditolak","code":"file_refused","request_id":"q","faults_total":250,"errors":[\
                {"line":5,"column":"KLS-01","value":"maybe","code":"not_an_answer",\
                "message":"Baris 5, kolom KLS-01: \\"maybe\\" – jawaban tidak dikenal."},\
                {"line":9,"column":null,"value":"","code":"empty_row","message":"Baris 9: hapus baris ini."}]}
                """)
        }
        let session = Session(transport)
        #expect(await session.run("survey import \(path) --lokus \(place) --purpose baseline") == .invalid)
        #expect(session.output.isEmpty)
        #expect(
            session.error == """
                Kesalahan: Berkas ditolak
                Berkas memuat kesalahan dan tidak ada satu baris pun yang disimpan. Perbaiki baris yang disebutkan, lalu kirim ulang seluruh berkas.

                Baris  Kolom   Isi    Keterangan
                ─────  ──────  ─────  ──────────────────────
                    5  KLS-01  maybe  Jawaban tidak dikenal.
                    9  –       –      Hapus baris ini.
                … dan 248 kesalahan lain; seluruhnya 250

                Kode: file_refused · Nomor permintaan: q
                Penjelasan: selaras explain file_refused

                """)
    }

    @Test func aMissingFileSendsNothing() async {
        let transport = FakeTransport([:])
        let session = Session(transport)
        #expect(await session.run("survey import /nosuch.csv --lokus \(place) --purpose baseline") == .failure)
        #expect(transport.asked.isEmpty)
        #expect(session.error == "Kesalahan: berkas /nosuch.csv tidak dapat dibaca: tidak ada.\n")
    }

    @Test func closeSendsTheVersionThatWasRead() async {
        let round = #"{"id":"r1","purpose":"baseline","state":"open","result":null,"desa_name":"Sampanahan"}"#
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /survey-rounds/r1": round, "POST /survey-rounds/r1/close": round,
        ])
        #expect(await Session(transport).run("survey close \(place) --purpose baseline --yes") == .success)
        #expect(transport.asked.last?.headers["If-Match"] == "\"7\"")
    }

    @Test func reportSubmit() async throws {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention, "POST /interventions/i1/reports": Documents.report,
        ])
        let session = Session(transport)
        let arguments = "--lokus \(place) --intervention SPH25-01 --year 2025 --quarter 3"
        #expect(
            await session.run("report submit \(arguments) --physical 40 --quantity 18,5 --spent Rp162.000.000")
                == .success)
        #expect(
            transport.asked.last?.body
                == #"{"budget_year":2025,"quarter":3,"nil":false,"physical_percent":40,"quantity":18.5,"spent_idr":162000000}"#
        )
        #expect(session.error == "Laporan realisasi SPH25-01 TW III TA 2025 tersimpan.\n")
        #expect(session.output.contains("162.000.000 dari 405.000.000"))
        _ = await session.run("report submit \(arguments) --nil")
        #expect(transport.asked.last?.body == #"{"budget_year":2025,"quarter":3,"nil":true}"#)
    }

    @Test func reportCorrectKeepsWhatIsNotSaid() async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention,
            "GET /interventions/i1/reports": #"{"items":[\#(Documents.report)],"next_page_token":null}"#,
            "GET /reports/rep1": Documents.report, "PATCH /reports/rep1": Documents.report,
        ])
        let session = Session(transport)
        let arguments = "--lokus \(place) --intervention SPH25-01 --year 2025"
        #expect(await session.run("report correct \(arguments) --quarter 3 --spent 160000000") == .success)
        #expect(
            transport.asked.last?.body
                == #"{"spent_idr":160000000}"#)
        #expect(transport.asked.last?.headers["If-Match"] == "\"7\"")
        #expect(await session.run("report correct \(arguments) --quarter 4 --spent 1") == .notFound)
        #expect(session.error.contains("belum ada laporan SPH25-01 untuk TW IV TA 2025."))
    }

    /// Each step names the version that was read just before it; figures are sent by none.
    @Test(arguments: ["submit", "verify", "return"]) func reportSteps(_ step: String) async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention,
            "GET /interventions/i1/reports": #"{"items":[\#(Documents.report)],"next_page_token":null}"#,
            "GET /reports/rep1": Documents.report, "POST /reports/rep1/\(step)": Documents.returnedReport,
        ])
        let session = Session(transport)
        let reason = step == "return" ? " --reason Kuitansi" : ""
        let line = "report \(step) --lokus \(place) --intervention SPH25-01 --year 2025"
        #expect(await session.run("\(line) --quarter 3\(reason) --dry-run") == .success, "\(session.error)")
        #expect(transport.asked.last?.path == "/api/v1/reports/rep1/\(step)?dry_run=true")
        #expect(transport.asked.last?.headers["If-Match"] == "\"7\"")
        #expect(transport.asked.last?.body == (step == "return" ? #"{"reason":"Kuitansi"}"# : "{}"))
        #expect(session.output.contains("Kuitansi") && session.output.contains("35 %, 16 unit, Rp150.000.000"))
        #expect(await session.run("\(line) --quarter 4\(reason)") == .notFound)
        if step == "return" { #expect(await session.run("\(line) --quarter 3") == .usage) }
    }

    @Test func aDraftIsSaid() async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention, "POST /interventions/i1/reports": Documents.report,
        ])
        let line = "report submit --lokus \(place) --intervention SPH25-01 --year 2025 --quarter 3 --draft"
        #expect(await Session(transport).run("\(line) --nil") == .success)
        #expect(transport.asked.last?.body == #"{"budget_year":2025,"quarter":3,"nil":true,"draft":true}"#)
        // A draft of nothing is none.
        #expect(await Session(transport).run(line) == .usage)
    }

    @Test func unknownIntervention() async {
        let session = Session(
            FakeTransport(["GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions]))
        #expect(await session.run("intervention accept NO-1 --lokus \(place)") == .notFound)
    }

    @Test func inboxAllHasWhatIsReportedToo() async {
        let rows = [("2025-10-10", "reported"), ("2025-11-10", "overdue")].map { due, state in
            #"{"reference":"A","due_on":"\#(due)","state":"\#(state)","days_overdue":3}"#
        }.joined(separator: ",")
        let transport = FakeTransport { _ in
            FakeTransport.answer(200, #"{"items":[\#(rows)],"next_page_token":null}"#)
        }
        let session = Session(transport)
        #expect(await session.run("inbox --all --columns due_on,state --no-header") == .success)
        #expect(session.output == "10 Oktober 2025   Sudah lapor\n10 November 2025  Terlambat 3 hari\n")
    }

    @Test func jsonIsTheDocumentAsItCame() async {
        let document = #"{"name": "Siti",  "role":"lead","x":50.00}"#
        let piped = Session(FakeTransport(["GET /me": document]))
        _ = await piped.run("whoami -o json")
        #expect(piped.output == document + "\n")
        let terminal = Session(FakeTransport(["GET /me": document]), width: 80)
        _ = await terminal.run("whoami -o json")
        #expect(terminal.output == "{\n  \"name\": \"Siti\",\n  \"role\": \"lead\",\n  \"x\": 50.00\n}\n")
        let list = Session(FakeTransport(["GET /lokus": Documents.lokusList]))
        _ = await list.run("lokus list -o json")
        #expect(list.output == #"{"items":[\#(Documents.lokus)]}"# + "\n")
    }

    @Test func anEmptyListSaysSoBesideTheData() async {
        let session = Session(FakeTransport(["GET /lokus": #"{"items":[],"next_page_token":null}"#]))
        #expect(await session.run("lokus list") == .success)
        #expect(session.output.isEmpty)
        #expect(session.error == "Tidak ada data.\n")
    }

    @Test func unknownColumn() async {
        let session = Session(FakeTransport(["GET /lokus": Documents.lokusList]))
        #expect(await session.run("lokus list --columns nosuch") == .usage)
        #expect(session.output.isEmpty)
    }
}
