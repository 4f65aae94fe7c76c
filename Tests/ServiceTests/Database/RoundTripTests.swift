import Foundation
import Support
import Testing
import Wire

/// How often the service asks its database: once for a report, and no more often for a long list than for a short one.
@Suite struct RoundTripTests {
    /// A service with a single connection, behind a tap.
    private func run(_ body: (Service, DatabaseTap) async throws -> Void) async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let folder = try #require(database.loginConninfo.firstMatch(of: #/host=(\S+)/#)?.1)
                let tap = try DatabaseTap(upstream: String(folder))
                defer { tap.close() }
                // Of two equal keywords the last one wins.
                let conninfo = "\(database.loginConninfo) host=\(tap.directory)"
                try await Service.serving(
                    database, arguments: ["--connections", "1"], environment: ["DATABASE_URL": conninfo]
                ) { try await body($0, tap) }
            }
        }
    }

    private func planWithInterventions(_ client: Client, _ count: Int, year: Int) async throws -> (String, [String]) {
        let lokus = try await client.lokus("63.02.12.2005", year)
        try await client.closedRound(lokus, "baseline", "", SurveyText.kecil())
        try await client.closedRound(lokus, "resurvey", "", SurveyText.kecil())
        let plan = try await client.plan(lokus)
        var interventions: [String] = []
        for number in 0..<count {
            let id = try await client.propose(plan, Client.intervention("P-\(number)"))
            try await client.assign(id)
            interventions.append(id)
        }
        return (plan, interventions)
    }

    @Test func aReportIsOneRoundTrip() async throws {
        try await run { service, tap in
            let client = try await service.coordinator()
            let agency = try await service.agency("PUPR")
            let (_, interventions) = try await planWithInterventions(client, 1, year: 2024)
            // The first one lets the connection prepare its statements.
            try await agency.report(interventions[0], Client.figures(2024, 1, 1, 1, 1)).expect(201)
            _ = tap.take()
            try await agency.report(interventions[0], Client.figures(2024, 2, 2, 2, 2)).expect(201)
            let count = tap.take()
            #expect(count.roundTrips == 1, "\(count)")
            #expect((1...8).contains(count.statements), "\(count)")
            // So are the reads and writes of one thing, and what must not reach the database does not.
            try await client.get("reports").expect(200)
            #expect(tap.take().roundTrips == 1)
            try await service.stranger.get("reports").expect(401)
            try await client.get("lokus?page_size=-1").expect(422)
            #expect(tap.take().statements == 0)
        }
    }

    @Test func listsAskNoMoreForMore() async throws {
        try await run { service, tap in
            let client = try await service.coordinator()
            let (small, smallIDs) = try await planWithInterventions(client, 1, year: 2024)
            let (large, largeIDs) = try await planWithInterventions(client, 12, year: 2025)
            for (year, ids) in [(2024, smallIDs), (2025, largeIDs)] {
                for id in ids {
                    for quarter in 1...(year == 2024 ? 1 : 4) {
                        try await client.report(id, Client.figures(2024, quarter, 1, 1, 1)).expect(201)
                    }
                }
            }
            for plan in [small, large] { try await service.put(plan, into: "agreed") }
            for id in smallIDs + largeIDs { try await client.accept(id) }
            func lokus(_ plan: String) async throws -> String {
                try await client.get("action-plans/\(plan)")["lokus_id"].text ?? ""
            }
            let (few, many) = (try await lokus(small), try await lokus(large))
            let pairs = [
                ("interventions?plan_id=\(small)", "interventions?plan_id=\(large)"),
                ("reports?plan_id=\(small)", "reports?plan_id=\(large)"),
                (
                    "report-obligations?state=reported&plan_id=\(small)",
                    "report-obligations?state=reported&plan_id=\(large)"
                ),
                ("action-plans/\(small)", "action-plans/\(large)"),
                ("action-plans/\(small)/matrix", "action-plans/\(large)/matrix"),
                ("action-plans/\(small)/pack", "action-plans/\(large)/pack"),
                ("lokus/\(few)/comparison", "lokus/\(many)/comparison"),
                ("lokus/\(few)/weak-indicators", "lokus/\(many)/weak-indicators"),
                ("lokus?page_size=1", "lokus?page_size=1000"), ("survey-rounds?page_size=1", "survey-rounds"),
                ("action-plans?page_size=1", "action-plans"), ("regions?page_size=1", "regions"),
                ("agencies?page_size=1", "agencies"), ("catalogue-items?page_size=1", "catalogue-items"),
            ]
            for (short, long) in pairs {
                try await client.get(short).expect(200)
                try await client.get(long).expect(200)
                _ = tap.take()
                let fewer = try await client.get(short)
                let asked = tap.take()
                let more = try await client.get(long)
                #expect(tap.take() == asked, "\(long)")
                #expect(asked.roundTrips <= 2, "\(short): \(asked)")
                #expect(more.bytes.count > fewer.bytes.count, "\(long) is no longer than \(short)")
            }
        }
    }
}
