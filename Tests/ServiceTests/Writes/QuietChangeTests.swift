import Support
import Testing
import Wire

/// What changes nothing is no change: nobody else finds another version, and nothing gets another author.
@Suite struct QuietChangeTests {
    @Test func sayingTheSameAgain() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let intervention = try await client.get("interventions/\(world.proposed)").expect(200)
            let plan = try await client.get("action-plans/\(world.plan)").expect(200)
            let lokus = try await client.get("lokus/\(world.lokus)").expect(200)
            let report = try await client.get("reports/\(world.report)").expect(200)
            let same: [(Answer, [JSONValue])] = [
                (intervention, [[:], ["title": intervention["title"], "funding": intervention["funding"]]]),
                (
                    plan,
                    [
                        [:],
                        [
                            "title": plan["title"], "meeting_on": plan["meeting_on"],
                            "meeting_participants": plan["meeting_participants"],
                        ],
                    ]
                ),
                (report, [[:]]),
                (lokus, [["decree_number": lokus["decree_number"], "decree_on": lokus["decree_on"]]]),
            ]
            for (present, bodies) in same {
                for body in bodies {
                    let path = "/api/v1/" + present.path.trimmingPrefix("/api/v1/")
                    let again = try await client.patch(path, body, ["If-Match": present.etag]).expect(200)
                    #expect(again.etag == present.etag, "\(present.path) \(body.written())")
                    try await client.patch(path, body, ["If-Match": "\"99\""]).expectProblem(412, "stale_version")
                }
            }
            #expect(try await client.get("reports/\(world.report)")["reported_by"] == report["reported_by"])
        }
    }

    /// Two batches with the same rows in opposite orders take turns.
    @Test func batchesThatMeet() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            var ids: [JSONValue] = []
            for number in 1...12 {
                let made = try await client.propose(world.plan, Client.intervention("T-\(number)"))
                ids.append(["id": .string(made), "version": 1])
            }
            let forth: JSONValue = ["action": "assign", "items": .array(ids)]
            let back: JSONValue = ["action": "assign", "items": .array(ids.reversed())]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    let body = number.isMultiple(of: 2) ? forth : back
                    group.addTask { try await client.post("interventions:batch?dry_run=true", body).expect(200) }
                }
                try await group.waitForAll()
            }
            let metrics = try MetricsPage(try await service.admin.get("/metrics").expect(200).text)
            #expect(metrics.value("selaras_database_retries_total", [:]) == 0)
        }
    }
}
