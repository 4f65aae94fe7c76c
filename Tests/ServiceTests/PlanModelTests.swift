import Planning
import Support
import Testing
import Wire

/// Random work on a plan by random people, beside a model of what each may. After every act the service has answered as
/// the model says and holds the state that the model holds; what was refused has changed nothing.
@Suite struct PlanModelTests {
    private enum Who: CaseIterable, Sendable {
        case coordinator
        /// Of leadership, and the same person as the coordinator.
        case deputy
        case sekda, lead, agency, viewer

        var person: Who { self == .deputy ? .coordinator : self }

        var writes: Bool { [.coordinator, .lead].contains(self) }

        /// In which states they take a step, by the matrix.
        var steps: [String: Set<String>] {
            switch self {
            case .coordinator, .lead:
                [
                    "submit": ["draft", "returned"], "start": ["approved"], "evaluate": ["running"],
                    "return": ["submitted"],
                ]
            case .deputy, .sekda:
                [
                    "agree": ["submitted"], "approve": ["agreed"], "start": ["approved"], "evaluate": ["running"],
                    "close": ["evaluated"], "return": ["submitted", "agreed", "approved", "running"],
                ]
            case .agency, .viewer: [:]
            }
        }
    }

    private enum Act: Hashable, Sendable {
        case step(String)
        case rename, record, forget, propose

        static let all =
            ["submit", "agree", "approve", "start", "evaluate", "close", "return"].map(Act.step)
            + [.rename, .record, .forget, .propose]
    }

    private struct Model {
        private static let edges: [String: (from: Set<String>, to: String)] = [
            "submit": (["draft", "returned"], "submitted"), "agree": (["submitted"], "agreed"),
            "approve": (["agreed"], "approved"), "start": (["approved"], "running"),
            "evaluate": (["running"], "evaluated"), "close": (["evaluated"], "closed"),
            "return": (["submitted", "agreed", "approved", "running"], "returned"),
        ]

        var state = "draft"
        var isAgreed = false
        var interventions = 0
        var hasMeeting = false
        var authors: Set<Who> = []

        private var isOpen: Bool { ["draft", "submitted", "agreed", "returned"].contains(state) }

        func answer(to who: Who, _ act: Act) -> Int {
            guard case .step(let step) = act else {
                guard who.writes else { return 403 }
                // To forget what is not on record is no change, and refused by nothing.
                if act == .forget && !hasMeeting { return 200 }
                return isOpen ? act == .propose ? 201 : 200 : 409
            }
            guard let states = who.steps[step] else { return 403 }
            guard Self.edges[step]?.from.contains(state) == true, states.contains(state) else { return 409 }
            if ["agree", "approve", "close"].contains(step) && authors.contains(who.person) { return 403 }
            if step == "submit" && interventions == 0 || step == "agree" && !hasMeeting { return 409 }
            return 200
        }

        mutating func take(_ who: Who, _ act: Act) {
            switch act {
            case .step(let step):
                state = Self.edges[step]?.to ?? state
                isAgreed = isAgreed || state == "agreed"
                if step == "submit" { authors.insert(who.person) }
            case .forget where !hasMeeting: break
            case .rename, .record, .forget, .propose:
                authors.insert(who.person)
                if act == .propose { interventions += 1 }
                if act == .record { hasMeeting = true }
                if act == .forget { hasMeeting = false }
            }
        }
    }

    private struct Desk {
        let plan: String
        let clients: [Who: Client]

