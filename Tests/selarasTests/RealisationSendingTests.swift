import Foundation
import Testing
import Wire

@testable import selaras

/// What becomes of a file where the service answers something else than was looked at.
@Suite final class RealisationSendingTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "rfk-\(UUID().uuidString).csv").path()

    init() throws {
        try "Kode;Realisasi (Rp);Fisik;Volume Realisasi\n2.08.04.2.01.0003;900;45,5;12\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: file) }

    private static let report = """
        {"id":"rep1","intervention_id":"i1","intervention_reference":"A-1","budget_year":2025,"quarter":3,"version":1,\
        "state":"draft","physical_percent":45.5,"quantity":12,"spent_idr":800}
        """

    /// - Parameters:
    ///   - there: The reports that there are.
    ///   - now: What the report has become when it is looked at again.
    private func transport(
        there: String? = nil, now: String = RealisationSendingTests.report, batch: (Int, String) = (200, ""),
        patch: (Int, String) = (200, "")
    ) -> FakeTransport {
        func list(_ items: String) -> String { #"{"items":[\#(items)],"next_page_token":null}"# }
        let line = """
            {"id":"l1","code":"2.08.04.2.01.0003","source":"apbd_kabupaten","budget_year":2025,"ceiling_idr":1000,\
            "shared_idr":1000,"shares":[{"intervention_id":"i1","amount_idr":1000}]}
            """
        let documents = [
            "GET /agencies": list(#"{"code":"PUPR","kabupaten_code":"63.02","name":"Dinas PUPR","short_name":"PUPR"}"#),
            "GET /budget-lines": list(line), "GET /budget-lines/l1": line,
            "GET /interventions": list(
                """
                {"id":"i1","reference":"A-1","title":"Jamban","lokus_id":"k1","desa_code":"63.02.12.2005",\
                "desa_name":"Sampanahan","year":2025,"assigned_on":"2025-08-05","budget_idr":1000,\
                "funding":[{"source":"apbd_kabupaten","amount_idr":1000,\
                "shares":[{"budget_line_id":"l1","amount_idr":1000}]}]}
                """),
            "GET /reports": list(there ?? ""), "GET /reports/rep1": now,
            "GET /report-obligations": list(#"{"intervention_id":"i1"}"#),
        ]
        return FakeTransport { asked in
            let path = String(asked.path.prefix { $0 != "?" }.dropFirst("/api/v1".count))
            switch (asked.method, path) {
            case ("POST", "/reports:batch"): return FakeTransport.answer(batch.0, batch.1)
            case ("PATCH", "/reports/rep1"): return FakeTransport.answer(patch.0, patch.1)
            default:
                return FakeTransport.answer(
                    documents["\(asked.method) \(path)"] == nil ? 404 : 200,
                    documents["\(asked.method) \(path)"] ?? "{}")
            }
        }
    }

    private var line: String { "report import-rfk \(file) --agency PUPR --year 2025 --quarter 3 -o json" }

    private func made(_ report: String) -> String {
        #"{"done":1,"refused":0,"items":[{"status":201,"location":"/x","representation":\#(report)}]}"#
    }

    @Test func aReportIsSentWithWhereItComesFrom() async throws {
        let right = Self.report.replacing("\"spent_idr\":800", with: "\"spent_idr\":900")
        for (option, draft) in [("", true), (" --submit", nil), (" --dry-run", true)] as [(String, Bool?)] {
            let transport = transport(batch: (200, made(right)))
            let session = Session(transport)
            #expect(await session.run(line + option) == .success, "\(session.error)")
            let posted = try #require(transport.asked.last)
            #expect(posted.path == "/api/v1/reports:batch" + (option == " --dry-run" ? "?dry_run=true" : ""))
            #expect(posted.headers["Idempotency-Key"] == "key-1")
            let item = try JSONValue(parsing: Array(posted.body.utf8))["items"].items[0]
            #expect(item["spent_idr"].integer == 900 && item["draft"].flag == draft)
            #expect(item["physical_percent"].number?.text == "45.50" && item["quantity"].number?.text == "12.00")
            #expect(item["basis"].text?.contains("baris 2 (2.08.04.2.01.0003): Rp900") == true)
            let receipt = try JSONValue(parsing: Array(session.output.utf8))
            #expect(receipt["file_idr"].integer == 900 && receipt["matched_idr"].integer == 900)
            #expect(receipt["file_sha256"].text?.count == 64 && receipt["left"].items.isEmpty)
        }
    }

    /// A sum that is not the file's is an error, whoever made it.
    @Test func anotherSumIsNotTaken() async {
        for answer in [made(Self.report), #"{"done":0,"refused":0,"items":[]}"#] {
            let session = Session(transport(batch: (200, answer)))
            #expect(await session.run(line) == .failure)
            #expect(session.output.isEmpty && session.error.contains("tidak sama"))
        }
        let session = Session(transport(there: Self.report, patch: (200, Self.report)))
        #expect(await session.run(line + " --correct") == .failure)
        #expect(session.output.isEmpty)
    }

    /// Who comes second in a batch stores nothing, and is told of which intervention.
    @Test func anotherReportedMeanwhile() async {
        let refusal = """
            {"status":409,"code":"report_one_per_period","title":"T","errors":[\
            {"pointer":"/items/0","code":"report_one_per_period","message":"Sudah dilaporkan."}]}
            """
        let session = Session(transport(batch: (409, refusal)))
        #expect(await session.run(line) == .conflict)
        #expect(session.output.isEmpty && session.error.contains("A-1"), "\(session.error)")
    }

    /// What somebody changed since it was looked at is left to a person, and nothing of it is written over.
    @Test func anotherCorrectedMeanwhile() async throws {
        let newer = Self.report.replacing("\"version\":1", with: "\"version\":2")
        let stale = #"{"status":412,"code":"stale_version","title":"T"}"#
        let refused = #"{"status":422,"code":"invalid_request","title":"T","detail":"Tidak dapat."}"#
        for (transport, reason, isPatched) in [
            (transport(there: Self.report, now: newer), "changed_meanwhile", false),
            (transport(there: Self.report, patch: (412, stale)), "changed_meanwhile", true),
            (transport(there: Self.report, patch: (422, refused)), "refused", true),
        ] {
            let session = Session(transport)
            #expect(await session.run(line + " --correct") == .invalid, "\(session.error)")
            #expect(transport.asked.contains { $0.method == "PATCH" } == isPatched)
            let receipt = try JSONValue(parsing: Array(session.output.utf8))
            #expect(receipt["left"].items.map { $0["reason"].text } == [reason] && receipt["items"].items.isEmpty)
            #expect(receipt["left_idr"].integer == 900 && receipt["matched_idr"].integer == 0)
        }
        let right = Self.report.replacing("\"spent_idr\":800", with: "\"spent_idr\":900")
        let transport = transport(there: Self.report, patch: (200, right))
        #expect(await Session(transport).run(line + " --correct --dry-run") == .success)
        let patched = try #require(transport.asked.last)
        #expect(patched.path == "/api/v1/reports/rep1?dry_run=true" && patched.headers["If-Match"] == "\"7\"")
        #expect(!transport.asked.contains { $0.method == "POST" })
    }
}
