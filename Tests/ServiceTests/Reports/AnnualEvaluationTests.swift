import Planning
import Support
import Testing
import Wire

/// A year of an intervention as Formulir E.81 has it: what the quarters add, what was left to be done, and what was reached.
@Suite struct AnnualEvaluationTests {
    private func accepted(_ client: Client, _ plan: String, _ document: JSONValue) async throws -> String {
        let id = try await client.propose(plan, document)
        try await client.assign(id)
        try await client.accept(id)
        return id
    }

    private func amounts(_ value: JSONValue) -> [Int?] { [value["quantity"].integer, value["spent_idr"].integer] }

    private func years(_ client: Client, _ query: String) async throws -> [JSONValue] {
        try await client.get("annual-evaluations?\(query)").expect(200).items
    }

    @Test func quartersAddUpToTheYear() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let id = try await accepted(client, scene.plan, Client.intervention("P-1"))
            // Before it is accepted there is nothing to evaluate.
            try await client.assign(try await client.propose(scene.plan, Client.intervention("P-2")))
            #expect(try await years(client, "plan_id=\(scene.plan)").map { $0["reference"].text } == ["P-1"])

            try await client.report(id, Client.figures(2024, 1, 10, 5, 100)).expect(201)
            try await client.report(id, ["budget_year": 2024, "quarter": 2, "nil": true]).expect(201)
            try await client.report(id, Client.figures(2024, 4, 90, 41, 985)).expect(201)
            try await service.client(.lead).verifyAll()
            let year = try #require(try await years(client, "intervention_id=\(id)").first)
            #expect(year["budget_year"].integer == 2024 && year["desa_name"].text == "Sampanahan")
            #expect(amounts(year["quarter_1"]) == [5, 100] && amounts(year["quarter_2"]) == [0, 0])
            #expect(year["quarter_3"].isNull && amounts(year["quarter_4"]) == [36, 885])
            #expect(amounts(year["of_year"]) == [41, 985] && amounts(year["until_now"]) == [41, 985])
            #expect(amounts(year["before"]) == [0, 0])
            #expect(
                year["target_of_year"]["quantity"].integer == 45 && year["target_of_year"]["budget_idr"].integer == 1000
            )
            // 41 of 45 are 91.11 per cent, 985 of 1000 are 98.5.
            let achieved = year["achieved_in_year"]
            #expect(
                achieved["quantity_percent"].number?.text == "91.11" && achieved["quantity_grade"].text == "very_high")
            #expect(achieved["spent_percent"].number?.text == "98.5" && achieved["spent_grade"].text == "very_high")
            #expect(year["obstacles"].text == "Cuaca" && year["follow_up"].text == "Dipercepat")

            // What was given up before anything was done has no row, what was done before stays.
            let other = try await accepted(client, scene.plan, Client.intervention("P-3"))
            for given in [id, other] {
                let path = "interventions/\(given)"
                try await client.post("\(path)/cancel", ["reason": "Banjir"], try await client.tag(path)).expect(200)
            }
            #expect(try await years(client, "plan_id=\(scene.plan)").map { $0["reference"].text } == ["P-1"])
        }
    }

    @Test func aYearBeginsWhereTheOneBeforeEnded() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let document = Client.intervention("P-1", from: "2024-07-01", until: "2025-12-31")
            let id = try await client.propose(scene.plan, document)
            let code = "1.03.05.2.01.0007"
            let line = try await client.budgetLine(Client.budgetLine("Tangki septik", code: code, ceiling: 400))
            try await client.fund(id, [("apbd_kabupaten", 1000, [(line, 400)])]).expect(200)
            try await client.assign(id, on: "2024-07-01")
            try await client.accept(id)
            try await client.report(id, Client.figures(2024, 4, 40, 18, 380)).expect(201)
            try await client.report(id, Client.figures(2025, 2, 100, 45, 990)).expect(201)
            try await service.client(.lead).verifyAll()

            let rows = try await years(client, "plan_id=\(scene.plan)")
            #expect(rows.map { $0["budget_year"].integer } == [2024, 2025])
            #expect(rows.map { $0["codes"].texts } == [[code], []])
            #expect(rows.map { $0["target_of_year"]["quantity"].integer } == [45, 27])
            // No budget line says what 2025 has for it, and a guess would be taken for a fact.
            #expect(rows.map { $0["target_of_year"]["budget_idr"].integer } == [400, nil])
            #expect(rows.map { $0["achieved_in_year"]["spent_percent"].number?.text } == ["95", nil])
            #expect(rows.map { $0["achieved_in_year"]["quantity_percent"].number?.text } == ["40", "100"])
            #expect(rows.map { $0["achieved_in_year"]["quantity_grade"].text } == ["very_low", "very_high"])
            #expect(
                amounts(rows[1]["before"]) == amounts(rows[0]["until_now"]) && amounts(rows[1]["before"]) == [18, 380])
            #expect(amounts(rows[1]["until_now"]) == [45, 990])
            #expect(rows[1]["achieved_until_now"]["spent_percent"].number?.text == "99")
            #expect(try await years(client, "budget_year=2025&agency_code=PUPR&desa_code=under.63.02.12").count == 1)

            // A late change of an early quarter moves what follows.
            let early = try #require(
                try await client.get("interventions/\(id)/reports").expect(200).items.first?["id"].text)
            try await client.change("reports/\(early)", ["quantity": 20, "spent_idr": 500]).expect(200)
            // What was verified counts until the correction is.
            let before = try await years(client, "plan_id=\(scene.plan)")
            #expect(amounts(before[0]["of_year"]) == [18, 380] && before[0]["unverified_reports"].integer == 1)
            try await service.client(.lead).verifyAll()
            let now = try await years(client, "plan_id=\(scene.plan)")
            #expect(amounts(now[0]["of_year"]) == [20, 500] && amounts(now[1]["of_year"]) == [25, 490])
            #expect(now[1]["target_of_year"]["quantity"].integer == 25)
        }
    }

    @Test func whoMayReadReportsReadsIt() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let id = try await accepted(scene.client, scene.plan, Client.intervention("P-1"))
            try await scene.client.report(id, Client.figures(2024, 1, 10, 5, 100)).expect(201)
            try await service.client(.lead).verifyAll()
            try await service.client(.viewer).get("annual-evaluations").expectProblem(403, "forbidden")
            #expect(try await years(try await service.client(.province), "").count == 1)
            let file = try await scene.client.get("annual-evaluations", ["accept": "text/csv"]).expect(200).text
            let lines = file.split(whereSeparator: \.isNewline).map(String.init)
            #expect(lines.count == 2 && lines[0].contains("quarter_4.spent_idr,of_year.quantity"))
            #expect(lines[1].contains(",5,100,,,,,,,5,100,11.11,very_low,10,very_low,"))
        }
    }
}
