import Planning
import Testing
import Wire

/// Figures that the rules allow and that are hardly true: they are taken, and whoever sent them is asked to look again.
/// A30: a dry run says the same.
@Suite struct ReportWarningTests {
    /// One intervention with a target of 45 and a budget of Rp1,000.
    private func intervention(_ client: Client, funding: [(String, Int)]? = nil) async throws -> String {
        let lokus = try await client.lokus("63.02.12.2005", 2024)
        try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
        let document = Client.intervention("P-1", funding: funding ?? [("apbd_kabupaten", 1000)])
        let id = try await client.propose(try await client.plan(lokus), document)
        try await client.assign(id)
        return id
    }

    private func codes(_ report: JSONValue) -> [String] {
        report["warnings"].items.map { "\($0["code"].text ?? "") \($0["field"].text ?? "")" }
    }

    private struct Case {
        let figures: (percent: Int, quantity: Int, spent: Int)
        let warnings: [String]
    }

    @Test func eachOfThem() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let id = try await intervention(client)
            let path = "interventions/\(id)/reports"
            for one in [
                Case(figures: (0, 0, 0), warnings: []), Case(figures: (100, 450, 1000), warnings: []),
                Case(figures: (0, 0, 999), warnings: []),
                Case(figures: (40, 10, 1001), warnings: ["spent_above_budget spent_idr"]),
                Case(figures: (0, 0, 1000), warnings: ["spent_without_progress physical_percent"]),
                Case(
                    figures: (0, 1, 1001),
                    warnings: ["spent_without_progress physical_percent", "spent_above_budget spent_idr"]),
                Case(figures: (100, 0, 1000), warnings: ["complete_without_quantity quantity"]),
                Case(figures: (10, 451, 10), warnings: ["quantity_far_above_target quantity"]),
            ] {
                let figures = one.figures
                let document = Client.figures(2024, 1, figures.percent, figures.quantity, figures.spent)
                let tried = try await client.post(path + "?dry_run=true", document).expect(200)
                #expect(codes(tried.json) == one.warnings, "\(figures)")
                for warning in tried["warnings"].items {
                    let (indonesian, english) = (warning["message"]["id"].text, warning["message"]["en"].text)
                    #expect(indonesian?.hasSuffix(".") == true && english?.hasSuffix(".") == true)
                    #expect(indonesian != english)
                }
            }
            #expect(try await service.database.count("from progress_report") == 0)
        }
    }

    /// In the answer, on a replay of it, in lists and alone; and gone as soon as the figure is corrected.
    @Test func theyAreWithTheReportWhereverItIsRead() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let id = try await intervention(client)
            let agency = try await service.agency("PUPR")
            let key = Client.key()
            let document = Client.figures(2024, 2, 40, 10, 5000)
            let expected = ["spent_above_budget spent_idr"]
            let made = try await agency.report(id, document, key: key).expect(201)
            #expect(codes(made.json) == expected && made["plan_totals"]["reported_idr"].integer == 5000)
            #expect(codes(try await agency.report(id, document, key: key).expect(201).json) == expected)
            #expect(codes(try await client.get("reports/\(made.id)").expect(200).json) == expected)
            #expect(try await client.get("reports").expect(200).items.map { codes($0) } == [expected])
            let lead = try await service.client(.lead)
            #expect(codes(try await lead.get("reports/\(made.id)").expect(200).json) == expected)

            let tag = try await agency.tag("reports/\(made.id)")
            let tried = try await agency.patch("reports/\(made.id)?dry_run=true", ["spent_idr": 900], tag).expect(200)
            #expect(codes(tried.json).isEmpty)
            #expect(codes(try await agency.patch("reports/\(made.id)", ["spent_idr": 900], tag).expect(200).json) == [])
        }
    }

    /// Figures are cumulative: they fall where something was corrected, or mistyped. A later report is told so by itself.
    @Test func figuresThatFall() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let id = try await intervention(client)
            let first = try await client.report(id, Client.figures(2024, 1, 50, 20, 500)).expect(201)
            let batch = try await client.post(
                "reports:batch",
                [
                    "items": [
                        item(id, Client.figures(2024, 2, 40, 10, 400)), item(id, Client.figures(2024, 4, 60, 30, 600)),
                        item(id, ["budget_year": 2024, "quarter": 3, "nil": true]),
                    ]
                ], Client.key()
            ).expect(200)
            let fallen = ["physical_percent", "quantity", "spent_idr"].map { "lower_than_before \($0)" }
            #expect(batch.items.map { codes($0["representation"]) } == [fallen, [], []])

            // A first quarter that is corrected upwards leaves the later ones behind, whichever was wrong.
            let tag = try await client.tag("reports/\(first.id)")
            try await client.patch("reports/\(first.id)", ["spent_idr": 300], tag).expect(200)
            let left = fallen.dropLast()
            #expect(try await client.get("reports").expect(200).items.map { codes($0) } == [[], Array(left), [], []])
        }
    }

    /// Where there is no money of its own, whatever is spent is more; and nothing is asked about "all of it".
    @Test func withoutABudget() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let id = try await intervention(client, funding: [("none", 0)])
            let made = try await client.report(id, Client.figures(2024, 1, 0, 0, 0)).expect(201)
            #expect(codes(made.json) == [])
            let spent = try await client.report(id, Client.figures(2024, 2, 0, 0, 7)).expect(201)
            #expect(codes(spent.json) == ["spent_above_budget spent_idr"])
        }
    }

    private func item(_ intervention: String, _ report: JSONValue) -> JSONValue {
        guard case .object(var object) = report else { return report }
        object["intervention_id"] = .string(intervention)
        return .object(object)
    }
}
