import Phrasing
import Planning
import Testing
import Wire

@testable import selaras

/// A plan that begins from another one's interventions.
@Suite struct CopyTests {
    private static let line = "intervention copy --from 63.02.12.2005/2024 --lokus 63.02.12.2008/2026"

    private static func lokus(_ desa: String, _ year: Int, plan: String) -> String {
        #"{"items":[{"id":"\#(plan)-l","desa_code":"\#(desa)","desa_name":"D","year":\#(year),"plan_id":"\#(plan)","#
            + #""rounds":[]}],"next_page_token":null}"#
    }

    private static func intervention(
        _ reference: String, _ state: String = "done", _ starts: String = "2024-02-29", continues: String = ""
    ) -> String {
        let continued = continues.isEmpty ? "null" : "\"\(continues)\""
        return #"{"id":"\#(reference)","continues_id":\#(continued),"reference":"\#(reference)","agency_code":"PUPR","#
            + #""catalogue_code":null,"title":"Bilik WC","#
            + #""indicators":["KKE-02"],"target_quantity":45.5,"unit":"unit","starts_on":"\#(starts)","#
            + #""ends_on":"2024-12-31","note":"Dusun II","state":"\#(state)","version":7,"#
            + #""funding":[{"source":"apbdes","amount_idr":5}]}"#
    }

    /// Whom it is for is copied, and how many of them where only within the village.
    @Test func whatIsOfTheVillageStaysThere() async throws {
        let scope =
            #""target_group":"Keluarga tanpa jamban","target_families":45,"location":"RT 003","#
            + #""supporting_agencies":["DINKES"],"#
        let known = Self.intervention("SPH24-01").replacing(#""unit":"#, with: scope + #""unit":"#)
        for (line, members) in [
            (Self.line, ["target_group", "supporting_agencies"]),
            (
                Self.line.replacing("63.02.12.2008/2026", with: "63.02.12.2005/2026"),
                ["target_group", "supporting_agencies", "target_families", "location"]
            ),
        ] {
            let target = line.contains("2008/2026") ? "63.02.12.2008" : "63.02.12.2005"
            let transport = transport([known], to: target)
            #expect(await Session(transport).run(line) == .success)
            let sent = try JSONValue(parsing: Array((transport.asked.last?.body ?? "").utf8))["items"].items[0]
            let names = ["target_group", "supporting_agencies", "target_families", "location"]
            #expect(names.filter { !sent[$0].isNull } == members, "\(line)")
        }
    }

    private func transport(
        _ known: [String], taken: [String] = [], to target: String = "63.02.12.2008"
    ) -> FakeTransport {
        FakeTransport { asked in
            let path = asked.path
            func list(_ items: [String]) -> String {
                #"{"items":[\#(items.joined(separator: ","))],"next_page_token":null}"#
            }
            if path.contains("interventions:batch") {
                return FakeTransport.answer(200, #"{"done":2,"refused":0,"items":[]}"#)
            }
            if path.hasPrefix("/api/v1/interventions") {
                return FakeTransport.answer(200, list(path.contains("plan_id=old") ? known : taken))
            }
            let isOld = path.contains("2024")
            return FakeTransport.answer(
                200,
                Self.lokus(isOld ? "63.02.12.2005" : target, isOld ? 2024 : 2026, plan: isOld ? "old" : "new"))
        }
    }

    @Test func proposalsWithoutMoney() async throws {
        let transport = transport([
            Self.intervention("SPH24-02"), Self.intervention("SPH24-01", "running", "2024-08-01"),
            Self.intervention("SPH24-03", "declined"), Self.intervention("SPH24-04", "cancelled"),
            Self.intervention("SPH24-05", "carried_over"),
            Self.intervention("SPH24-05-2025", "running", continues: "SPH24-05"),
        ])
        let session = Session(transport)
        #expect(await session.run("\(Self.line) --rename SPH24=SHI26") == .success, "\(session.error)")
        let sent = try #require(transport.asked.last)
        #expect(sent.path == "/api/v1/action-plans/new/interventions:batch")
        let items = try JSONValue(parsing: Array(sent.body.utf8))["items"].items
        #expect(items.map(\.["reference"].text) == ["SHI26-01", "SHI26-02", "SHI26-05"])
        // A leap day of a year without one is the 28th.
        #expect(items.map(\.["starts_on"].text) == ["2026-08-01", "2026-02-28", "2026-02-28"])
        let first = #"{"reference":"SHI26-01","agency_code":"PUPR","catalogue_code":null,"title":"Bilik WC","#
        let rest = #""indicators":["KKE-02"],"target_quantity":45.5,"unit":"unit","note":"Dusun II","#
        #expect(sent.body.hasPrefix(#"{"items":[\#(first)\#(rest)"starts_on":"2026-08-01","#), "\(sent.body)")
        #expect(items[0]["funding"].items.isEmpty && items[0]["ends_on"].text == "2026-12-31")
        #expect(session.output.hasPrefix("2 intervensi disalin sebagai usulan.\n"))
    }

    @Test func whatIsThereIsPassedOver() async throws {
        let taken = [Self.intervention("SPH24-01")]
        let transport = transport([Self.intervention("SPH24-01"), Self.intervention("SPH24-02")], taken: taken)
        let session = Session(transport)
        #expect(await session.run("\(Self.line) --dry-run") == .success)
        #expect(
            session.error.contains("1 rujukan sudah ada dalam rencana tujuan dan dilewati: SPH24-01.")
                && session.output.hasPrefix("Simulasi"))
        let sent = try #require(transport.asked.last)
        #expect(sent.path == "/api/v1/action-plans/new/interventions:batch?dry_run=true")
        #expect(try JSONValue(parsing: Array(sent.body.utf8))["items"].items.map(\.["reference"].text) == ["SPH24-02"])
        // All of it is there: nothing is sent.
        let again = self.transport(taken, taken: taken)
        #expect(await Session(again).run(Self.line) == .success)
        #expect(!again.asked.contains { $0.method == "POST" })
    }

    @Test func thoseThatAreNamed() async throws {
        let known = [Self.intervention("SPH24-01"), Self.intervention("SPH24-03", "declined")]
        let transport = transport(known)
        let words = Self.line.split(separator: " ").map(String.init)
        #expect(await Session(transport).run(words + ["SPH24-03"]) == .success)
        let body = try JSONValue(parsing: Array((transport.asked.last?.body ?? "").utf8))
        #expect(body["items"].items.map(\.["reference"].text) == ["SPH24-03"])
        let missing = self.transport(known)
        #expect(await Session(missing).run(words + ["SPH24-03", "SPH24-09"]) == .notFound)
        #expect(!missing.asked.contains { $0.method == "POST" })
        #expect(await Session(missing).run(words + ["--rename", "SPH24"]) == .usage)
        // A prefix that nothing has is mistyped; references cannot be changed afterwards.
        #expect(await Session(missing).run(words + ["--rename", "SPH25=SHI26"]) == .usage)
        #expect(!missing.asked.contains { $0.method == "POST" })
        // Named twice is one.
        let twice = self.transport(known)
        #expect(await Session(twice).run(words + ["SPH24-01", "SPH24-01"]) == .success)
        #expect(try JSONValue(parsing: Array((twice.asked.last?.body ?? "").utf8))["items"].items.count == 1)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2025-12-31", -1, "2024-12-31"),
    ])
    func daysOfOtherYears(_ day: String, _ years: Int, _ expected: String) throws {
        #expect(try #require(CalendarDay(day)).later(byYears: years).description == expected)
    }
}
