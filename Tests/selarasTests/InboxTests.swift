import Phrasing
import Testing
import Wire

@testable import selaras

/// What waits for somebody: the reports, and what is to be accepted, assigned or planned.
@Suite struct InboxTests {
    private static func lokus(_ desa: String, plan: String?, _ rounds: String) -> String {
        let plan = plan.map { "\"\($0)\"" } ?? "null"
        return #"{"id":"l-\#(desa)","desa_code":"63.02.12.\#(desa)","desa_name":"Desa \#(desa)","year":2025,"#
            + #""plan_id":\#(plan),"rounds":[\#(rounds)]}"#
    }
    private static let closed = #"{"id":"r","purpose":"baseline","state":"closed","weak_count":9}"#
    private static let again = closed + #",{"id":"s","purpose":"resurvey","state":"open"}"#
    private static let all = [
        lokus("2001", plan: nil, closed), lokus("2002", plan: "p2", closed), lokus("2003", plan: "p3", closed),
        lokus("2004", plan: nil, again), lokus("2005", plan: nil, closed.replacing("closed", with: "open")),
    ].joined(separator: ",")

    private func transport(_ role: String, agency: String? = nil) -> FakeTransport {
        FakeTransport { asked in
            let path = asked.path.dropFirst("/api/v1/".count)
            func list(_ items: String) -> IncomingResponse {
                FakeTransport.answer(200, #"{"items":[\#(items)],"next_page_token":null}"#)
            }
            if path == "me" {
                let agency = agency.map { "\"\($0)\"" } ?? "null"
                return FakeTransport.answer(200, #"{"name":"N","role":"\#(role)","areas":[],"agency":\#(agency)}"#)
            }
            if path.hasPrefix("report-obligations") {
                return list(
                    #"{"intervention_id":"i9","reference":"REP-9","title":"t","due_on":"2025-10-14","state":"due"}"#)
            }
            if path.hasPrefix("interventions") {
                let state =
                    path.contains("state=assigned") ? "ASG-1" : path.contains("state=declined") ? "DEC-1" : "PRO-1"
                return list(
                    #"{"id":"i","reference":"\#(state)","title":"t","desa_code":"63.02.12.2002","desa_name":"D","year":2025}"#
                )
            }
            if path.hasPrefix("reports") {
                return list(
                    #"{"id":"r1","intervention_reference":"REP-1","intervention_title":"t","budget_year":2025,"quarter":4,"#
                        + #""state":"submitted","lokus":{"desa_code":"63.02.12.2002","desa_name":"D","year":2025}}"#)
            }
            if path == "action-plans/p2" {
                return FakeTransport.answer(200, #"{"gaps":[{"code":"KKE-03"},{"code":"KKE-07"}]}"#)
            }
            if path == "action-plans/p3" { return FakeTransport.answer(200, #"{"gaps":[]}"#) }
            if path.hasPrefix("lokus") { return list(Self.all) }
            return FakeTransport.answer(404, "{}")
        }
    }

    @Test(arguments: Language.allCases) func aCoordinatorSeesWhatWaits(_ language: Language) async throws {
        let session = Session(transport("coordinator"), language: language)
        #expect(await session.run("inbox") == .success, "\(session.error)")
        let words = [
            "REP-9", "ASG-1", "selaras intervention accept ASG-1 --lokus 63.02.12.2002/2025", "DEC-1",
            "selaras intervention propose DEC-1 --lokus 63.02.12.2002/2025", "PRO-1",
            "selaras intervention assign PRO-1 --lokus 63.02.12.2002/2025",
            "selaras report verify --lokus 63.02.12.2002/2025 --intervention REP-1 --year 2025 --quarter 4",
            "selaras plan create 63.02.12.2001/2025", "Desa 2001", "selaras weak 63.02.12.2002/2025", "KKE-03, KKE-07",
        ]
        var rest = session.output[...]
        // In this order: what is due, then what others wait for.
        for word in words where word.contains("selaras") || word.hasPrefix("REP") {
            let range = try #require(rest.firstRange(of: word), "\(word): \(session.output)")
            rest = rest[range.upperBound...]
        }
        for word in words { #expect(session.output.contains(word), "\(word): \(session.output)") }
        for desa in ["2003", "2004", "2005"] { #expect(!session.output.contains("Desa \(desa)")) }
    }

    /// Several of one period are verified together, and only those of the agency that was asked for.
    @Test(arguments: [nil, "PUPR"]) func severalAreVerifiedTogether(_ agency: String?) {
        let report: JSONValue = [
            "plan_id": "p2", "intervention_reference": "REP-1", "budget_year": 2025, "quarter": 4,
            "lokus": ["desa_code": "63.02.12.2002", "year": 2025],
        ]
        let title = Phrase.waitingForVerification([report, report], of: agency).text(in: .indonesian)
        let command = "selaras report verify --lokus 63.02.12.2002/2025 --year 2025 --quarter 4 --all"
        #expect(title.contains(command + (agency.map { " --agency \($0))" } ?? ")")), "\(title)")
    }

    @Test func anAgencySeesWhatItHasToAccept() async {
        let asked = transport("agency", agency: "PUPR")
        let session = Session(asked)
        #expect(await session.run("inbox") == .success)
        #expect(session.output.contains("REP-9") && session.output.contains("ASG-1"))
        #expect(!session.output.contains("PRO-1") && !session.output.contains("plan create"))
        #expect(!session.output.contains("report verify"))
        #expect(asked.asked.contains { $0.path.contains("interventions?state=assigned&agency_code=PUPR") })
    }

    /// Who accepts and plans nothing has the reports; programs and filters get the list of reports and nothing else.
    @Test func othersSeeTheReportsAlone() async {
        for line in ["inbox", "inbox -o csv --columns reference", "inbox -o json", "inbox --limit 1"] {
            let session = Session(transport(line == "inbox" ? "reporter" : "coordinator", agency: "PUPR"))
            #expect(await session.run(line) == .success, "\(line)")
            #expect(!session.output.contains("ASG-1") && !session.output.contains("accept"), "\(session.output)")
        }
    }
}
