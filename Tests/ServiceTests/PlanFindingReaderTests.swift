import Foundation
import Planning
import Testing
import Wire

/// Who is told what of the findings on a plan, and what is not known yet.
@Suite struct PlanFindingReaderTests {
    /// A plan of Sampanahan with interventions of two offices, all of whose quarters are over, and none reported.
    private func plan(_ service: Service) async throws -> (id: String, interventions: [String]) {
        let client = try await service.coordinator()
        let lokus = try await client.lokus(World.desa, 2024)
        try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
        let plan = try await client.plan(lokus)
        var interventions: [String] = []
        for document in [Client.intervention("P-1"), Client.intervention("P-2", agency: "DINKES")] {
            interventions.append(try await client.propose(plan, document))
        }
        try await service.put(plan, into: "agreed")
        for id in interventions {
            try await client.assign(id)
            try await client.accept(id)
        }
        return (plan, interventions)
    }

    private func overdue(_ client: Client, _ plan: String) async throws -> [String: [Int?]] {
        let items = try await client.get("action-plans/\(plan)/findings").expect(200).items
            .filter { $0["kind"].text == "reports_overdue" }
        return Dictionary(
            items.map {
                (
                    $0["reports"]["agency_code"].text ?? "",
                    [$0["reports"]["overdue"].integer, $0["reports"]["obligations"].integer]
                )
            }
        ) { first, _ in first }
    }

    @Test func whoIsLate() async throws {
        try await Service.run { service in
            let (plan, interventions) = try await plan(service)
            let coordinator = try await service.coordinator()
            let (own, other) = (try await service.agency("PUPR"), try await service.agency("DINKES"))
            #expect(try await overdue(coordinator, plan) == ["PUPR": [4, 4], "DINKES": [4, 4]])
            #expect(try await overdue(own, plan) == ["PUPR": [4, 4]])
            for quarter in 1...2 {
                try await own.report(interventions[0], Client.figures(2024, quarter, 10, 5, 100)).expect(201)
            }
            #expect(try await overdue(coordinator, plan) == ["DINKES": [4, 4], "PUPR": [2, 4]])
            // As the list of what is due says it.
            for (client, agency) in [(coordinator, "PUPR"), (coordinator, "DINKES"), (own, "PUPR"), (other, "DINKES")] {
                let all = try await client.get(
                    "report-obligations?plan_id=\(plan)&agency_code=\(agency)&state=in.(due,overdue,reported)"
                ).expect(200).items
                let late = all.filter { $0["state"].text == "overdue" }
                #expect(try await overdue(client, plan)[agency] == [late.count, all.count])
                let item = try await client.get("action-plans/\(plan)/findings").expect(200).items
                    .first { $0["reports"]["agency_code"].text == agency }
                #expect(item?["reports"]["overdue_since"].text == late.compactMap { $0["due_on"].text }.min())
                let ids = Set(item?["interventions"].items.compactMap { $0["id"].text } ?? [])
                #expect(ids == Set(late.compactMap { $0["intervention_id"].text }))
            }
            for quarter in 3...4 {
                try await own.report(interventions[0], Client.figures(2024, quarter, 50, 25, 500)).expect(201)
            }
            #expect(try await overdue(coordinator, plan) == ["DINKES": [4, 4]])
            #expect(try await overdue(own, plan) == [:])
            // Ending is no way not to have been late.
            let path = "interventions/\(interventions[1])"
            try await coordinator.post("\(path)/cancel", ["reason": "Banjir"], try await coordinator.tag(path))
                .expect(200)
            let listed = try await coordinator.get("report-obligations?plan_id=\(plan)&state=overdue").expect(200).items
            #expect(try await overdue(coordinator, plan)["DINKES"]?.first == listed.count && listed.count == 4)
        }
    }

