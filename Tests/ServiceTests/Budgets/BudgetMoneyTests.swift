import LibPQ
import Support
import Testing
import Wire

/// Money is counted once, whichever way it is looked at, and no line gives more than it has, whoever asks at the same time.
@Suite struct BudgetMoneyTests {
    /// One writer has not said yet whether it keeps its share: the other waits, and then finds it.
    @Test func twoTransactionsDoNotShareTheSameMoney() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            let (first, second) = (
                try await client.propose(scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 900)])),
                try await client.propose(scene.other, Client.intervention("S-1", funding: [("apbd_kabupaten", 900)]))
            )
            for isKept in [false, true] {
                var options = ConnectionOptions(conninfo: service.database.adminConninfo)
                options.settings = ["search_path": "selaras, pg_temp"]
                let other = try await Connection.open(options)
                let answer = try await answer(service, scene, other, line, first, second, isKept: isKept)
                await other.close()
                if isKept {
                    answer.expectProblem(409, "shares_stay_within_the_ceiling")
                } else {
                    answer.expect(200)
                    try await client.fund(second, [("apbd_kabupaten", 900, [])]).expect(200)
                }
            }
            #expect(try await client.get("budget-lines/\(line)").expect(200)["shared_idr"].integer == 600)
        }
    }

    private struct GivenUp: Error {}

    /// Asks for 600 of 1000 while somebody else has taken 600 and not said yet whether he keeps them.
    private func answer(
        _ service: Service, _ scene: BudgetScene, _ other: Connection, _ line: String, _ first: String,
        _ second: String, isKept: Bool
    ) async throws -> Answer {
        var asked: Task<Answer, any Error>?
        do {
            try await other.transaction { transaction in
                try await transaction.simple(
                    """
                    insert into budget_share
                    values ('63.02', '\(first)', '\(line)', 'apbd_kabupaten', 600)
                    """)
                asked = Task { try await scene.client.fund(second, [("apbd_kabupaten", 900, [(line, 600)])]) }
                try await service.database.untilSomebodyWaits()
                if !isKept { throw GivenUp() }
            }
        } catch is GivenUp {}
        return try await #require(asked).value
    }

    @Test func manyAtOnceGetNoMoreThanThereIs() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            var interventions: [String] = []
            for number in 1...8 {
                let draft = Client.intervention("P-\(number)", funding: [("apbd_kabupaten", 300)])
                interventions.append(try await client.propose(number % 2 == 0 ? scene.plan : scene.other, draft))
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for id in interventions {
                    group.addTask { try await client.fund(id, [("apbd_kabupaten", 300, [(line, 300)])]).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200, 200, 200, 409, 409, 409, 409, 409])
            #expect(try await client.get("budget-lines/\(line)").expect(200)["shared_idr"].integer == 900)
        }
    }

    /// Random money on random indicators out of random lines: every total is its parts, however it is cut.
    @Test(arguments: [29, 463, 2025] as [UInt64]) func everyTotalIsItsParts(_ seed: UInt64) async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            var random = SplitMix(state: seed)
            let sources = ["apbd_kabupaten", "apbn", "csr"]
            var lines: [(id: String, source: String, ceiling: Int)] = []
            for number in 0..<6 {
                let ceiling = Int.random(in: 1000...900_000_000_000, using: &random)
                let source = sources[number % sources.count]
                let draft = Client.budgetLine("Pos \(number)", source: source, ceiling: ceiling)
                lines.append((try await client.budgetLine(draft), source, ceiling))
            }
            var (interventions, refused): ([String], Int) = ([], 0)
            for step in 0..<40 {
                if interventions.count < 3 || UInt8.random(in: 0..<4, using: &random) == 0 {
                    let codes = ["KLS-01", "KLS-02", "KKE-02", "KKF-03"].shuffled(using: &random)
                        .prefix(Int.random(in: 1...3, using: &random))
                    let plan = Bool.random(using: &random) ? scene.plan : scene.other
                    interventions.append(
                        try await client.propose(
                            plan,
                            Client.intervention(
                                "A-\(step)", funding: [("swadaya", Int.random(in: 0...9_999, using: &random))],
                                indicators: .array(codes.map { .string($0) }))))
                    continue
                }
                let id = interventions.randomElement(using: &random) ?? ""
                if UInt8.random(in: 0..<8, using: &random) == 0 {
                    let path = "interventions/\(id)"
                    try await client.post("\(path)/cancel", ["reason": "Banjir"], try await client.tag(path)).expect(
                        200)
                    interventions.removeAll { $0 == id }
                    continue
                }
                let funding = sources.shuffled(using: &random).prefix(2).map { source in
                    let amount = Int.random(in: 0...1_000_000_000_000, using: &random)
                    let shares = lines.filter { $0.source == source && Bool.random(using: &random) }
                        .map { ($0.id, Int.random(in: 1...max(1, min(amount, $0.ceiling)), using: &random)) }
                    return (source: source, amount: amount, shares: shares)
                }
                let answer = try await client.fund(id, funding)
                #expect([200, 409].contains(answer.status), "\(answer.text)")
                if answer.status == 409 { refused += 1 }
            }
            #expect(refused > 0 && refused < 30, "both what fits and what does not was tried: \(refused)")
            try await check(client, [scene.plan, scene.other], lines.map(\.id))
        }
    }

    private func check(_ client: Client, _ plans: [String], _ lines: [String]) async throws {
        var ofLines: [String: Int] = [:]
        for plan in plans {
            let totals = try await client.get("action-plans/\(plan)").expect(200)["totals"]
            let budget = try #require(totals["budget_idr"].integer)
            let interventions = try await client.get("interventions?plan_id=\(plan)&page_size=100").expect(200).items
                .filter { $0["state"].text != "cancelled" }
            #expect(sum(interventions, "budget_idr") == budget)
            #expect(sum(totals["by_source"].items, "budget_idr") == budget)
            #expect(sum(totals["by_agency"].items, "budget_idr") == budget)
            #expect(sum(totals["by_line"].items, "budget_idr") + (totals["without_line_idr"].integer ?? 0) == budget)
            let byIndicator = totals["by_indicator"].items
            let several = totals["several_indicators_idr"].integer ?? 0
            #expect(sum(byIndicator, "alone_idr") + several + (totals["no_indicator_idr"].integer ?? 0) == budget)
            for row in byIndicator {
                let aiming = interventions.filter { $0["indicators"].texts.contains(row["code"].text ?? "") }
                #expect(row["interventions"].integer == aiming.count)
                #expect((row["alone_idr"].integer ?? 0) + (row["shared_idr"].integer ?? 0) == sum(aiming, "budget_idr"))
            }
            for row in totals["by_line"].items {
                ofLines[row["budget_line_id"].text ?? "", default: 0] += row["budget_idr"].integer ?? 0
            }
        }
        for id in lines {
            let line = try await client.get("budget-lines/\(id)").expect(200)
            let shared = try #require(line["shared_idr"].integer)
            #expect(shared == sum(line["shares"].items, "amount_idr") && shared == ofLines[id] ?? 0)
            #expect(shared <= line["ceiling_idr"].integer ?? 0 && line["unseen_idr"].integer == 0)
        }
    }

    private func sum(_ rows: [JSONValue], _ member: String) -> Int {
        rows.reduce(0) { $0 + ($1[member].integer ?? 0) }
    }
}
