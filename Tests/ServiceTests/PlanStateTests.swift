import Planning
import Support
import Testing
import Wire

/// A plan from its draft to its closing, as those do it who may; what is refused, and that it is said why.
@Suite struct PlanStateTests {
    /// Everything that a meeting needs.
    private static let meeting: JSONValue = [
        "meeting_on": "2024-01-20", "meeting_place": "Aula Bapperida", "meeting_minutes": "Notulen\n1. Disepakati.",
        "meeting_participants": ["Sekda", "Dinas PUPR"],
    ]

    private struct Desk {
        let coordinator: Client
        let leadership: Client
        let plan: String
        let intervention: String

        var path: String { "action-plans/\(plan)" }

        func step(
            _ client: Client, _ action: String, _ body: JSONValue? = nil, _ query: String = "",
            key: Client.Headers = [:]
        ) async throws -> Answer {
            let tag = try await client.tag(path)
            return try await client.post("\(path)/\(action)\(query)", body, tag.merging(key) { $1 })
        }

        func change(_ body: JSONValue) async throws -> Answer {
            try await coordinator.patch(path, body, try await coordinator.tag(path))
        }
    }

    private func desk(_ service: Service) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus("63.02.12.2005", 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        let intervention = try await coordinator.propose(plan, Client.intervention("P-1"))
        return Desk(
            coordinator: coordinator, leadership: try await service.client(.leadership), plan: plan,
            intervention: intervention)
    }

    @Test func fromDraftToClosing() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let (coordinator, leadership) = (desk.coordinator, desk.leadership)
            let draft = try await coordinator.get(desk.path).expect(200)
            #expect(draft["state"].text == "draft" && draft["agreed_on"].isNull && draft["state_by"].isNull)
            #expect(draft["next"].items.map { $0["action"].text } == ["submit"])
            #expect(draft["next"].items.first?["roles"].items.compactMap(\.text) == ["coordinator", "lead"])

