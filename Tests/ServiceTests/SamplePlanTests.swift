import Foundation
import Planning
import Testing
import Wire

/// What the next survey will find, computed here by the formulas of the textbooks.
@Suite struct SamplePlanTests {
    /// z_.975 + z_.80.
    private static let reach = 1.959963984540054 + 0.8416212335729143

    @Test func theNextSurveyOfAVillage() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let file = try SurveyText.fixture("sampanahan-2025-baseline.csv")
            let round = try await client.closedRound(lokus, "baseline", "", file)
            let closed = try await client.get("survey-rounds/\(round)").expect(200)
            let plan = try await service.client(.viewer).get("lokus/\(lokus)/sample-plan").expect(200)
            #expect(plan["round"]["id"].text == round && plan["comparisons"].integer == 29)
            #expect(plan["families_for_any_value"]["families"].integer == 162)
            for (row, counted) in zip(plan["indicators"].items, closed["result"]["indicators"].items) {
                let families = Double(try #require(row["families"].integer))
                if counted["unit"].text == "family" { #expect(row["families"] == counted["eligible"]) }
                let share = Double(counted["good"].integer ?? 0) / Double(counted["eligible"].integer ?? 1)
                let panel = 100 * Self.reach * (0.12 / families).squareRoot()
                let others = 100 * Self.reach * (2 * share * (1 - share) / families).squareRoot()
                #expect(close(row["detectable_by_panel"]["single"], panel), "\(row)")
                #expect(close(row["detectable_by_independent"]["single"], others), "\(row)")
                let all = row["detectable_by_panel"]["among_all"].number?.double ?? 0
                #expect(all > panel)
                let needed = Int((0.12 * (Self.reach / 0.1) * (Self.reach / 0.1)).rounded(.up))
                #expect(row["families_for_change_by_panel"]["families"].integer == needed)
                let here = row["families_in_village"].integer ?? 0
                #expect(row["families_for_change_by_panel"]["is_reachable"].flag == (needed <= here))
            }
            let strict = try await client.get("lokus/\(lokus)/sample-plan?half_width=2.5&design_effect=2").expect(200)
            #expect(strict["wanted"]["half_width"].number?.double == 2.5)
            #expect(strict["families_for_any_value"]["families"].integer == 256)
            // For a larger village, of which 786 families are known to need 259.
            #expect(plan["wanted"]["families"].integer == 279)
            let larger = try await client.get("lokus/\(lokus)/sample-plan?families=786").expect(200)
            #expect(larger["wanted"]["families"].integer == 786)
            #expect(larger["families_for_any_value"]["families"].integer == 259)
            try await client.get("lokus/\(lokus)/sample-plan?families=0").expectProblem(422, "invalid_request")
        }
    }

    /// The size that the published survey of Sangsang chose: 259 of 786 families.
    @Test func theSizeOfAKnownSample() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2023)
            let sample = "&design=simple_random_sample&families_in_village=786"
            try await client.closedRound(lokus, "baseline", sample, SurveyText.fixture("sangsang-2023-baseline.csv"))
            let plan = try await client.get("lokus/\(lokus)/sample-plan?purpose=baseline").expect(200)
            #expect(plan["families_for_any_value"]["families"].integer == 259)
        }
    }

    /// More than fits is refused where it is said, and not when the round is closed for good.
    @Test func aVillageHasAtMostAMillionFamilies() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2023)
            let sample = "&design=simple_random_sample&families_in_village="
            try await client.survey(lokus, "baseline", sample + "1000001", SurveyText.families(1...40))
                .expectProblem(422, "invalid_request")
            _ = try await client.closedRound(lokus, "baseline", sample + "1000000", SurveyText.families(1...40))
        }
    }

    @Test func whatCannotBePlanned() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let path = "lokus/\(lokus)/sample-plan"
            try await client.get(path).expectProblem(409, "round_is_not_closed")
            try await client.closedRound(lokus, "baseline", "", SurveyText.kecil())
            try await client.get("\(path)?purpose=resurvey").expectProblem(409, "round_is_not_closed")
            for wrong in [
                "half_width=0", "change=abc", "change=1e1", "discordance=1.5", "design_effect=nan", "width=5",
            ] {
                try await client.get("\(path)?\(wrong)").expect(422)
            }
            try await client.get("lokus/01890a5d-ac96-774b-bcce-b302099a8001/sample-plan").expect(404)
        }
    }

    private func close(_ value: JSONValue, _ expected: Double) -> Bool {
        guard let found = value.number?.double else { return expected > 100 }
        return abs(found - expected) < 1e-9
    }
}
