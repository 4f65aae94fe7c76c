import Planning
import Testing
import Wire

/// Progress, quarter by quarter: cumulative figures, a period's own share, and what is not a report.
@Suite struct ReportTests {
    /// Interventions that were assigned on 15 January 2024 and end with that year, so that all their quarters are over.
    private func plan(
        _ client: Client, _ documents: [JSONValue] = [Client.intervention("P-1")]
    ) async throws -> (plan: String, interventions: [String]) {
        let lokus = try await client.lokus("63.02.12.2005", 2024)
        try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
        let plan = try await client.plan(lokus)
        var interventions: [String] = []
        for document in documents {
            let id = try await client.propose(plan, document)
            try await client.assign(id)
            interventions.append(id)
        }
        return (plan, interventions)
    }

    private func figures(_ report: JSONValue) -> [Int?] {
        ["physical_percent", "quantity", "spent_idr"].map { report[$0].integer }
    }

    private func nothing(_ year: Int, _ quarter: Int) -> JSONValue {
        ["budget_year": .integer(year), "quarter": .integer(quarter), "nil": true, "obstacles": "Menunggu lelang"]
    }

    @Test func cumulativeAndShare() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (plan, interventions) = try await plan(client)
            let agency = try await service.agency("PUPR")
            let path = "interventions/\(interventions[0])"
            #expect(try await client.get(path)["progress"].isNull)