            let submitted = try await desk.step(coordinator, "submit").expect(200)
            #expect(submitted["state"].text == "submitted" && submitted["may"]["agree"]["reason"].text == "role")
            #expect(submitted["state_by"].text?.isEmpty == false)
            try await desk.step(leadership, "agree").expectProblem(409, "plan_is_agreed_in_a_meeting")
            let recorded = try await desk.change(Self.meeting).expect(200)
            #expect(recorded["meeting_participants"].items.count == 2 && recorded["state"].text == "submitted")
            #expect(recorded["meeting_minutes"].text == "Notulen\n1. Disepakati.")
            #expect(try await desk.step(leadership, "agree").expect(200)["agreed_on"].text == "2024-01-20")
            #expect(try await desk.step(leadership, "approve").expect(200)["state"].text == "approved")
            #expect(try await desk.step(coordinator, "start").expect(200)["state"].text == "running")
            #expect(try await desk.step(coordinator, "evaluate").expect(200)["state"].text == "evaluated")
            try await desk.step(coordinator, "close").expectProblem(403, "forbidden")
            let closed = try await desk.step(leadership, "close").expect(200)
            #expect(closed["state"].text == "closed" && closed["next"].items.isEmpty)
            for action in ["submit", "agree", "approve", "start", "evaluate", "close", "return"] {
                #expect(closed["may"][action]["allowed"] == false, "\(action)")
            }
            // Every step is an event, and the past tells the state of then.
            let steps = try await service.database.value(
                """
                select string_agg(e.after ->> 'state', ',' order by e.number) from selaras.event e
                where e.subject = 'action_plan' and e.action = 'update' and e.before ->> 'state' <> e.after ->> 'state'
                """)
            #expect(steps == "submitted,agreed,approved,running,evaluated,closed")
            #expect(try await coordinator.get("action-plans?state=closed").expect(200).items.count == 1)
            #expect(try await coordinator.get("action-plans?state=in.(draft,running)").expect(200).items.isEmpty)
        }
    }

    @Test func whatWasApprovedIsNotChangedInPlace() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let (coordinator, leadership) = (desk.coordinator, desk.leadership)
            try await service.put(desk.plan, into: "agreed")
            try await desk.step(leadership, "approve").expect(200)
            let before = try await service.database.digest()
            try await desk.change(["title": "Lain"]).expectProblem(409, "plan_content_is_open")
            try await desk.change(["targets": [["indicator_code": "KKE-02", "value": 80]]])
                .expectProblem(409, "plan_content_is_open")
            try await desk.change(["meeting_minutes": "Lain"]).expectProblem(409, "plan_content_is_open")
            try await coordinator.post("\(desk.path)/interventions", Client.intervention("P-2"))
                .expectProblem(409, "plan_content_is_open")
            let path = "interventions/\(desk.intervention)"
            let tag = try await coordinator.tag(path)
            try await coordinator.patch(path, ["note": "x"], tag).expectProblem(409, "plan_content_is_open")
            try await coordinator.patch(path, ["funding": [["source": "csr", "amount_idr": 5]]], tag)
                .expectProblem(409, "plan_content_is_open")
            #expect(try await service.database.digest() == before)
            // `may` says so beforehand, of the plan and of its interventions.
            let plan = try await coordinator.get(desk.path)
            for deed in ["update", "create_intervention", "import_interventions"] {
                #expect(plan["may"][deed]["reason"].text == "state", "\(deed)")
            }
            #expect(plan["may"]["assign"]["allowed"] == true)
            #expect(try await coordinator.get(path)["may"]["update"]["reason"].text == "state")
            // Assigning is not content.
            try await coordinator.assign(desk.intervention)

            // There is no way back into its text, for leadership neither.
            try await desk.step(leadership, "return", ["reason": "Pagu belum sesuai"])
                .expectProblem(409, "plan_follows_its_transitions")
            try await service.put(desk.plan, into: "agreed")
            try await desk.step(leadership, "return").expectProblem(422, "invalid_request")
            try await desk.step(leadership, "return", ["reason": " "]).expectProblem(422, "invalid_request")
            try await desk.step(coordinator, "return", ["reason": "x"])
                .expectProblem(409, "change_is_permitted_in_this_state")
            let back = try await desk.step(leadership, "return", ["reason": "Pagu belum sesuai"]).expect(200)
            #expect(back["state"].text == "returned" && back["state_reason"].text == "Pagu belum sesuai")
            try await desk.change(["title": "Lain"]).expect(200)
            let again = try await desk.step(coordinator, "submit").expect(200)
            #expect(again["state_reason"].isNull && again["agreed_on"].text == "2024-01-15")
            // What was submitted may be taken back by who submitted it.
            try await desk.step(coordinator, "return", ["reason": "Masih ada usulan"]).expect(200)
        }
    }

    /// One person with two roles is one person: what they wrote as a coordinator they do not decide as leadership.
    @Test func nobodyDecidesOnTheirOwnWork() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            try await desk.change(Self.meeting).expect(200)
            try await desk.step(desk.coordinator, "submit").expect(200)
            try await service.database.execute(
                """
                insert into selaras.account (id, name, email)
                values ('00000000-0000-7000-8000-000000000001', 'Rahmat', 'rahmat@kotabaru.example');
                update selaras.principal set account_id = '00000000-0000-7000-8000-000000000001'
                where role in ('coordinator', 'leadership') and kabupaten_code = '63.02'
                """)
            // Once they are one, whoever submits is both.
            try await desk.step(desk.coordinator, "return", ["reason": "x"]).expect(200)
            try await desk.step(desk.coordinator, "submit").expect(200)
            let seen = try await desk.leadership.get(desk.path).expect(200)
            #expect(seen["may"]["agree"]["reason"].text == "author" && seen["may"]["return"]["allowed"] == true)
            let before = try await service.database.digest()
            try await desk.step(desk.leadership, "agree").expectProblem(403, "plan_is_decided_by_another")
            #expect(try await service.database.digest() == before)
            // Somebody else in that role does.
            try await service.database.execute(
                "update selaras.principal set account_id = null where role = 'leadership'")
            try await desk.step(desk.leadership, "agree").expect(200)
        }
    }

    /// The caller is who takes a step; a body that names another is refused.
    @Test func nobodyIsNamedAsApprover() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            for body in [["approved_by": "Sekda"], ["state": "approved"], ["reason": "x"]] as [JSONValue] {
                try await desk.step(desk.coordinator, "submit", body).expectProblem(422, "invalid_request")
            }
            for body in [["state": "agreed"], ["agreed_on": "2024-01-01"], ["state_by": "x"]] as [JSONValue] {
                try await desk.change(body).expectProblem(422, "invalid_request")
            }
        }
    }

    @Test func aStepIsTriedAndRepeated() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let before = try await service.database.digest()
            let tried = try await desk.step(desk.coordinator, "submit", nil, "?dry_run=true").expect(200)
            #expect(tried["state"].text == "submitted" && tried.headers["dry-run"] != nil)
            #expect(try await service.database.digest() == before)

            try await desk.coordinator.post("\(desk.path)/submit", nil, [:]).expectProblem(428, "precondition_required")
            let (tag, key) = (try await desk.coordinator.tag(desk.path), Client.key())
            let headers = tag.merging(key) { $1 }
            let first = try await desk.coordinator.post("\(desk.path)/submit", nil, headers).expect(200)
            let second = try await desk.coordinator.post("\(desk.path)/submit", nil, headers).expect(200)
            #expect(second.etag == first.etag && second.headers["idempotent-replayed"] == "true")
            try await desk.coordinator.post("\(desk.path)/submit", nil, tag).expectProblem(412, "stale_version")
            try await desk.step(desk.coordinator, "submit").expectProblem(409, "plan_follows_its_transitions")
        }
    }

    /// Two at a time: one takes the step, the others hear that somebody was faster, and the state is that of the one.
    @Test func onlyOneOfManyTakesAStep() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            for _ in 1...5 {
                try await service.put(desk.plan, into: "agreed")
                let tag = try await desk.leadership.tag(desk.path)
                let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                    for number in 0..<6 {
                        group.addTask {
                            number % 2 == 0
                                ? try await desk.leadership.post("\(desk.path)/approve", nil, tag)
                                : try await desk.leadership.post("\(desk.path)/return", ["reason": "x"], tag)
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let won = answers.filter { $0.status == 200 }
                #expect(won.count == 1 && answers.allSatisfy { [200, 412].contains($0.status) })
                #expect(try await desk.leadership.get(desk.path)["state"] == won.first?["state"])
            }
        }
    }
}
