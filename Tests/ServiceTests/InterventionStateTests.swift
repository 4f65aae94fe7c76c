import Foundation
import Planning
import Support
import Testing
import Wire

/// What becomes of an intervention, as those say who may; what is refused, and that it is said why.
@Suite struct InterventionStateTests {
    private struct Desk {
        let coordinator: Client
        let leadership: Client
        /// PUPR, whose intervention it is.
        let agency: Client
        let lokus: String
        let plan: String
        let id: String

        var path: String { "interventions/\(id)" }

        func step(
            _ client: Client, _ action: String, _ reason: String? = nil, _ query: String = ""
        ) async throws -> Answer {
            let body: JSONValue? = reason.map { ["reason": .string($0)] }
            return try await client.post("\(path)/\(action)\(query)", body, try await client.tag(path))
        }

        func totals() async throws -> JSONValue {
            try await coordinator.get("action-plans/\(plan)").expect(200)["totals"]
        }
    }

    private func desk(_ service: Service, isAccepted: Bool = true) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus("63.02.12.2005", 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        let id = try await coordinator.propose(plan, Client.intervention("P-1"))
        let desk = Desk(
            coordinator: coordinator, leadership: try await service.client(.leadership),
            agency: try await service.client(.agency), lokus: lokus, plan: plan, id: id)
        guard isAccepted else { return desk }
        try await coordinator.assign(id)
        try await desk.agency.accept(id)
        return desk
    }

