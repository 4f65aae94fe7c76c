import Support
import Testing
import Wire

/// Many writes in one request: all or nothing, or each for itself.
@Suite struct BatchTests {
    private func batch(_ references: [String], agency: String = "PUPR") -> JSONValue {
        ["items": .array(references.map { Client.intervention($0, agency: agency) })]
    }

    @Test func allOrNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let path = "action-plans/\(world.plan)/interventions:batch"
            let before = try await service.database.digest()
            // The third clashes with what is there, and the first two go with it.
            let refused = try await client.post(path, batch(["B-1", "B-2", "P-1", "B-3"]))
            refused.expectProblem(409, "intervention_reference_is_unique_in_its_plan")
            #expect(refused["errors"].items.map(\.["pointer"].text) == ["/items/2"])
            // The faults of all items at once.
            let faulty = try await client.post(
                path, ["items": [Client.intervention("B-1"), ["reference": "x"], 7, Client.intervention("")]])
            faulty.expectProblem(422, "invalid_request")
            let pointers = faulty["errors"].items.compactMap(\.["pointer"].text)
            #expect(Set(pointers).isSuperset(of: ["/items/1/title", "/items/2", "/items/3/reference"]))
            for body: JSONValue in [["items": []], [:], ["items": 1], ["items": [], "x": 1]] {
                try await client.post(path, body).expectProblem(422, "invalid_request")
            }
            let many = JSONValue.array(Array(repeating: ["reference": "x"], count: 1001))
            let tooMany = try await client.post(path, ["items": many])
            tooMany.expectProblem(422, "invalid_request")
            #expect(tooMany["errors"].items.map(\.["code"].text) == ["out_of_range"])
            try await client.post("\(path)?atomic_mode=some", batch(["B-1"])).expectProblem(422, "invalid_request")
            #expect(try await service.database.digest() == before)