            let first = try await agency.report(interventions[0], Client.figures(2024, 1, 10, 5, 100)).expect(201)
            let second = try await agency.report(interventions[0], nothing(2024, 2)).expect(201)
            let third = try await agency.report(interventions[0], Client.figures(2024, 3, 40, 20, 400)).expect(201)
            #expect([first, second, third].map { figures($0.json) } == [[10, 5, 100], [10, 5, 100], [40, 20, 400]])
            #expect(
                [first, second, third].map { figures($0["share"]) } == [[10, 5, 100], [0, 0, 0], [30, 15, 300]])
            #expect([first, second, third].map(\.["nil"].flag) == [false, true, false])
            #expect(second["plan_totals"]["reporting"].integer == 1)

            // An early quarter, corrected late, moves the shares behind it and no figure of theirs.
            let tag = try await agency.tag("reports/\(first.id)")
            let corrected = try await agency.patch(
                "reports/\(first.id)", ["physical_percent": .decimal("25.5"), "spent_idr": 150], tag
            ).expect(200)
            #expect(corrected["physical_percent"].number?.text == "25.5" && corrected["quantity"].integer == 5)
            let list = try await client.get("\(path)/reports").expect(200).items
            #expect(list.map { $0["quarter"].integer } == [1, 2, 3])
            #expect(list.map { $0["spent_idr"].integer } == [150, 150, 400])
            #expect(list.map { $0["share"]["spent_idr"].integer } == [150, 0, 250])
            #expect(list[2]["share"]["physical_percent"].number?.text == "14.5")

            // A quarter that is reported after a later one takes its place between them.
            let late = try await agency.report(interventions[0], Client.figures(2024, 4, 50, 30, 500)).expect(201)
            #expect(figures(late["share"]) == [10, 10, 100])
            let nilTag = try await agency.tag("reports/\(second.id)")
            try await agency.patch(
                "reports/\(second.id)",
                ["nil": false, "physical_percent": 30, "quantity": 10, "spent_idr": 200], nilTag
            ).expect(200)
            let all = try await client.get("reports?plan_id=\(plan)").expect(200).items
            #expect(all.map { $0["share"]["spent_idr"].integer } == [150, 50, 200, 100])
            try await service.client(.lead).verifyAll()
            #expect(try await client.get(path)["progress"]["spent_idr"].integer == 500)
        }
    }

    @Test func nothingToReportIsNotNoReport() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (plan, interventions) = try await plan(
                client, [Client.intervention("P-1"), Client.intervention("P-2")])
            let agency = try await service.agency("PUPR")
            let report = try await agency.report(interventions[0], nothing(2024, 1)).expect(201)
            #expect(report["nil"].flag == true && figures(report.json) == [0, 0, 0])
            try await service.client(.lead).verifyAll()
            let progress = try await client.get("interventions/\(interventions[0])")["progress"]
            #expect(progress["nil"].flag == true && progress["report_id"].text == report.id)
            #expect(try await client.get("interventions/\(interventions[1])")["progress"].isNull)
            let totals = try await client.get("action-plans/\(plan)")["totals"]
            #expect(totals["interventions"].integer == 2 && totals["reporting"].integer == 1)
            // Figures and "nothing to report" contradict each other.
            var document = nothing(2024, 2)
            if case .object(var object) = document {
                object["spent_idr"] = 5
                document = .object(object)
            }
            try await agency.report(interventions[0], document).expectProblem(422, "invalid_request")
        }
    }

    @Test func whatIsRefused() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (_, interventions) = try await plan(client)
            let agency = try await service.agency("PUPR")
            let id = interventions[0]
            func refuse(_ document: JSONValue, _ status: Int, _ code: String) async throws {
                try await agency.report(id, document).expectProblem(status, code)
            }
            try await refuse(Client.figures(2023, 4, 1, 1, 1), 422, "report_follows_the_assignment")
            try await refuse(Client.figures(2100, 1, 1, 1, 1), 422, "report_period_has_begun")
            try await refuse(Client.figures(2024, 5, 1, 1, 1), 422, "invalid_request")
            try await refuse(Client.figures(2024, 1, 101, 1, 1), 422, "invalid_request")
            try await refuse(Client.figures(2024, 1, 1, -1, 1), 422, "invalid_request")
            try await refuse(Client.figures(2024, 1, 1, 1, -1), 422, "invalid_request")
            try await refuse(["budget_year": 2024, "quarter": 1], 422, "invalid_request")
            for number in ["12.5", .decimal("12.345"), true, .null] as [JSONValue] {
                let document: JSONValue = [
                    "budget_year": 2024, "quarter": 1, "physical_percent": number, "quantity": 1, "spent_idr": 1,
                ]
                try await refuse(document, 422, "invalid_request")
            }
            // All that is wrong is said at once.
            let faults = try await agency.report(id, ["budget_year": 2024, "quarter": 9, "nilai": 1])["errors"].items
            #expect(
                Set(faults.map(\.["pointer"].text))
                    == ["/quarter", "/nilai", "/physical_percent", "/quantity", "/spent_idr"])

            try await agency.report(id, Client.figures(2024, 1, 100, 1, 1)).expect(201)
            try await refuse(Client.figures(2024, 1, 1, 1, 1), 409, "report_one_per_period")
            try await refuse(nothing(2024, 1), 409, "report_one_per_period")
            #expect(try await service.database.count("from progress_report") == 1)
            // One that is only proposed is not reported on.
            let plan = try await client.get("interventions/\(id)")["plan_id"].text ?? ""
            let proposed = try await client.propose(plan, Client.intervention("P-2"))
            try await agency.report(proposed, Client.figures(2024, 1, 1, 1, 1))
                .expectProblem(422, "report_follows_the_assignment")
        }
    }

    /// More than was planned can be bought and spent; only a percentage ends at a hundred.
    @Test func beyondTheTarget() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (plan, interventions) = try await plan(client)
            let report = try await client.report(interventions[0], Client.figures(2024, 1, 100, 90, 5000)).expect(201)
            #expect(report["quantity"].integer == 90 && report["target_quantity"].integer == 45)
            #expect(report["spent_idr"].integer == 5000 && report["budget_idr"].integer == 1000)
            try await service.client(.lead).verifyAll()
            #expect(try await client.get("action-plans/\(plan)")["totals"]["spent_idr"].integer == 5000)
        }
    }

    @Test func totalsAddUp() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (plan, interventions) = try await plan(
                client,
                [
                    Client.intervention("P-1", funding: [("apbd_kabupaten", 1000), ("apbdes", 500)]),
                    Client.intervention("P-2", agency: "DINKES", funding: [("apbd_kabupaten", 70), ("csr", 7)]),
                    Client.intervention("P-3", agency: "DINKES", funding: [("none", 0)]),
                    Client.intervention("P-4", agency: "DINSOS", funding: [("apbn", 900_000_000_000)]),
                ])
            for (index, id) in interventions.dropLast().enumerated() {
                for quarter in 1...3 {
                    try await client.report(id, Client.figures(2024, quarter, 10, 1, (index + 1) * quarter * 10))
                        .expect(201)
                }
            }
            try await service.client(.lead).verifyAll()
            let totals = try await client.get("action-plans/\(plan)").expect(200)["totals"]
            let drill = try await client.get("interventions?plan_id=\(plan)").expect(200).items
            func sum(_ items: [JSONValue], _ read: (JSONValue) -> Int?) -> Int { items.compactMap(read).reduce(0, +) }
            let (budget, spent) = (900_000_001_577, 30 + 60 + 90)
            #expect(totals["budget_idr"].integer == budget && totals["spent_idr"].integer == spent)
            #expect(sum(drill) { $0["budget_idr"].integer } == budget)
            #expect(sum(drill) { $0["progress"]["spent_idr"].integer } == spent)
            #expect(sum(totals["by_source"].items) { $0["budget_idr"].integer } == budget)
            #expect(sum(totals["by_agency"].items) { $0["budget_idr"].integer } == budget)
            #expect(sum(totals["by_agency"].items) { $0["spent_idr"].integer } == spent)
            #expect(sum(totals["by_agency"].items) { $0["interventions"].integer } == 4)
            #expect(totals["reporting"].integer == 3)
            for agency in totals["by_agency"].items {
                let code = agency["code"].text ?? ""
                let own = try await client.get("interventions?plan_id=\(plan)&agency_code=\(code)").items
                #expect(agency["interventions"].integer == own.count)
                #expect(agency["budget_idr"].integer == sum(own) { $0["budget_idr"].integer })
                #expect(agency["spent_idr"].integer == sum(own) { $0["progress"]["spent_idr"].integer })
                let reports = try await client.get("reports?plan_id=\(plan)&agency_code=\(code)").items
                #expect(agency["spent_idr"].integer == sum(reports) { $0["share"]["spent_idr"].integer })
            }
            for source in totals["by_source"].items {
                let amounts = drill.flatMap(\.["funding"].items).filter { $0["source"] == source["source"] }
                #expect(source["budget_idr"].integer == sum(amounts) { $0["amount_idr"].integer })
            }
        }
    }

    @Test func obligations() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let (plan, interventions) = try await plan(
                client, [Client.intervention("P-1"), Client.intervention("P-2", agency: "DINKES")])
            _ = try await client.propose(plan, Client.intervention("P-3"))
            let agency = try await service.agency("PUPR")
            func due(_ client: Client, _ query: String = "") async throws -> [String] {
                try await client.get("report-obligations?page_size=1000\(query)").expect(200).items.map {
                    "\($0["reference"].text ?? "") \($0["quarter"].integer ?? 0) \($0["state"].text ?? "")"
                }
            }
            // Nothing is due before the plan is agreed, nor before its agency has accepted.
            #expect(try await due(client) == [])
            try await service.put(plan, into: "agreed")
            #expect(try await due(client) == [])
            for id in interventions { try await client.accept(id) }
            // From the quarter of the assignment to that of the end, and nothing for what is only proposed.
            #expect(try await due(agency) == (1...4).map { "P-1 \($0) overdue" })
            #expect(try await due(client) == (1...4).flatMap { ["P-1 \($0) overdue", "P-2 \($0) overdue"] })
            #expect(try await due(client, "&agency_code=DINKES") == (1...4).map { "P-2 \($0) overdue" })
            #expect(try await due(agency, "&agency_code=DINKES") == [])

            let report = try await agency.report(interventions[0], nothing(2024, 2)).expect(201)
            #expect(try await due(agency) == [1, 3, 4].map { "P-1 \($0) overdue" })
            #expect(try await due(agency, "&state=reported") == ["P-1 2 reported"])
            let done = try await agency.get("report-obligations?state=reported").items.first
            #expect(done?["report_id"].text == report.id && done?["days_overdue"].integer == 0)
            // The tenth working day after the first quarter of 2024: the calendar of 2024 has no holidays on file.
            let first = try await agency.get("report-obligations").items.first
            #expect(first?["due_on"].text == "2024-04-12")
            #expect((first?["days_overdue"].integer ?? 0) > 300)
            #expect(try await due(client, "&state=due") == [])
        }
    }
}