    @Test func fromProposalToItsEnd() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let (agency, coordinator) = (desk.agency, desk.coordinator)
            let accepted = try await agency.get(desk.path).expect(200)
            let may = accepted["may"]
            for deed in ["budget", "start", "delay"] { #expect(may[deed]["allowed"] == true, "\(deed)") }
            #expect(may["cancel"]["reason"].text == "role" && may["finish"]["reason"].text == "state")
            #expect(may["carry_over"]["reason"].text == "role" && may["decline"]["reason"].text == "state")

            #expect(try await desk.step(agency, "budget").expect(200)["state"].text == "budgeted")
            #expect(try await desk.step(agency, "start").expect(200)["state"].text == "running")
            try await desk.step(agency, "finish").expectProblem(409, "intervention_is_finished_with_a_report")
            try await agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            let delayed = try await desk.step(agency, "delay", "Menunggu pergeseran anggaran").expect(200)
            #expect(delayed["state"].text == "delayed" && delayed["state_by"].text?.isEmpty == false)
            #expect(delayed["state_reason"].text == "Menunggu pergeseran anggaran")
            let resumed = try await desk.step(agency, "resume").expect(200)
            #expect(resumed["state"].text == "running" && resumed["state_reason"].isNull)
            let done = try await desk.step(agency, "finish").expect(200)
            #expect(done["state"].text == "done" && done["ended_on"].text != nil)
            for step in Intervention.Step.allCases {
                #expect(done["may"][step.rawValue]["allowed"] == false, "\(step)")
            }
            // A late report of an earlier quarter is taken; what is done still counts.
            try await agency.report(desk.id, Client.figures(2024, 3, 100, 45, 1000)).expect(201)
            try await desk.coordinator.verifyAll()
            let totals = try await desk.totals()
            #expect(totals["interventions"].integer == 1 && totals["accepted"].integer == 1)
            #expect(totals["budget_idr"].integer == 1000 && totals["spent_idr"].integer == 1000)
            let states = try await service.database.value(
                """
                select string_agg(e.after ->> 'state', ',' order by e.number) from selaras.event e
                where e.subject = 'intervention' and e.action = 'update' and e.before ->> 'state' <> e.after ->> 'state'
                """)
            #expect(states == "assigned,accepted,budgeted,running,delayed,running,done")
            #expect(try await coordinator.get("interventions?state=in.(done,cancelled)").expect(200).items.count == 1)
        }
    }

    @Test func whatIsDeclinedIsProposedAgain() async throws {
        try await Service.run { service in
            let desk = try await desk(service, isAccepted: false)
            try await desk.coordinator.assign(desk.id)
            try await desk.step(desk.agency, "decline").expectProblem(422, "invalid_request")
            try await desk.step(desk.agency, "decline", " ").expectProblem(422, "invalid_request")
            let declined = try await desk.step(desk.agency, "decline", "Tidak ada pagu").expect(200)
            #expect(declined["state"].text == "declined" && declined["state_reason"].text == "Tidak ada pagu")
            #expect(
                declined["may"]["propose"]["reason"].text == "role" && declined["may"]["report"]["allowed"] == false)
            try await desk.agency.report(desk.id, Client.figures(2024, 1, 1, 1, 1))
                .expectProblem(409, "report_is_of_what_was_not_declined")
            // It is nobody's now: neither its money nor what it aims at counts.
            let plan = try await desk.coordinator.get("action-plans/\(desk.plan)").expect(200)
            #expect(plan["totals"]["interventions"].integer == 0 && plan["totals"]["budget_idr"].integer == 0)
            #expect(plan["totals"]["by_source"].items.isEmpty && plan["totals"]["by_agency"].items.isEmpty)

            let tag = try await desk.coordinator.tag(desk.path)
            try await desk.coordinator.patch(desk.path, ["agency_code": "DINKES"], tag).expect(200)
            let again = try await desk.step(desk.coordinator, "propose").expect(200)
            #expect(again["state"].text == "proposed" && again["assigned_on"].isNull && again["state_reason"].isNull)
            #expect(again["agency_code"].text == "DINKES")
            // It was PUPR's to decline, and is not any more.
            try await desk.coordinator.assign(desk.id)
            let stale = try await desk.coordinator.tag(desk.path)
            try await desk.agency.post("\(desk.path)/decline", ["reason": "x"], stale).expectProblem(403, "forbidden")
            // What was reported is not declined.
            try await desk.coordinator.report(desk.id, Client.figures(2024, 1, 1, 1, 1)).expect(201)
            try await desk.step(desk.coordinator, "decline", "x")
                .expectProblem(409, "intervention_is_declined_before_it_is_reported")
        }
    }

    /// Whoever keeps the plan cancels until it is approved, and then leadership.
    @Test func leadershipCancelsWhatIsApproved() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            #expect(
                try await desk.step(desk.coordinator, "cancel", "Banjir", "?dry_run=true").expect(200)["state"].text
                    == "cancelled")
            try await desk.agency.report(desk.id, Client.figures(2024, 1, 10, 4, 300)).expect(201)
            try await desk.coordinator.verifyAll()
            try await service.put(desk.plan, into: "running")
            let seen = try await desk.coordinator.get(desk.path).expect(200)
            #expect(seen["may"]["cancel"]["reason"].text == "condition" && seen["may"]["delay"]["allowed"] == true)
            let before = try await service.database.digest()
            try await desk.step(desk.coordinator, "cancel", "Banjir").expectProblem(403, "forbidden")
            #expect(try await service.database.digest() == before)
            try await desk.step(desk.leadership, "cancel").expectProblem(422, "invalid_request")
            let cancelled = try await desk.step(desk.leadership, "cancel", "Banjir").expect(200)
            #expect(cancelled["state"].text == "cancelled" && cancelled["ended_on"].text != nil)
            try await desk.step(desk.leadership, "cancel", "Lagi")
                .expectProblem(409, "intervention_follows_its_transitions")
            // What was spent was spent; the rest counts no more, and the agency that spent it is still told.
            let totals = try await desk.totals()
            #expect(totals["interventions"].integer == 0 && totals["budget_idr"].integer == 0)
            #expect(totals["spent_idr"].integer == 300 && totals["reporting"].integer == 1)
            #expect(totals["by_agency"].items.map { $0["spent_idr"].integer } == [300])
            // Nothing is asked for but what was over by then.
            let asked = try await desk.coordinator.get("report-obligations?state=in.(due,overdue)").expect(200).items
            #expect(asked.map { $0["quarter"].integer } == [2, 3, 4])
        }
    }

    @Test func whatIsUnfinishedIsCarriedOver() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let coordinator = desk.coordinator
            try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            try await desk.coordinator.verifyAll()
            try await service.put(desk.plan, into: "running")
            let path = "\(desk.path)/carry-over"
            let body: JSONValue = [
                "reason": "Pagu digeser ke TA 2025", "starts_on": "2025-01-06", "ends_on": "2025-04-30",
                "funding": [["source": "apbd_kabupaten", "amount_idr": 700]],
            ]
            let (tag, key) = (try await coordinator.tag(desk.path), Client.key())
            try await desk.agency.post(path, body, tag).expectProblem(403, "forbidden")
            for (wrong, code) in [
                (["starts_on": "2024-06-01"], "intervention_continues_in_a_later_year"),
                (["target_quantity": 46], "intervention_continues_with_what_is_left"),
                (["reason": nil], "invalid_request"),
            ] as [(JSONValue, String)] {
                try await coordinator.post(path, Self.merging(body, wrong), tag).expectProblem(422, code)
            }
            try await coordinator.post(path, body).expectProblem(428, "precondition_required")
            let before = try await service.database.digest()
            let tried = try await coordinator.post("\(path)?dry_run=true", body, tag).expect(200)
            #expect(tried["reference"].text == "P-1-2025" && tried.headers["dry-run"] != nil)
            #expect(try await service.database.digest() == before)

            let made = try await coordinator.post(path, body, tag.merging(key) { $1 }).expect(201)
            #expect(made["continues_id"].text == desk.id && made["state"].text == "proposed")
            #expect(made["reference"].text == "P-1-2025" && made["target_quantity"].integer == 27)
            #expect(made["title"].text == "Pembangunan jamban" && made["indicators"].items.map(\.text) == ["KKE-02"])
            let replay = try await coordinator.post(path, body, tag.merging(key) { $1 }).expect(201)
            #expect(replay.id == made.id && replay.headers["idempotent-replayed"] == "true")
            try await coordinator.post(path, body, tag).expectProblem(412, "stale_version")
            let old = try await coordinator.get(desk.path).expect(200)
            #expect(old["state"].text == "carried_over" && old["continued_by_id"].text == made.id)
            #expect(old["state_reason"].text == "Pagu digeser ke TA 2025" && old["progress"]["quantity"].integer == 18)
            try await coordinator.post(path, body, try await coordinator.tag(desk.path))
                .expectProblem(409, "intervention_follows_its_transitions")
            // Its reports stay; the money of both years is not added up.
            #expect(try await coordinator.get("\(desk.path)/reports").expect(200).items.count == 1)
            let totals = try await desk.totals()
            #expect(totals["interventions"].integer == 1 && totals["budget_idr"].integer == 700)
            #expect(totals["spent_idr"].integer == 400)
            // Its words stand as the plan was approved; its money may follow until it is budgeted.
            let next = "interventions/\(made.id)"
            try await coordinator.patch(next, ["title": "Lain"], try await coordinator.tag(next))
                .expectProblem(409, "plan_content_is_open")
            try await coordinator.patch(
                next, ["funding": [["source": "csr", "amount_idr": 5]]], try await coordinator.tag(next)
            ).expect(200)
        }
    }

    /// Into the plan of another lokus while that one is open, and never into that of a neighbour.
    @Test func itIsCarriedOverIntoAnotherPlan() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let tag = try await world.coordinator.tag("interventions/\(world.accepted)")
            let path = "interventions/\(world.accepted)/carry-over"
            func body(_ plan: String) -> JSONValue {
                [
                    "reason": "Lokus baru", "plan_id": .string(plan), "starts_on": "2024-06-01",
                    "ends_on": "2024-12-31",
                ]
            }
            try await world.coordinator.post(path, body(UUID().uuidString.lowercased()), tag).expect(404)
            try await service.put(world.otherPlan, into: "approved")
            try await world.coordinator.post(path, body(world.otherPlan), tag).expectProblem(
                409, "plan_content_is_open")
            try await service.put(world.otherPlan, into: "agreed")
            let made = try await world.coordinator.post(path, body(world.otherPlan), tag).expect(201)
            #expect(made["plan_id"].text == world.otherPlan && made["lokus_id"].text == world.otherLokus)
            #expect(made["reference"].text == "P-3" && made["continues_id"].text == world.accepted)
        }
    }

    private static func merging(_ body: JSONValue, _ change: JSONValue) -> JSONValue {
        var object = JSONObject(body.members.map { ($0.name, $0.value) })
        for member in change.members { object[member.name] = member.value.isNull ? nil : member.value }
        return .object(object)
    }
}