            let made = try await client.post(path, batch(["B-1", "B-2", "B-3"])).expect(200)
            #expect(made["done"].integer == 3 && made["refused"].integer == 0)
            for (item, reference) in zip(made["items"].items, ["B-1", "B-2", "B-3"]) {
                #expect(item["status"].integer == 201 && item["representation"]["reference"].text == reference)
                let location = item["location"].text ?? ""
                #expect(try await client.get(location).expect(200).json == item["representation"])
            }
        }
    }

    @Test func eachForItself() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let path = "action-plans/\(world.plan)/interventions:batch?atomic_mode=object"
            let body: JSONValue = [
                "items": [
                    Client.intervention("B-1"), Client.intervention("P-1"), ["reference": "B-9"],
                    Client.intervention("B-2", agency: "TIADA"), Client.intervention("B-1"), Client.intervention("B-3"),
                ]
            ]
            let key = ["Idempotency-Key": "satu"]
            let tried = try await client.post("\(path)&dry_run=true", body).expect(200)
            #expect(tried["items"].items.map(\.["status"].integer) == [200, 409, 422, 409, 409, 200])
            #expect(try await service.database.count("from intervention where reference like 'B-%'") == 0)

            let first = try await client.post(path, body, key).expect(200)
            #expect(first["items"].items.map(\.["status"].integer) == [201, 409, 422, 409, 409, 201])
            #expect(first["done"].integer == 2 && first["refused"].integer == 4)
            #expect(
                first["items"].items.map(\.["problem"]["code"].text) == [
                    nil, "intervention_reference_is_unique_in_its_plan", "invalid_request",
                    "intervention_agency_is_of_the_kabupaten", "intervention_reference_is_unique_in_its_plan", nil,
                ])
            #expect(
                first["items"].items[2]["problem"]["errors"].items[0]["pointer"].text?.hasPrefix("/items/2/") == true)
            #expect(try await service.database.count("from intervention where reference like 'B-%'") == 2)
            // Again under its key: the same answer, item by item, and nothing more.
            let again = try await client.post(path, body, key).expect(200)
            #expect(again.isReplay)
            for (was, now) in zip(first["items"].items, again["items"].items) {
                #expect(was["status"] == now["status"] && was["location"] == now["location"])
                #expect(was["representation"] == now["representation"])
                #expect(was["problem"]["code"] == now["problem"]["code"])
            }
            try await client.post(path, batch(["B-7"]), key).expectProblem(422, "idempotency_key_reused")
            let event = "from event where subject = 'intervention' and after ->> 'reference' like 'B-%'"
            #expect(try await service.database.count(event) == 2)
        }
    }

    @Test func transitions() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let made = try await client.post(
                "action-plans/\(world.plan)/interventions:batch", batch(["B-1", "B-2", "B-3"])
            ).expect(200)
            let ids = made["items"].items.map { $0["representation"]["id"] }
            func moves(_ action: String, _ version: Int, _ ids: [JSONValue]) -> JSONValue {
                [
                    "action": .string(action),
                    "items": .array(ids.map { ["id": $0, "version": .integer(version)] }),
                ]
            }
            // One is stale: nothing is assigned.
            let mixed: JSONValue = [
                "action": "assign", "items": [["id": ids[0], "version": 1], ["id": ids[1], "version": 9]],
            ]
            let stale = try await client.post("interventions:batch", mixed)
            stale.expectProblem(412, "stale_version")
            #expect(stale["errors"].items.map(\.["pointer"].text) == ["/items/1"])
            #expect(stale.etag.isEmpty)
            let assigned = try await client.post("interventions:batch", moves("assign", 1, ids)).expect(200)
            #expect(
                assigned["items"].items.map { $0["representation"]["state"].text } == [
                    "assigned", "assigned", "assigned",
                ])
            #expect(assigned["items"].items.map(\.["status"].integer) == [200, 200, 200])
            // An agency accepts its own, and only its own, and assigns nothing.
            let agency = try await service.agency("DINSOS")
            try await agency.post("interventions:batch", moves("assign", 2, ids)).expectProblem(403, "forbidden")
            let theirs = try await client.propose(world.plan, Client.intervention("B-4", agency: "DINSOS"))
            try await client.assign(theirs)
            let accepted = try await agency.post(
                "interventions:batch?atomic_mode=object", moves("accept", 2, [.string(theirs), ids[0]])
            ).expect(200)
            #expect(accepted["items"].items.map(\.["status"].integer) == [200, 403])
            try await agency.post("interventions:batch", moves("accept", 3, [.string(theirs)]))
                .expectProblem(409, "intervention_follows_its_transitions")
            try await client.post("interventions:batch", moves("erase", 3, ids)).expectProblem(422, "invalid_request")
        }
    }

    @Test func reports() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            func report(_ intervention: String, _ quarter: Int) -> JSONValue {
                [
                    "intervention_id": .string(intervention), "budget_year": 2024, "quarter": .integer(quarter),
                    "physical_percent": 20, "quantity": 9, "spent_idr": 200,
                ]
            }
            let body: JSONValue = ["items": [report(world.accepted, 2), report(world.assigned, 1)]]
            try await client.post("reports:batch", body).expectProblem(400, "idempotency_key_required")
            let key = Client.key()
            let made = try await client.post("reports:batch", body, key).expect(200)
            let again = try await client.post("reports:batch", body, key).expect(200)
            #expect(again.isReplay && again.bytes == made.bytes)
            #expect(try await service.database.count("from progress_report where quarter < 3") == 4)
            let refused = try await client.post(
                "reports:batch", ["items": [report(world.accepted, 3), report(world.accepted, 2)]], Client.key())
            refused.expectProblem(409, "report_one_per_period")
            #expect(refused["errors"].items.map(\.["pointer"].text) == ["/items/1"])
            // An agency reports on its own.
            let agency = try await service.agency("DINSOS")
            let other = try await agency.post(
                "reports:batch?atomic_mode=object", ["items": [report(world.accepted, 3)]], Client.key()
            ).expect(200)
            #expect(other["items"].items.map(\.["status"].integer) == [403])
            let lacking = try await client.post(
                "reports:batch", ["items": [["intervention_id": .string(world.accepted)]]], Client.key())
            #expect(
                Set(lacking["errors"].items.compactMap(\.["pointer"].text)) == [
                    "/items/0/budget_year", "/items/0/quarter", "/items/0/physical_percent", "/items/0/quantity",
                    "/items/0/spent_idr",
                ])
        }
    }

    /// The most that a batch may hold, in one transaction.
    @Test func aThousand() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let body = batch((0..<1000).map { "B-\($0)" })
            let made = try await world.coordinator.post("action-plans/\(world.plan)/interventions:batch", body)
            made.expect(200)
            #expect(made["done"].integer == 1000)
            #expect(try await service.database.count("from intervention where reference like 'B-%'") == 1000)
        }
    }

    @Test func noMoreThanExpected() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            try await client.post("action-plans/\(world.plan)/interventions:batch", batch(["B-1", "B-2"])).expect(200)
            let before = try await service.database.digest()
            try await client.post("action-plans/\(world.plan)/assign?max_affected=2")
                .expectProblem(409, "change_stays_within_max_affected")
            #expect(try await service.database.digest() == before)
            let assigned = try await client.post("action-plans/\(world.plan)/assign?max_affected=3").expect(200)
            #expect(assigned["assigned"].integer == 3)
            try await client.post("action-plans/\(world.plan)/assign?max_affected=-1")
                .expectProblem(422, "invalid_request")
        }
    }

    /// Two batches of the same reports in opposite order: one after the other, and none has to be tried again.
    @Test func oppositeOrdersDoNotMeet() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let agency = try await service.agency("PUPR")
            var ids: [String] = []
            for number in 0..<40 {
                let id = try await world.coordinator.propose(world.plan, Client.intervention("D-\(number)"))
                try await world.coordinator.assign(id)
                ids.append(id)
            }
            for quarter in 1...4 {
                func body(_ ids: [String]) -> JSONValue {
                    let items = ids.map { id -> JSONValue in
                        guard case .object(var item) = Client.figures(2024, quarter, 1, 1, 1) else { return .null }
                        item["intervention_id"] = .string(id)
                        return .object(item)
                    }
                    return ["items": .array(items)]
                }
                async let there = agency.post("reports:batch", body(ids), Client.key())
                async let back = agency.post("reports:batch", body(ids.reversed()), Client.key())
                let statuses = try await [there.status, back.status].sorted()
                #expect(statuses == [200, 409])
            }
            let metrics = try await service.admin.get("/metrics").expect(200).text
            let retried = metrics.split(separator: "\n").filter { $0.contains("retr") && !$0.hasPrefix("#") }
            #expect(!retried.isEmpty && retried.allSatisfy { $0.hasSuffix(" 0") }, "\(retried)")
        }
    }
}