    @Test func everyRoleAsFarAsItReadsThePlan() async throws {
        try await Service.run { service in
            let (plan, _) = try await plan(service)
            try await service.database.execute(
                """
                insert into selaras.agency values ('63.02', '\(Reach.officeOfTheProvince)', 'DPPPA', 'DPPPA', 'provincial',
                    null, '{}', 'support', 'test')
                """)
            let path = "action-plans/\(plan)/findings"
            let all = try await service.coordinator().get(path).expect(200)
            #expect(Set(all.items.compactMap { $0["kind"].text }).count >= 3, "\(all.text)")
            for role in Caller.Role.signedIn where role != .coordinator {
                let client = try await service.client(role)
                let seen = try await client.get("action-plans/\(plan)")
                let found = try await client.get(path)
                #expect(found.status == seen.status, "\(role)")
                guard seen.status == 200 else { continue }
                let isTold = try await client.get("report-obligations?plan_id=\(plan)").status == 200
                #expect(found["checked"].items.contains("reports_overdue") == isTold, "\(role)")
                // All else is the same for everybody who sees the plan whole.
                let others = { (items: [JSONValue]) in items.filter { $0["kind"].text != "reports_overdue" } }
                #expect(others(found.items) == others(all.items), "\(role)")
                let late = found.items.compactMap { $0["reports"]["agency_code"].text }
                #expect(isTold || late.isEmpty, "\(role)")
                if role.isOfAgency { #expect(late.allSatisfy { $0 == "PUPR" }, "\(role)") }
            }
            let viewer = try await service.client(.viewer).get(path).expect(200)
            // What a viewer is not told of: that reports are late, and that one is disputed.
            #expect(viewer["checked"].items.count == PlanFinding.Kind.allCases.count - 2)
            // Of another village, and of another kabupaten.
            let elsewhere = try await service.coordinator().lokus("63.02.09.2007", 2024)
            try await service.coordinator().closedRound(elsewhere, "baseline", "", SurveyText.kecil())
            let foreign = try await service.coordinator().plan(elsewhere)
            try await service.client(.village).get("action-plans/\(foreign)/findings").expectProblem(404, "not_found")
            try await service.coordinator("63.10").get(path).expectProblem(404, "not_found")
            try await service.coordinator().get("action-plans/\(UUID().uuidString.lowercased())/findings")
                .expectProblem(404, "not_found")
            // There was no plan then.
            try await service.coordinator().get("\(path)?as_of=2024-01-01T00:00:00Z").expectProblem(404, "not_found")
        }
    }

    /// While the baseline is open nothing is known of values; by announced values only what was announced.
    @Test func whatIsNotKnown() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(World.desa, 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.kecil()).expect(201)
            let plan = try await client.plan(lokus)
            _ = try await client.propose(plan, Client.intervention("P-1"))
            _ = try await client.propose(plan, Client.intervention("P-2", agency: "DINKES"))
            let open = try await client.get("action-plans/\(plan)/findings").expect(200)
            #expect(
                open["checked"].items.compactMap(\.text) == [
                    "budget_line_overdrawn", "report_disputed", "reports_overdue", "same_indicator_two_budgets",
                ])
            #expect(open.items.map { $0["kind"].text } == ["same_indicator_two_budgets"])
            #expect(open.items.first?["indicator"]["value"].isNull == true)

            let other = try await client.lokus("63.02.09.2007", 2024)
            try await client.results(
                "63.02.09.2007,2024,baseline,IKK,75.90", "63.02.09.2007,2024,baseline,KKE-02,50.00",
                "63.02.09.2007,2024,baseline,KLS-02,60.00"
            ).expect(201)
            let second = try await client.plan(other)
            _ = try await client.propose(second, Client.intervention("S-1", indicators: ["KKE-02", "KKF-03"]))
            let found = try await client.get("action-plans/\(second)/findings").expect(200).items
            #expect(
                found.map { "\($0["kind"].text ?? "") \($0["codes"].texts)" } == [
                    #"weak_without_intervention ["KLS-02"]"#, #"weak_without_accepted_intervention ["KKE-02"]"#,
                    #"indicator_without_value ["KKF-03"]"#,
                ])
            #expect(found[0]["indicator"]["needed_to_reach_threshold"].isNull)
            #expect(found[2]["indicator"]["absence"].text == "not_published")
        }
    }
}
