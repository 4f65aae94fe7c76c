import Foundation
import Planning
import Support
import Testing
import Wire

/// What was intervened in, beside other lokus of the year.
@Suite struct CounterpartsTests {
    /// A lokus with its baseline and a plan, whose first intervention is completed.
    private func surveyed(_ service: Service, _ desa: String, plan aims: [JSONValue]) async throws -> String {
        let client = try await service.coordinator()
        let lokus = try await client.lokus(desa, 2025)
        try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
        let plan = try await client.plan(lokus)
        for (number, indicators) in aims.enumerated() {
            let id = try await client.propose(plan, Client.intervention("C-\(number)", indicators: indicators))
            try await client.assign(id)
            guard number == 0 else { continue }
            try await client.accept(id)
            try await client.report(id, Client.figures(2024, 4, 100, 45, 1000)).expect(201)
            try await service.client(.lead).verifyAll()
        }
        return lokus
    }

    @Test func onlyLokusWithoutAnInterventionOnItAreCounterparts() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let resurvey = try SurveyText.fixture("sampanahan-2026-resurvey.csv")
            let baseline = try SurveyText.fixture("sampanahan-2025-baseline.csv")
            // Completed on two indicators; merely planned on a third.
            let own = try await surveyed(service, "63.02.12.2005", plan: [["KLS-02", "KKE-02"], ["KKE-04"]])
            // The other plans something for one of the two, and nothing moved there.
            let other = try await surveyed(service, "63.02.12.2008", plan: [["KKE-03"], ["KKE-02"]])
            try await client.closedRound(own, "resurvey", "&panel_of=baseline", resurvey)
            let alone = try await client.get("lokus/\(own)/counterparts").expect(200)
            #expect(alone["villages"].integer == 0)
            #expect(alone["indicators"].items.map(\.["code"].text) == ["KLS-02", "KKE-02"])
            #expect(alone["indicators"].items.map(\.["counterparts"].integer) == [0, 0])
            #expect(
                alone["indicators"].items.allSatisfy { $0["difference"].isNull && $0["absence"].text == "no_value" })

            try await client.closedRound(other, "resurvey", "&panel_of=baseline", baseline)
            let found = try await client.get("lokus/\(own)/counterparts").expect(200)
            #expect(found["villages"].integer == 1)
            let (legal, housing) = (found["indicators"].items[0], found["indicators"].items[1])
            #expect(legal["counterparts"].integer == 1 && housing["counterparts"].integer == 0)
            let comparison = try await client.get("lokus/\(own)/comparison").expect(200)
            let change = comparison["indicators"].items.first { $0["code"].text == "KLS-02" }?["change"].number?.double
            // Nothing moved there, so the difference is the whole change, as sure as the change itself.
            #expect(legal["mean_change_of_counterparts"].number?.double == 0)
            #expect(legal["difference"].number?.double == change)
            #expect((legal["interval"]["lower"].number?.double ?? 0) > 0)
            // As the other one sees it, what was completed here is no counterpart.
            let mirrored = try await client.get("lokus/\(other)/counterparts").expect(200)["indicators"].items
            #expect(mirrored.map(\.["code"].text) == ["KKE-03"] && mirrored[0]["counterparts"].integer == 1)

            // A village sees no other lokus, and who is of another kabupaten none at all.
            let village = try await service.client(.village).get("lokus/\(own)/counterparts").expect(200)
            #expect(village["villages"].integer == 0)
            try await client.get("lokus/\(own)/counterparts?after=midline").expectProblem(409, "round_is_not_closed")
        }
    }
}
