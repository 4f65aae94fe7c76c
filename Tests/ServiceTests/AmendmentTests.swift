import Foundation
import Planning
import Support
import Testing
import Wire

/// An approved plan is changed by what somebody else approves, as it was approved, and stays readable as it was.
@Suite struct AmendmentTests {
    private struct Desk {
        let coordinator: Client
        let leadership: Client
        let plan: String
        /// By reference: three, of which the first is accepted and reported.
        let interventions: [String: String]

        func begin(_ lines: JSONValue, _ query: String = "") async throws -> Answer {
            try await coordinator.post(
                "action-plans/\(plan)/amendments\(query)", ["reason": "APBD Perubahan 2024", "lines": lines])
        }

        func step(
            _ client: Client, _ action: String, _ amendment: String, _ body: JSONValue? = nil, _ query: String = ""
        ) async throws -> Answer {
            let path = "amendments/\(amendment)"
            return try await client.post("\(path)/\(action)\(query)", body, try await client.tag(path))
        }

        func change(_ reference: String, _ members: [(String, JSONValue)]) -> JSONValue {
            .object(
                JSONObject(
                    [("kind", "change"), ("intervention_id", .string(interventions[reference] ?? ""))] + members))
        }

        func cancel(_ reference: String) -> JSONValue {
            [
                "kind": "cancel", "intervention_id": .string(interventions[reference] ?? ""),
                "reason": "Tidak masuk DPPA",
            ]
        }

        func read(_ reference: String, _ query: String = "") async throws -> JSONValue {
            try await coordinator.get("interventions/\(interventions[reference] ?? "")\(query)").expect(200).json
        }
    }

    private func desk(_ service: Service, _ state: String = "running") async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus(World.desa, 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        var interventions: [String: String] = [:]
        for reference in ["P-1", "P-2", "P-3"] {
            interventions[reference] = try await coordinator.propose(plan, Client.intervention(reference))
        }
        let first = interventions["P-1"] ?? ""
        try await coordinator.assign(first)
        try await coordinator.accept(first)
        try await coordinator.report(first, Client.figures(2024, 1, 10, 5, 100)).expect(201)
        try await service.put(plan, into: state)
        return Desk(
            coordinator: coordinator, leadership: try await service.client(.leadership), plan: plan,
            interventions: interventions)
    }

    @Test func whatIsApprovedIsInThePlanAndThePlanBeforeIsRead() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let added = Client.intervention("P-4")
            guard case .object(var members) = added else { return }
            members["kind"] = "add"
            let made = try await desk.begin([
                desk.change(
                    "P-1", [("target_quantity", 30), ("funding", Client.funding([("apbd_kabupaten", 600, [])]))]),
                .object(members), desk.cancel("P-2"),
            ]).expect(201)
            let id = made.id
            #expect(made["state"].text == "draft" && made["number"].isNull)
            #expect(made["lines"].items.map { $0["reference"].text } == ["P-1", "P-2", "P-4"])
            let line = made["lines"].items[0]
            #expect(line["changed"].texts == ["target_quantity", "funding"] && line["conflicts"].items.isEmpty)
            #expect(line["before"]["target_quantity"].integer == 45 && line["after"]["target_quantity"].integer == 30)
            #expect(line["after"]["title"].text == "Pembangunan jamban")

            // Nothing of it is in the plan yet, and it is not its writer's to approve.
            #expect(try await desk.read("P-1")["target_quantity"].integer == 45)
            try await desk.step(desk.leadership, "approve", id).expectProblem(409, "amendment_follows_its_transitions")
            let submitted = try await desk.step(desk.coordinator, "submit", id).expect(200)
            #expect(submitted["may"]["approve"]["reason"].text == "role")
            try await desk.step(desk.coordinator, "approve", id).expectProblem(403, "forbidden")
            let plan = try await desk.coordinator.get("action-plans/\(desk.plan)").expect(200)
            let tried = try await desk.step(desk.leadership, "approve", id, nil, "?dry_run=true").expect(200)
            #expect(tried["state"].text == "approved")
            #expect(try await desk.read("P-1")["target_quantity"].integer == 45)

            let approved = try await desk.step(desk.leadership, "approve", id).expect(200)
            #expect(approved["state"].text == "approved" && approved["number"].integer == 1)
            let first = try await desk.read("P-1")
            #expect(first["target_quantity"].integer == 30 && first["budget_idr"].integer == 600)
            #expect(first["state"].text == "accepted" && first["unverified"]["quantity"].integer == 5)
            let second = try await desk.read("P-2")
            #expect(second["state"].text == "cancelled" && second["state_reason"].text == "Tidak masuk DPPA")
            let all = try await desk.coordinator.get("interventions?plan_id=\(desk.plan)").expect(200).items
            #expect(all.first { $0["reference"].text == "P-4" }?["state"].text == "proposed")
            let after = try await desk.coordinator.get("action-plans/\(desk.plan)").expect(200)
            #expect((after["version"].integer ?? 0) > (plan["version"].integer ?? 0))
            #expect(after["state"].text == "running")

