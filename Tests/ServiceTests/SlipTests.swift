import Testing
import Wire

/// Slips of the keyboard: refused where they would do lasting harm, and put right where they were accepted.
@Suite struct SlipTests {
    private static func families(_ count: Int, status: String = "1") -> String {
        SurveyText.header + (1...count).map { SurveyText.row("F-\($0)", status: status) }.joined()
    }

    @Test func moneyHasABound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.closedRound(lokus, "baseline", "", Self.families(3))
            let plan = try await client.plan(lokus)
            let tooMuch = Client.intervention("A", funding: [("apbn", 1_000_000_000_001)])
            try await client.post("action-plans/\(plan)/interventions", tooMuch).expectProblem(422, "invalid_request")
            let most = Client.intervention("A", funding: [("apbn", 1_000_000_000_000)])
            _ = try await client.propose(plan, most)

            let columns = "ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on\n"
            func row(_ sources: String, _ amounts: String) -> Client.Body {
                .csv(Array((columns + "B,PUPR,T,KKE-02,1,u,\(sources),\(amounts),2024-01-01,2024-12-01\n").utf8))
            }
            for body in [row("APBN;APBN", "1;2"), row("APBN", "1000000000001")] {
                try await client.send("POST", "action-plans/\(plan)/intervention-imports", body, Client.key())
                    .expectProblem(422, "file_refused")
            }
            try await client.get("action-plans/\(plan)").expect(200)
        }
    }

    @Test func anAssignmentIsNotOfAnotherAge() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.closedRound(lokus, "baseline", "", Self.families(3))
            let id = try await client.propose(client.plan(lokus), Client.intervention("A"))
            let path = "interventions/\(id)"
            let tag = try await client.tag(path)
            try await client.post("\(path)/assign", ["assigned_on": "2005-08-05"], tag)
                .expectProblem(422, "intervention_is_not_assigned_before_its_programme")
            try await client.post("\(path)/assign", ["assigned_on": "0001-08-05"], tag)
                .expectProblem(422, "invalid_request")
            try await client.get("report-obligations").expect(200)
            try await client.assign(id)
            try await client.accept(id)
            // A second acceptance is no change, so it makes no new version.
            try await client.post("\(path)/accept", nil, try await client.tag(path))
                .expectProblem(409, "intervention_follows_its_transitions")
        }
    }

    @Test func anOpenRoundIsPutRight() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let sample = "&design=simple_random_sample&families_in_village="
            let round = try await client.survey(lokus, "baseline", sample + "10", Self.families(20)).expect(201)
            let id = round["round_id"].text ?? ""
            try await client.close(id).expectProblem(422, "round_counts_no_more_families_than_it_speaks_for")
            try await client.survey(lokus, "baseline", sample + "100", Self.families(20)).expect(201)
            #expect(try await client.close(id).expect(200)["result"]["families_represented"].integer == 100)
        }
    }

    @Test func aRoundWithoutACountedFamilyStaysOpen() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let empty = SurveyText.header + "F-1,001,3" + String(repeating: ",", count: 29) + "\n"
            let round = try await client.survey(lokus, "baseline", "", empty).expect(201)["round_id"].text ?? ""
            try await client.close(round).expectProblem(409, "round_counts_no_family")
            try await client.survey(lokus, "baseline", "", Self.families(3)).expect(201)
            try await client.close(round).expect(200)
        }
    }

    @Test func aPanelIsOfTheSameVillage() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let here = try await client.lokus("63.02.12.2005", 2024)
            let there = try await client.lokus("63.02.09.2007", 2024)
            let theirs = try await client.closedRound(there, "baseline", "", Self.families(3))
            try await client.survey(here, "resurvey", "&panel_of=\(theirs)", Self.families(3))
                .expectProblem(422, "invalid_request")
            let earlier = try await client.lokus("63.02.12.2005", 2023)
            let ours = try await client.closedRound(earlier, "baseline", "", Self.families(3))
            try await client.survey(here, "baseline", "&panel_of=\(ours)", Self.families(3)).expect(201)
        }
    }

    /// Uploads that never end hold connections of their own, never the ones of those who read.
    @Test func slowUploadsLeaveRoomForReaders() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let path = "lokus/\(lokus)/survey-imports?purpose=baseline&dry_run=true"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { _ = try? await client.send("POST", path, .stalled(Array(Self.families(1).utf8))) }
                }
                try await Task.sleep(for: .seconds(1))
                for _ in 0..<10 { try await client.get("me").expect(200) }
                group.cancelAll()
            }
        }
    }
}
