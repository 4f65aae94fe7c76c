import Planning
import Support
import Testing
import Wire

/// Random steps of a plan and of its interventions by random people, beside a model of what each may. After every act the
/// service has answered as the model says, holds the states that the model holds, says in `may` what the model would
/// answer, and adds up what the model adds up.
@Suite struct InterventionModelTests {
    private enum Who: CaseIterable, Sendable {
        case coordinator, sekda
        /// PUPR, whose interventions these are.
        case agency
        case otherAgency, viewer

        /// What the matrix gives them on interventions, whatever their state.
        var steps: Set<Intervention.Step> {
            switch self {
            case .coordinator: Set(Intervention.Step.allCases)
            case .sekda: [.cancel]
            case .agency, .otherAgency: [.accept, .decline, .budget, .start, .finish, .delay, .resume]
            case .viewer: []
            }
        }

        var planSteps: [String: Set<String>] {
            switch self {
            case .coordinator:
                [
                    "submit": ["draft", "returned"], "start": ["approved"], "evaluate": ["running"],
                    "return": ["submitted"],
                ]
            case .sekda:
                [
                    "agree": ["submitted"], "approve": ["agreed"], "start": ["approved"], "evaluate": ["running"],
                    "close": ["evaluated"], "return": ["submitted", "agreed"],
                ]
            default: [:]
            }
        }
    }

    private enum Act: Hashable, Sendable {
        case plan(String)
        case step(Intervention.Step, Int)
        case report(Int)
        case propose
    }

    private struct Model {
        struct One {
            var state = Intervention.State.proposed
            var isReported = false
            /// Cancelled before anybody had it.
            var wasNeverAssigned = false
        }

        private static let edges: [String: String] = [
            "submit": "submitted", "agree": "agreed", "approve": "approved", "start": "running",
            "evaluate": "evaluated", "close": "closed", "return": "returned",
        ]
        static let planSteps = edges.keys.sorted()

        var plan = "draft"
        var all: [One] = [One()]

        var isOpen: Bool { ["draft", "submitted", "agreed", "returned"].contains(plan) }
        var committed: Int { all.count { Intervention.State.committed.contains($0.state) } }

        /// What `may` says, which knows of no reports and no money.
        func may(_ who: Who, _ step: Intervention.Step, _ index: Int) -> Int {
            guard who.steps.contains(step), who != .otherAgency else { return 403 }
            if step == .cancel && who == .coordinator && !isOpen { return 403 }
            return plan != "closed" && step.from.contains(all[index].state) ? 200 : 409
        }

        func answer(to who: Who, _ act: Act) -> Int {
            switch act {
            case .plan(let step): return who.planSteps[step].map { $0.contains(plan) ? 200 : 409 } ?? 403
            case .propose: return who == .coordinator ? isOpen ? 201 : 409 : 403
            case .report(let index):
                guard [.coordinator, .agency].contains(who) else { return 403 }
                if plan == "closed" || all[index].state == .declined || all[index].isReported { return 409 }
                return all[index].state == .proposed || all[index].wasNeverAssigned ? 422 : 201
            case .step(let step, let index):
                let answer = may(who, step, index)
                guard answer == 200 else { return answer }
                let isReported = all[index].isReported
                if step == .decline && isReported || step == .finish && !isReported { return 409 }
                return step == .carryOver ? 201 : 200
            }
        }

        mutating func take(_ act: Act) {
            switch act {
            case .plan(let step): plan = Self.edges[step] ?? plan
            case .propose: all.append(One())
            case .report(let index): all[index].isReported = true
            case .step(let step, let index):
                if step == .cancel && all[index].state == .proposed { all[index].wasNeverAssigned = true }
                all[index].state = Self.goal(of: step)
                if step == .carryOver { all.append(One()) }
            }
        }

        private static func goal(of step: Intervention.Step) -> Intervention.State {
            switch step {
            case .assign: .assigned
            case .accept: .accepted
            case .decline: .declined
            case .propose: .proposed
            case .budget: .budgeted
            case .start, .resume: .running
            case .finish: .done
            case .delay: .delayed
            case .cancel: .cancelled
            case .carryOver: .carriedOver
            }
        }
    }

    private struct Desk {
        let plan: String
        var interventions: [String]
        let clients: [Who: Client]

        func client(_ who: Who) throws -> Client { try #require(clients[who]) }

        func ask(_ who: Who, _ act: Act, number: Int) async throws -> Answer {
            let (client, reader) = (try client(who), try client(.coordinator))
            switch act {
            case .plan(let step):
                let path = "action-plans/\(plan)"
                return try await client.post(
                    "\(path)/\(step)", step == "return" ? ["reason": "Belum lengkap"] : nil, try await reader.tag(path))
            case .propose:
                return try await client.post(
                    "action-plans/\(plan)/interventions", Client.intervention("N-\(number)"))
            case .report(let index):
                return try await client.report(interventions[index], Client.figures(2024, 2, 10, 5, 7))
            case .step(let step, let index):
                let path = "interventions/\(interventions[index])"
                return try await client.post(
                    "\(path)/\(step == .carryOver ? "carry-over" : step.rawValue)", body(step, number),
                    try await reader.tag(path))
            }
        }

        private func body(_ step: Intervention.Step, _ number: Int) -> JSONValue? {
            switch step {
            case .assign: ["assigned_on": "2024-01-15"]
            case .carryOver:
                [
                    "reason": "Pagu digeser", "reference": .string("C-\(number)"),
                    // Later than those before it, however often it was carried over.
                    "starts_on": .string("\(2025 + number / 3)-01-06"), "ends_on": "2099-12-31",
                    "funding": [["source": "apbd_kabupaten", "amount_idr": 1000]],
                ]
            default: step.needsReason ? ["reason": "Banjir"] : nil
            }
        }
    }

