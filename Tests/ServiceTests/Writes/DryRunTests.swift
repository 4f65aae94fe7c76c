import Planning
import Support
import Testing
import Wire

/// `dry_run=true`: everything is checked and done as it would be, and nothing of it is kept.
@Suite struct DryRunTests {
    @Test func nothingIsKept() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let (leadership, village) = (try await service.client(.leadership), try await service.client(.village))
            for route in Route.writing where route.action != "read" {
                let client = route.isDecision ? leadership : route.isOfVillage ? village : world.coordinator
                let request = try await route.request(world)
                let before = try await service.database.digest()
                let tried = try await client.send(
                    route.method, request.path.trying, request.body, request.headers.without("Idempotency-Key"))
                tried.expect(200)
                #expect(tried.headers["dry-run"] == "true", "\(route)")
                #expect(tried.location.isEmpty && tried.etag.isEmpty && !tried.isReplay, "\(route)")
                #expect(try await service.database.digest() == before, "\(route)")
            }
            // What was tried is then done, and comes to the same.
            for route in Route.writing where route.action != "read" {
                let client = route.isDecision ? leadership : route.isOfVillage ? village : world.coordinator
                let request = try await route.request(world)
                let tried = try await client.send(
                    route.method, request.path.trying, request.body, request.headers)
                let done = try await client.send(
                    route.method, request.path, request.body, request.headers)
                #expect((200...201).contains(done.status) && done.headers["dry-run"] == nil, "\(done.text)")
                #expect(tried.json.lasting == done.json.lasting, "\(route)")
                #expect(!done.isReplay, "\(route)")
            }
        }
    }

    @Test func everyRefusalIsTheSame() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let (client, agency) = (world.coordinator, try await service.agency("DINSOS"))
            let before = try await service.database.digest()
            // Permission, in the table and by row.
            try await agency.post("lokus?dry_run=true", ["desa_code": "63.02.14.2008", "year": 2030])
                .expectProblem(403, "forbidden")
            try await agency.post(
                "interventions/\(world.accepted)/reports?dry_run=true", Client.figures(2024, 2, 1, 1, 1)
            ).expectProblem(403, "forbidden")
            // Preconditions.
            let stale = ["If-Match": "\"77\""]
            try await client.patch(
                "lokus/\(world.lokus)?dry_run=true", ["decree_number": nil, "decree_on": nil], stale
            )
            .expectProblem(412, "stale_version")
            try await client.post("survey-rounds/\(world.openRound)/close?dry_run=true")
                .expectProblem(428, "precondition_required")
            // Rules of the schema, of one row and of several.
            try await client.post("lokus?dry_run=true", ["desa_code": .string(World.desa), "year": 2024])
                .expectProblem(409, "lokus_once_per_desa_and_year")
            try await client.post(
                "action-plans/\(world.plan)/interventions?dry_run=true", Client.intervention("X", agency: "TIADA")
            ).expectProblem(409, "intervention_agency_is_of_the_kabupaten")
            try await client.post(
                "interventions/\(world.accepted)/reports?dry_run=true", Client.figures(2023, 1, 1, 1, 1)
            ).expectProblem(422, "report_follows_the_assignment")
            try await client.post(
                "interventions/\(world.accepted)/accept?dry_run=true", nil,
                try await client.tag("interventions/\(world.accepted)")
            ).expectProblem(409, "intervention_follows_its_transitions")
            try await client.survey(world.lokus, "midline", "&dry_run=true", "family_id\n")
                .expectProblem(422, "file_refused")
            try await client.post("lokus?dry_run=perhaps", ["desa_code": "63.02.14.2008", "year": 2030])
                .expectProblem(422, "invalid_request")
            #expect(try await service.database.digest() == before)
        }
    }
}

extension String {
    /// The same address, as a dry run.
    fileprivate var trying: String { self + (contains("?") ? "&" : "?") + "dry_run=true" }
}

extension [String: String] {
    fileprivate func without(_ name: String) -> [String: String] { filter { $0.key != name } }
}

extension JSONValue {
    /// Without what differs from one making to the next: ids, times, and what only a thing that was kept has.
    fileprivate var lasting: JSONValue {
        switch self {
        case .object(let object):
            let passing: Set = [
                "id", "import_id", "round_id", "report_id", "dry_run", "status", "location", "account_id",
                "principal_id", "code",
            ]
            let kept = object.members.filter { !passing.contains($0.name) && !$0.name.hasSuffix("_at") }
            return .array(kept.flatMap { [.string($0.name), $0.value.lasting] })
        case .array(let values): return .array(values.map(\.lasting))
        default: return self
        }
    }
}
