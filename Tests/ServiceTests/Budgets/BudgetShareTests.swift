import Testing
import Wire

/// What becomes of shares when their intervention is carried over, or its money is said to come from somewhere else.
@Suite struct BudgetShareTests {
    private func shared(_ client: Client, _ line: String) async throws -> Int? {
        try await client.get("budget-lines/\(line)").expect(200)["shared_idr"].integer
    }

    @Test func whatIsCarriedOverIsPaidFromTheNextYear() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 800))
            let next = try await client.budgetLine(Client.budgetLine("Jamban", year: 2025, ceiling: 500))
            let id = try await client.propose(
                scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 800)]))
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 800)])]).expect(200)
            try await client.assign(id)
            try await client.accept(id)
            let path = "interventions/\(id)"
            func carryOver(_ share: Int) async throws -> Answer {
                try await client.post(
                    "\(path)/carry-over",
                    [
                        "reason": "Gagal lelang", "starts_on": "2025-01-01", "ends_on": "2025-12-31",
                        "reference": "P-1B", "funding": Client.funding([("apbd_kabupaten", 600, [(next, share)])]),
                    ], try await client.tag(path))
            }
            try await carryOver(501).expectProblem(409, "shares_stay_within_the_ceiling")
            #expect(try await shared(client, line) == 800)
            let carried = try await carryOver(400).expect(201)
            #expect(carried["funding"].items.first?["shares"].items.first?["amount_idr"].integer == 400)
            #expect(try await shared(client, line) == 0)
            #expect(try await shared(client, next) == 400)
        }
    }

    @Test func aLineStandsWithItsOwnSource() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Beasiswa", source: "csr", ceiling: 100))
            let id = try await client.propose(scene.plan, Client.intervention("P-1", funding: [("csr", 9)]))
            try await client.fund(id, [("csr", 9, [(line, 5)])]).expect(200)
            // Nothing is said of the shares of the first source; the second names a line that is not its own.
            try await client.change(
                "interventions/\(id)",
                [
                    "funding": [
                        ["source": "csr", "amount_idr": 9],
                        [
                            "source": "apbdes", "amount_idr": 9,
                            "shares": [["budget_line_id": .string(line), "amount_idr": 7]],
                        ],
                    ]
                ]
            ).expectProblem(409, "share_is_of_a_line_of_its_source")
            #expect(try await shared(client, line) == 5)
        }
    }
}
