import Testing
import Wire

/// Results that are not there yet, and what is left out of a list.
@Suite struct ResultTests {
    @Test func theMissingRoundIsNamed() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            func faults(_ path: String) async throws -> [String] {
                let answer = try await client.get("lokus/\(lokus)/\(path)").expectProblem(409, "round_is_not_closed")
                return answer["errors"].items.map {
                    [$0["pointer"], $0["code"], $0["value"]].map { $0.text ?? "" }.joined(separator: " ")
                }
            }
            let resurvey = "after round_missing resurvey"
            #expect(try await faults("comparison") == ["before round_missing baseline", resurvey])
            #expect(try await faults("weak-indicators?purpose=midline") == ["purpose round_missing midline"])
            let round = try await client.survey(lokus, "baseline", "", SurveyText.families(1...20)).expect(201)
            #expect(try await faults("comparison") == ["before round_open baseline", resurvey])
            #expect(try await faults("weak-indicators") == ["purpose round_open baseline"])
            try await client.close(round["round_id"].text ?? "").expect(200)
            #expect(try await faults("comparison") == [resurvey])
            let nobody = "01890a5d-ac96-774b-bcce-b302099a8001"
            try await client.get("lokus/\(nobody)/comparison").expectProblem(404, "not_found")
        }
    }

    /// An office of a kecamatan, or the government of a desa, has its duties there.
    @Test func dutiesAreOfThoseWhoServeTheVillage() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            func duties(_ desa: String) async throws -> Set<String> {
                let lokus = try await client.lokus(desa, 2024)
                try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
                let weak = try await client.get("lokus/\(lokus)/weak-indicators").expect(200).items
                return Set(weak.flatMap { $0["duties"].items }.compactMap { $0["code"].text })
            }
            let local: Set = ["PKM-SAMPANAHAN", "KEC-SAMPANAHAN", "PEMDES-SAMPANAHAN"]
            let here = try await duties("63.02.12.2005")
            #expect(here.isSuperset(of: ["KEC-SAMPANAHAN", "PEMDES-SAMPANAHAN"]))
            // Of the same kecamatan, and of another one.
            #expect(try await duties("63.02.12.2008") == here.subtracting(["PEMDES-SAMPANAHAN"]))
            #expect(try await duties("63.02.09.2007") == here.subtracting(local))
            let serving = try await client.get("agencies?region_code=under.63.02.12").expect(200).items
            #expect(Set(serving.compactMap { $0["code"].text }) == local)
        }
    }

    /// An empty list would say that there is nothing.
    @Test func aListOfPlansLeavesOutWhatOnlyThePlanShows() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let whole = try await world.coordinator.get("action-plans/\(world.plan)").expect(200)
            #expect(whole["totals"]["by_agency"].items.count == 1 && !whole["gaps"].items.isEmpty)
            let row = try await world.coordinator.get("action-plans?id=\(world.plan)").expect(200).items.first
            guard case .object(let plan)? = row, case .object(let totals)? = plan["totals"] else {
                Issue.record("no plan")
                return
            }
            #expect(plan["gaps"] == nil && plan["not_weak"] == nil && plan["id"] != nil)
            #expect(totals["by_source"] == nil && totals["by_agency"] == nil && totals["budget_idr"] != nil)
        }
    }
}