        func ask(_ who: Who, _ act: Act, number: Int) async throws -> Answer {
            guard let client = clients[who], let reader = clients[.coordinator] else { throw Missing() }
            let path = "action-plans/\(plan)"
            let tag = try await reader.tag(path)
            switch act {
            case .step(let step):
                return try await client.post(
                    "\(path)/\(step)", step == "return" ? ["reason": "Belum lengkap"] : nil, tag)
            case .rename: return try await client.patch(path, ["title": .string("Rencana \(number)")], tag)
            case .record:
                return try await client.patch(
                    path,
                    [
                        "meeting_on": "2024-01-20", "meeting_place": "Aula",
                        "meeting_minutes": .string("Notulen \(number)"), "meeting_participants": ["Sekda"],
                    ], tag)
            case .forget: return try await client.patch(path, ["meeting_place": nil], tag)
            case .propose:
                return try await client.post("\(path)/interventions", Client.intervention("P-\(number)"))
            }
        }
    }

    private struct Missing: Error {}

    private func desk(_ service: Service) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus("63.02.12.2005", 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let deputy = try await service.client(.leadership)
        try await service.database.execute(
            """
            update selaras.principal set name = 'Wakil' where role = 'leadership';
            insert into selaras.account (id, name, email)
            values ('00000000-0000-7000-8000-000000000001', 'Rahmat', 'rahmat@kotabaru.example');
            update selaras.principal set account_id = '00000000-0000-7000-8000-000000000001'
            where role in ('coordinator', 'leadership') and kabupaten_code = '63.02'
            """)
        return Desk(
            plan: try await coordinator.plan(lokus),
            clients: [
                .coordinator: coordinator, .deputy: deputy, .sekda: try await service.client(.leadership),
                .lead: try await service.client(.lead), .agency: try await service.client(.agency),
                .viewer: try await service.client(.viewer),
            ])
    }

    @Test(arguments: [1, 2, 3]) func whateverPeopleDo(_ seed: UInt64) async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            var random = SplitMix(state: seed)
            var model = Model()
            // Whoever made it wrote it.
            model.authors = [.coordinator]
            let acts = Who.allCases.flatMap { who in Act.all.map { (who, $0) } }
            var (done, refused, closings) = (0, 0, 0)
            for number in 1...160 {
                // Half of them among what would be done, or a plan would hardly come to its end.
                let open = acts.filter { model.answer(to: $0.0, $0.1) < 300 }
                let (who, act) = (Bool.random(using: &random) ? open : acts).randomElement(using: &random) ?? acts[0]
                let expected = model.answer(to: who, act)
                let answer = try await desk.ask(who, act, number: number)
                #expect(
                    answer.status == expected, "\(seed)/\(number): \(who) \(act) while \(model.state): \(answer.text)")
                if expected < 300 {
                    model.take(who, act)
                    done += 1
                } else {
                    refused += 1
                }
                let reader = try #require(desk.clients[.coordinator])
                let now = try await reader.get("action-plans/\(desk.plan)").expect(200)
                #expect(now["state"].text == model.state, "\(seed)/\(number): \(who) \(act)")
                #expect(now["agreed_on"].isNull == !model.isAgreed, "\(seed)/\(number): \(who) \(act)")
                #expect(now["totals"]["interventions"].integer == model.interventions)
                #expect(now["meeting_place"].isNull == !model.hasMeeting)
                guard model.state == "closed" else { continue }
                closings += 1
                // Nothing leads on from there, so that work begins anew.
                for (who, act) in acts where !(act == .forget && !model.hasMeeting) {
                    #expect(model.answer(to: who, act) >= 400)
                }
                try await service.put(desk.plan, into: "draft")
                let interventions = model.interventions
                model = Model()
                (model.interventions, model.hasMeeting) = (interventions, true)
            }
            #expect(done > 60 && refused > 20, "\(done) done, \(refused) refused, \(closings) closed")
            // Every step that is on record was taken along an edge of the table.
            let strays = try await service.database.value(
                """
                select count(*)::text from selaras.event e
                where e.subject = 'action_plan' and e.action = 'update' and e.principal_id is not null
                    and e.before ->> 'state' <> e.after ->> 'state' and not exists (
                        select from selaras.transition t where t.subject = 'action_plan'
                            and t.from_state = e.before ->> 'state' and t.to_state = e.after ->> 'state')
                """)
            #expect(strays == "0")
        }
    }
}
