import Support
import Testing
import Wire

/// Files of interventions: what only the database knows is told by line, exports are read again, and strategies.
@Suite struct InterventionFileTests {
    private static let header =
        "ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on\n"

    private func row(_ ref: String, agency: String = "PUPR", indicators: String = "KKE-02", title: String = "Jamban")
        -> String
    {
        "\(ref),\(agency),\(title),\(indicators),10,unit,APBD kabupaten,1000000,2024-01-01,2024-12-31\n"
    }

    @Test func faultsOfRulesHaveALine() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let before = try await service.database.digest()
            let imports = "action-plans/\(world.plan)/intervention-imports"
            let unknown = try await world.coordinator.send(
                "POST", imports,
                .csv(
                    Self.header + row("F-1") + row("F-2", agency: "TIADA") + row("F-3", indicators: "KKE-02;XXX-01")
                        + row("F-4", agency: "=TIADA")), Client.key())
            unknown.expectProblem(422, "file_refused")
            #expect(
                unknown.fileFaults() == [
                    FileFault(line: 3, column: "agency", value: "TIADA", code: "unknown_agency"),
                    FileFault(line: 4, column: "indicators", value: "XXX-01", code: "unknown_indicator"),
                    FileFault(line: 5, column: "agency", value: "=TIADA", code: "unknown_agency"),
                ])
            let repeated = try await world.coordinator.send(
                "POST", "\(imports)?dry_run=true", .csv(Self.header + row("F-1") + row("F-2") + row("F-1")))
            repeated.expectProblem(422, "file_refused")
            #expect(
                repeated.fileFaults()
                    == [FileFault(line: 4, column: "ref", value: "F-1", code: "duplicate_reference")])
            #expect(repeated["rows_read"].integer == 3)
            #expect(try await service.database.digest() == before)
        }
    }

    /// The columns of the list as CSV, with everything that only the service writes.
    @Test func anExportIsReadAgain() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let texts = ["=1+1", "'=1+1", "''kutip", "Jamban, \"sehat\"", "-5 persen", "@semua", "'biasa"]
            for (number, text) in texts.enumerated() {
                let document: JSONValue = [
                    "reference": .string("E-\(number)"), "agency_code": "PUPR", "title": .string(text),
                    "indicators": ["KKE-02", "KLS-02"], "target_quantity": .decimal("10.5"), "unit": "unit",
                    "starts_on": "2024-01-01", "ends_on": "2024-12-31",
                    "note": .string("Baris satu\nbaris dua, \(text)"),
                    "funding": [
                        ["source": "csr", "amount_idr": 500], ["source": "apbd_kabupaten", "amount_idr": 1_250_000],
                    ],
                ]
                _ = try await client.propose(world.plan, document)
            }
            let list = try await client.get("interventions?plan_id=\(world.plan)&page_size=1000").expect(200)
            let export = try await client.get(
                "interventions?plan_id=\(world.plan)&page_size=1000", ["Accept": "text/csv"]
            ).expect(200)
            let file = export.text
            let imports = "action-plans/\(world.plan)/intervention-imports"
            let receipt = try await client.send("POST", imports, .csv(file), Client.key()).expect(201)
            #expect(receipt["rows_read"].integer == list.items.count && receipt["same"].integer == list.items.count)
            let after = try await client.get("interventions?plan_id=\(world.plan)&page_size=1000").expect(200)
            #expect(after.bytes == list.bytes)
            // A budget is changed where its source stands, not in the sum.
            let other = file.replacing(",1250500,", with: ",1250501,")
            #expect(other != file)
            let refused = try await client.send("POST", imports, .csv(other), Client.key())
            #expect(Set(refused.fileFaults().map(\.code)) == ["budget_is_not_the_sum"])
        }
    }

    @Test func strategies() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let imports = "action-plans/\(world.plan)/intervention-imports"
            try await client.send("POST", imports, .csv(Self.header + row("F-1") + row("F-2")), Client.key())
                .expect(201)
            let file = Client.Body.csv(Self.header + row("F-1") + row("F-2", title: "Lain") + row("F-3"))
            for (strategy, wanted) in [
                ("create", [1, 0, 1, 1]), ("update", [0, 1, 1, 1]), ("create_and_update", [1, 1, 1, 0]),
            ] {
                let receipt = try await client.send("POST", "\(imports)?dry_run=true&strategy=\(strategy)", file)
                receipt.expect(200)
                let found = ["added", "changed", "same", "ignored"].map { receipt[$0].integer }
                #expect(found == wanted, "\(strategy)")
            }
            let text = SurveyText.header
            let families = [SurveyText.row("F-1"), SurveyText.row("F-2"), SurveyText.row("F-3")]
            let lokus = try await client.lokus("63.02.12.2008", 2024)
            try await client.survey(lokus, "baseline", "", text + families[0] + families[1]).expect(201)
            let changed = text + families[0] + SurveyText.row("F-2", ["KLS-01": "tidak"]) + families[2]
            for (strategy, wanted) in [
                ("create", [1, 0, 1, 1, 3]), ("update", [0, 1, 1, 1, 2]), ("create_and_update", [1, 1, 1, 0, 3]),
            ] {
                let receipt = try await client.survey(
                    lokus, "baseline", "&dry_run=true&strategy=\(strategy)", changed)
                receipt.expect(200)
                let members = ["added", "changed", "same", "ignored", "families_in_round"]
                #expect(members.map { receipt[$0].integer } == wanted, "\(strategy)")
            }
            let kept = try await client.survey(lokus, "baseline", "&strategy=create", changed).expect(201)
            let id = kept["import_id"].text ?? ""
            #expect(try await client.get("survey-imports/\(id)").expect(200)["ignored"].integer == 1)
            try await client.survey(lokus, "baseline", "&strategy=create&replace=true", changed)
                .expectProblem(422, "invalid_request")
            try await client.survey(lokus, "baseline", "&strategy=merge", changed)
                .expectProblem(422, "invalid_request")
        }
    }
}