            // The plan as it was before, and what is different, are read by the moment of the approval.
            let moment = try #require(approved["state_changed_at"].text)
            #expect(try await desk.read("P-1", "?as_of=\(moment)")["target_quantity"].integer == 45)
            let then = try await desk.coordinator.get("interventions?plan_id=\(desk.plan)&as_of=\(moment)").expect(200)
            #expect(then.items.count == 3 && then.items.allSatisfy { $0["state"].text != "cancelled" })
            let changes = try await desk.coordinator.get("action-plans/\(desk.plan)/changes?from=\(moment)").expect(200)
            #expect(Set(changes["interventions"].items.compactMap { $0["reference"].text }) == ["P-1", "P-2", "P-4"])

            // Whoever approved it did what is recorded, and is no author of the plan for that.
            let actors = try await service.database.value(
                """
                select string_agg(distinct p.role, ',') from selaras.event e
                join selaras.principal p on p.id = e.principal_id
                where e.subject = 'intervention' and e.after ->> 'reference' in ('P-1', 'P-4')
                    and (e.after ->> 'target_quantity' = '30.00' or e.after ->> 'reference' = 'P-4')
                """)
            #expect(actors == "leadership")
            #expect(after["may"]["return"]["allowed"] == false)
            for action in ["submit", "approve", "return", "withdraw"] {
                #expect(approved["may"][action]["allowed"] == false, "\(action)")
            }
        }
    }

    @Test func ofTwoThatChangeTheSameTheSecondSeesBoth() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let one = try await desk.begin([desk.change("P-1", [("title", "Jamban komunal")])]).expect(201).id
            let other = try await desk.begin([
                desk.change("P-1", [("title", "Jamban sehat"), ("unit", "paket")]),
                desk.change("P-2", [("note", "RT 3")]),
            ]).expect(201).id
            let third = try await desk.begin([desk.change("P-1", [("ends_on", "2024-11-30")])]).expect(201).id
            for id in [one, other, third] { try await desk.step(desk.coordinator, "submit", id).expect(200) }
            try await desk.step(desk.leadership, "approve", one).expect(200)

            let refused = try await desk.step(desk.leadership, "approve", other)
            refused.expectProblem(409, "amendment_meets_no_other_change")
            #expect(refused.json["errors"].items.first?["pointer"].text == "/lines/0")
            #expect(try await desk.read("P-2")["note"].text == "")
            let line = try await desk.coordinator.get("amendments/\(other)").expect(200)["lines"].items[0]
            #expect(line["conflicts"].texts == ["title"] && line["changed"].texts == ["title", "unit"])
            #expect(line["before"]["title"].text == "Pembangunan jamban")
            #expect(line["now"]["title"].text == "Jamban komunal" && line["after"]["title"].text == "Jamban sehat")
            // What the first did not touch is written, and what it did stays.
            try await desk.step(desk.leadership, "approve", third).expect(200)
            let now = try await desk.read("P-1")
            #expect(now["title"].text == "Jamban komunal" && now["ends_on"].text == "2024-11-30")

            try await desk.step(desk.leadership, "return", other, ["reason": "Sudah diubah"]).expect(200)
            let path = "amendments/\(other)"
            let again = try await desk.coordinator.change(
                path, ["lines": [desk.change("P-1", [("title", "Jamban sehat")])]]
            ).expect(200)
            #expect(again["lines"].items[0]["conflicts"].items.isEmpty && again["lines"].items.count == 2)
            try await desk.step(desk.coordinator, "submit", other).expect(200)
            #expect(try await desk.step(desk.leadership, "approve", other).expect(200)["number"].integer == 3)
            #expect(try await desk.read("P-1")["unit"].text == "unit")
            let all = try await desk.coordinator.get("action-plans/\(desk.plan)/amendments").expect(200)
            #expect(all["amendments"].items.map { $0["number"].integer } == [1, 3, 2])
            #expect(
                all["amendments"].items.allSatisfy { $0["lines"].items.allSatisfy { $0["conflicts"].items.isEmpty } })
        }
    }

    @Test func ofTwoApprovalsAtOnceOneMeetsTheOther() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            for round in 1...5 {
                var ids: [String] = []
                for name in ["satu", "dua"] {
                    let id = try await desk.begin([desk.change("P-1", [("title", .string("\(name) \(round)"))])])
                        .expect(201).id
                    try await desk.step(desk.coordinator, "submit", id).expect(200)
                    ids.append(id)
                }
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for id in ids {
                        group.addTask { try await desk.step(desk.leadership, "approve", id).status }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }.sorted()
                }
                #expect(statuses == [200, 409])
            }
            let numbers = try await service.database.value(
                "select string_agg(number::text, ',' order by number) from selaras.plan_amendment")
            #expect(numbers == "1,2,3,4,5")
        }
    }

    @Test func whatCannotBeIsRefusedAndLeavesNothing() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let line = try await desk.coordinator.budgetLine(Client.budgetLine("Jamban", ceiling: 800))
            let before = try await service.database.digest()
            func expect(_ lines: JSONValue, _ code: String, at index: Int? = nil, status: Int = 409) async throws {
                let answer = try await desk.begin(lines)
                answer.expectProblem(status, code)
                if let index { #expect(answer.json["errors"].items.first?["pointer"].text == "/lines/\(index)") }
                #expect(try await service.database.digest() == before)
            }
            let fits = desk.change("P-2", [("note", "RT 3")])
            try await expect(
                [fits, desk.change("P-1", [("funding", Client.funding([("apbd_kabupaten", 900, [(line, 900)])]))])],
                "shares_stay_within_the_ceiling", at: 1)
            try await expect(
                [fits, desk.change("P-1", [("title", "Pembangunan jamban")])], "amendment_changes_something", at: 1)
            try await expect([desk.change("P-9", [("title", "x")])], "invalid_request", status: 422)
            try await expect(
                [["kind": "change", "intervention_id": .string(UUID().uuidString.lowercased()), "title": "x"]],
                "amendment_line_is_of_its_plan", at: 0)
            try await expect(
                [desk.change("P-1", [("indicators", ["KKX-99"])])], "intervention_aims_at_indicators_of_the_framework",
                at: 0)
            try await expect(
                [desk.change("P-1", [("agency_code", "DINKES")])], "intervention_agency_is_settled_by_assignment", at: 0
            )
            try await expect(
                [desk.change("P-1", [("ends_on", "2023-01-01")])], "intervention_ends_after_it_starts", at: 0,
                status: 422)
            guard case .object(var twice) = Client.intervention("P-2") else { return }
            twice["kind"] = "add"
            try await expect([.object(twice)], "intervention_reference_is_unique_in_its_plan", at: 0)
            try await expect([fits, fits], "invalid_request", status: 422)
            try await desk.begin([fits], "?dry_run=true").expect(200)
            #expect(try await service.database.digest() == before)

            // Nothing to submit, nothing to approve, nothing of a plan that nobody approved.
            let empty = try await desk.begin([]).expect(201).id
            try await desk.step(desk.coordinator, "submit", empty).expectProblem(409, "amendment_changes_something")
            try await desk.coordinator.change("amendments/\(empty)", ["removed_lines": ["P-1"]])
                .expectProblem(409, "amendment_has_the_line")
            try await desk.coordinator.patch("amendments/\(empty)", ["reason": "x"], ["If-Match": "\"9\""])
                .expectProblem(412, "stale_version")
            try await desk.coordinator.change("amendments/\(empty)", ["lines": [fits]]).expect(200)
            try await desk.step(desk.coordinator, "submit", empty).expect(200)
            try await desk.coordinator.change("amendments/\(empty)", ["reason": "x"])
                .expectProblem(409, "amendment_is_open")
            // Who wrote something of it does not approve it, whatever role that was in.
            try await service.database.execute(
                """
                insert into selaras.plan_author select '63.02', '\(desk.plan)', id from selaras.principal
                where role = 'leadership'
                """)
            try await desk.step(desk.leadership, "approve", empty)
                .expectProblem(403, "amendment_is_decided_by_another")
            try await desk.step(desk.coordinator, "withdraw", empty).expect(200)
            try await desk.step(desk.coordinator, "submit", empty)
                .expectProblem(409, "amendment_follows_its_transitions")
            for state in ["agreed", "evaluated", "closed"] {
                try await service.put(desk.plan, into: state)
                try await desk.begin([fits]).expectProblem(409, "amendment_is_of_an_approved_plan")
            }
        }
    }

    /// Money that one intervention gives back may go to another in the same amendment.
    @Test func moneyMovesWithinABudgetLine() async throws {
        try await Service.run { service in
            let desk = try await desk(service, "draft")
            let line = try await desk.coordinator.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            for (reference, amount) in [("P-1", 400), ("P-2", 600)] {
                try await desk.coordinator.fund(
                    desk.interventions[reference] ?? "", [("apbd_kabupaten", amount, [(line, amount)])]
                ).expect(200)
            }
            try await service.put(desk.plan, into: "approved")
            func money(_ amount: Int) -> [(String, JSONValue)] {
                [("funding", Client.funding([("apbd_kabupaten", amount, [(line, amount)])]))]
            }
            let swap = try await desk.begin([desk.change("P-1", money(700)), desk.change("P-2", money(300))])
                .expect(201).id
            try await desk.step(desk.coordinator, "submit", swap).expect(200)
            try await desk.step(desk.leadership, "approve", swap).expect(200)
            let all = try await desk.begin([desk.cancel("P-2"), desk.change("P-3", money(300))]).expect(201).id
            try await desk.step(desk.coordinator, "submit", all).expect(200)
            try await desk.step(desk.leadership, "approve", all).expect(200)
            let shares = try await desk.coordinator.get("budget-lines/\(line)").expect(200)
            #expect(shares["shared_idr"].integer == 1000)
            #expect(shares["shares"].items.map { $0["reference"].text } == ["P-1", "P-3"])
        }
    }
}
