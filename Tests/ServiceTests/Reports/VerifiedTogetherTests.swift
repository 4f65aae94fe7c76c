import Planning
import Support
import Testing
import Wire

/// Many reports of a due date, verified in one request.
@Suite struct VerifiedTogetherTests {
    private static func items(_ ids: [String], version: Int = 1) -> JSONValue {
        ["items": .array(ids.map { ["id": .string($0), "version": .integer(version)] })]
    }

    /// Interventions of PUPR, each reported by it at version 1.
    private func reported(_ world: World, _ count: Int) async throws -> [String] {
        let agency = try await world.service.agency("PUPR")
        var ids: [String] = []
        for number in 0..<count {
            let id = try await world.coordinator.propose(world.plan, Client.intervention("V-\(number)"))
            try await world.coordinator.assign(id)
            ids.append(try await agency.report(id, Client.figures(2024, 2, 20, 9, 200)).expect(201).id)
        }
        return ids
    }

    private func verified(_ service: Service, _ ids: [String]) async throws -> Int {
        let list = ids.map { "'\($0)'" }.joined(separator: ", ")
        return try await service.database.count("from progress_report where state = 'verified' and id in (\(list))")
    }

    @Test func allOrNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let ids = try await reported(world, 3)
            let before = try await service.database.digest()
            let tried = try await world.coordinator.post("reports:verify?dry_run=true", Self.items(ids)).expect(200)
            #expect(tried["done"] == 3 && tried["items"].items[0]["representation"]["state"].text == "verified")
            #expect(try await service.database.digest() == before)

            let stale: JSONValue = [
                "items": [["id": .string(ids[0]), "version": 1], ["id": .string(ids[1]), "version": 7]]
            ]
            let refused = try await world.coordinator.post("reports:verify", stale)
            refused.expectProblem(412, "stale_version")
            #expect(refused["errors"].items.map(\.["pointer"].text) == ["/items/1"])
            #expect(try await verified(service, ids) == 0)

            let key = Client.key()
            let done = try await world.coordinator.post("reports:verify", Self.items(ids), key).expect(200)
            #expect(done["done"] == 3 && done["items"].items.map(\.["status"].integer) == [200, 200, 200])
            #expect(done["items"].items[1]["representation"]["counted"]["spent_idr"] == 200)
            #expect(done["items"].items[1]["location"].text == "/api/v1/reports/\(ids[1])")
            let again = try await world.coordinator.post("reports:verify", Self.items(ids), key).expect(200)
            #expect(again.isReplay && again.bytes == done.bytes)
            let totals = try await world.coordinator.get("action-plans/\(world.plan)").expect(200)["totals"]
            #expect(totals["spent_idr"].integer == 600)
            // Verified is verified; and an agency verifies nothing.
            try await world.coordinator.post("reports:verify", Self.items(ids, version: 2))
                .expectProblem(409, "report_follows_its_transitions")
            try await service.agency("PUPR").post("reports:verify", Self.items(ids)).expectProblem(403, "forbidden")
            for wrong: JSONValue in [[:], ["items": []], ["items": [["id": .string(ids[0])]]]] {
                try await world.coordinator.post("reports:verify", wrong).expectProblem(422, "invalid_request")
            }
        }
    }

    /// What the caller wrote is somebody else's to verify, and keeps nothing back of the rest.
    @Test func eachForItself() async throws {
        try await Service.run { service in
            let world = try await World(service)
            var ids = try await reported(world, 2)
            let own = try await world.coordinator.propose(world.plan, Client.intervention("V-9"))
            try await world.coordinator.assign(own)
            ids.insert(try await world.coordinator.report(own, Client.figures(2024, 2, 1, 1, 1)).expect(201).id, at: 1)
            let key = Client.key()
            let path = "reports:verify?atomic_mode=object"
            let answer = try await world.coordinator.post(path, Self.items(ids), key).expect(200)
            #expect(answer["done"] == 2 && answer["refused"] == 1)
            #expect(answer["items"].items.map(\.["status"].integer) == [200, 403, 200])
            let refused = try #require(answer["items"].items.dropFirst().first?["problem"])
            #expect(refused["code"].text == "report_is_decided_by_another")
            let again = try await world.coordinator.post(path, Self.items(ids), key).expect(200)
            #expect(again.isReplay)
            #expect(
                again["items"].items.map { $0["problem"]["code"] }
                    == answer["items"].items.map { $0["problem"]["code"] })
            // All or nothing: because of that one the others wait.
            try await world.coordinator.post("reports:verify", Self.items([ids[1]]))
                .expectProblem(403, "report_is_decided_by_another")
            #expect(try await verified(service, ids) == 2)
        }
    }

    /// Two people verify the same reports in opposite order: one does, the other is told, and nobody waits for ever.
    @Test func oppositeOrdersDoNotMeet() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let ids = try await reported(world, 30)
            let lead = try await service.client(.lead)
            async let there = world.coordinator.post("reports:verify", Self.items(ids))
            async let back = lead.post("reports:verify", Self.items(ids.reversed()))
            let statuses = try await [there.status, back.status].sorted()
            #expect(statuses == [200, 412])
            #expect(try await verified(service, ids) == 30)
            #expect(
                try await service.database.count(
                    "from event where subject = 'progress_report' and after ->> 'state' = 'verified' and before ->> 'state' = 'submitted'"
                ) == 30)
        }
    }
}