    private func desk(_ service: Service) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus("63.02.12.2005", 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        let first = try await coordinator.propose(plan, Client.intervention("P-1"))
        try await service.put(plan, into: "draft")
        let other = try await service.database.token(.agency, agency: "DINKES").text
        return Desk(
            plan: plan, interventions: [first],
            clients: [
                .coordinator: coordinator, .sekda: try await service.client(.leadership),
                .agency: try await service.client(.agency),
                .otherAgency: Client(url: service.url, token: other), .viewer: try await service.client(.viewer),
            ])
    }

    private func acts(_ model: Model) -> [(Who, Act)] {
        Who.allCases.flatMap { who in
            Model.planSteps.map { (who, Act.plan($0)) } + (model.all.count < 9 ? [(who, Act.propose)] : [])
                + model.all.indices.flatMap { index in
                    // Of another agency's the database tells the rule that it meets first.
                    (who == .otherAgency ? [] : [(who, Act.report(index))])
                        + Intervention.Step.allCases
                        .filter { $0 != .carryOver || model.all.count < 12 }.map { (who, Act.step($0, index)) }
                }
        }
    }

    @Test(arguments: [11, 12]) func whateverPeopleDo(_ seed: UInt64) async throws {
        try await Service.run { service in
            var desk = try await desk(service)
            var random = SplitMix(state: seed)
            var model = Model()
            var done: [String: Int] = [:]
            for number in 1...220 {
                let acts = acts(model)
                let open = acts.filter { model.answer(to: $0.0, $0.1) < 300 }
                // What closes everything comes seldom, or little would be done in between.
                let lively = open.filter { $0.1 != .plan("close") && $0.1 != .plan("evaluate") }
                let choice = Bool.random(using: &random) ? (number % 40 == 0 || lively.isEmpty ? open : lively) : acts
                let (who, act) = choice.randomElement(using: &random) ?? acts[0]
                let expected = model.answer(to: who, act)
                let answer = try await desk.ask(who, act, number: number)
                #expect(
                    answer.status == expected, "\(seed)/\(number): \(who) \(act) while \(model.plan): \(answer.text)")
                if expected < 300 {
                    if expected == 201, case .report = act {
                    } else if expected == 201 {
                        desk.interventions.append(answer.id)
                    }
                    model.take(act)
                }
                done["\(expected)", default: 0] += 1
                try await compare(desk, model, "\(seed)/\(number): \(who) \(act)", &random)
                if model.plan == "closed" {
                    try await service.put(desk.plan, into: "draft")
                    model.plan = "draft"
                }
            }
            #expect((done["200"] ?? 0) > 60 && (done["403"] ?? 0) > 30 && (done["409"] ?? 0) > 20, "\(done)")
            let strays = try await service.database.value(
                """
                select (select count(*) from selaras.event e
                    where e.subject = 'intervention' and e.action = 'update'
                        and e.before ->> 'state' <> e.after ->> 'state' and not exists (
                            select from selaras.transition t where t.subject = 'intervention'
                                and t.from_state = e.before ->> 'state' and t.to_state = e.after ->> 'state'))
                    + (select count(*) from selaras.intervention i where (i.state = 'carried_over') <> exists (
                        select from selaras.intervention n where n.continues_id = i.id))
                """)
            #expect(strays == "0")
        }
    }

    private func compare(
        _ desk: Desk, _ model: Model, _ place: String, _ random: inout SplitMix
    ) async throws {
        let reader = try desk.client(.coordinator)
        let plan = try await reader.get("action-plans/\(desk.plan)").expect(200)
        #expect(plan["state"].text == model.plan, "\(place)")
        #expect(plan["totals"]["interventions"].integer == model.committed, "\(place)")
        #expect(plan["totals"]["budget_idr"].integer == model.committed * 1000, "\(place)")
        #expect(plan["totals"]["reporting"].integer == model.all.count { $0.isReported }, "\(place)")
        let list = try await reader.get("interventions?plan_id=\(desk.plan)&page_size=100").expect(200).items
        let states = Dictionary(list.map { ($0["id"].text ?? "", $0["state"].text ?? "") }) { $1 }
        for (index, id) in desk.interventions.enumerated() {
            #expect(states[id] == model.all[index].state.rawValue, "\(place)")
        }
        // `may` of one of them, for one of those who ask.
        let who = Who.allCases.randomElement(using: &random) ?? .viewer
        let index = model.all.indices.randomElement(using: &random) ?? 0
        let may = try await desk.client(who).get("interventions/\(desk.interventions[index])").expect(200)["may"]
        for step in Intervention.Step.allCases {
            let expected = model.may(who, step, index)
            #expect((may[step.rawValue]["allowed"] == true) == (expected == 200), "\(place): \(who) \(step)")
            if expected == 409 { #expect(may[step.rawValue]["reason"].text == "state", "\(place): \(who) \(step)") }
        }
    }
}
