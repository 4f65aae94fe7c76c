import Phrasing
import Planning
import Testing
import Wire

@testable import selaras

/// Many reports of a period, verified at once.
@Suite struct VerifyTests {
    private static let line = "report verify --lokus 63.02.12.2005/2025 --year 2025 --quarter 3"

    private static func report(_ reference: String, _ number: Int) -> String {
        #"{"id":"r\#(number)","intervention_reference":"\#(reference)","intervention_title":"t","state":"submitted","#
            + #""budget_year":2025,"quarter":3,"version":\#(number),"warnings":[]}"#
    }

    private static let done = """
        {"done":2,"refused":0,"items":[{"status":200,"representation":\(report("SPH25-01", 2))},\
        {"status":200,"representation":\(report("SPH25-02", 3))}]}
        """

    private func transport(
        _ reports: [String] = [report("SPH25-01", 1), report("SPH25-02", 2)], answer: String = done
    ) -> FakeTransport {
        FakeTransport { asked in
            switch asked.path.prefix(while: { $0 != "?" }) {
            case "/api/v1/lokus": FakeTransport.answer(200, Documents.lokusList)
            case "/api/v1/agencies": FakeTransport.answer(200, #"{"items":[{"code":"PUPR"}],"next_page_token":null}"#)
            case "/api/v1/reports":
                FakeTransport.answer(200, #"{"items":[\#(reports.joined(separator: ","))],"next_page_token":null}"#)
            default: FakeTransport.answer(200, answer)
            }
        }
    }

    @Test func allThatWait() async throws {
        let transport = transport()
        let session = Session(transport)
        #expect(await session.run("\(Self.line) --all --yes -o name") == .success, "\(session.error)")
        let list = try #require(transport.asked.first { $0.path.hasPrefix("/api/v1/reports?") })
        for part in ["state=submitted", "budget_year=2025", "quarter=3", "plan_id="] {
            #expect(list.path.contains(part), "\(list.path)")
        }
        let sent = try #require(transport.asked.last)
        #expect(sent.path == "/api/v1/reports:verify?atomic_mode=object")
        #expect(sent.body == #"{"items":[{"id":"r1","version":1},{"id":"r2","version":2}]}"#)
        #expect(session.output == "SPH25-01\nSPH25-02\n")
    }

    /// Of one agency, where that is asked for; and with a word on what looks wrong.
    @Test func ofOneAgency() async throws {
        let doubtful = Self.report("SPH25-02", 2).replacing(
            #""warnings":[]"#, with: #""warnings":[{"field":"quantity"}]"#)
        let transport = transport([Self.report("SPH25-01", 1), doubtful])
        let session = Session(transport)
        #expect(await session.run("\(Self.line) --all --yes --agency PUPR") == .success, "\(session.error)")
        #expect(transport.asked.contains { $0.path.contains("agency_code=PUPR") && $0.path.contains("/reports?") })
        #expect(session.error.contains("(selaras report list): SPH25-02."), "\(session.error)")
    }

    @Test func thoseThatAreNamed() async throws {
        let transport = transport()
        let session = Session(transport)
        let named = "\(Self.line) --intervention SPH25-02 --intervention SPH25-01 --intervention SPH25-02"
        #expect(await session.run(named) == .success, "\(session.error)")
        #expect(transport.asked.last?.path == "/api/v1/reports:verify")
        #expect(transport.asked.last?.body == #"{"items":[{"id":"r2","version":2},{"id":"r1","version":1}]}"#)
        #expect(session.output.hasPrefix("2 laporan diverifikasi.\n"))
        // One without a report, and nothing is sent.
        let missing = self.transport()
        #expect(await Session(missing).run("\(named) --intervention SPH25-09") == .notFound)
        #expect(!missing.asked.contains { $0.method == "POST" })
    }

    @Test(arguments: Language.allCases) func whatIsOnesOwnIsNamed(_ language: Language) async {
        let answer = """
            {"done":1,"refused":1,"items":[{"status":200,"representation":\(Self.report("SPH25-01", 2))},\
            {"status":403,"problem":{"status":403,"code":"report_is_decided_by_another","detail":"Oleh orang lain."}}]}
            """
        let session = Session(transport(answer: answer), language: language)
        #expect(await session.run("\(Self.line) --all --yes") == .partial)
        let sentence = language == .indonesian ? "1 laporan diverifikasi." : "1 reports are verified."
        #expect(session.output.hasPrefix("\(sentence)\n  - SPH25-02: "), "\(session.output)")
        // Rows alone for programs; what was refused is said beside them.
        let names = Session(transport(answer: answer), language: language)
        #expect(await names.run("\(Self.line) --all --yes -o name") == .partial)
        #expect(names.output == "SPH25-01\n" && names.error.contains("SPH25-02: "), "\(names.error)")
    }

    @Test func nothingIsDoneUnasked() async {
        // Neither named nor all, and both.
        #expect(await Session(transport()).run(Self.line) == .usage)
        #expect(await Session(transport()).run("\(Self.line) --all --intervention SPH25-01") == .usage)
        #expect(await Session(transport()).run("\(Self.line) --agency PUPR --intervention SPH25-01") == .usage)
        // Without a terminal nobody can be asked.
        let unasked = transport()
        let session = Session(unasked)
        #expect(await session.run("\(Self.line) --all") == .usage)
        #expect(session.error.contains("--yes") && !unasked.asked.contains { $0.method == "POST" })
        let dry = transport()
        #expect(await Session(dry).run("\(Self.line) --all --dry-run") == .success)
        #expect(dry.asked.last?.path == "/api/v1/reports:verify?atomic_mode=object&dry_run=true")
        let none = transport([])
        let empty = Session(none)
        #expect(await empty.run("\(Self.line) --all") == .success)
        #expect(empty.error.contains("Tidak ada laporan") && !none.asked.contains { $0.method == "POST" })
    }
}
