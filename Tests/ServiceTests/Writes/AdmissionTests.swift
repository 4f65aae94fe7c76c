import Planning
import Testing
import Wire

/// Who may not do something hears that, and not what is wrong with what he sent.
@Suite struct AdmissionTests {
    @Test(arguments: [Caller.Role.agency, .reporter, .village, .viewer, .province, .leadership, .auditor])
    func permissionComesFirst(_ role: Caller.Role) async throws {
        let permissions = try Permissions()
        try await Service.run { service in
            let world = try await World(service)
            let client = try await service.client(role)
            let stranger = Client(url: service.url, token: "slr_tidak-ada")
            let faulty: [(Client.Body, Client.Headers)] = [
                (.bytes(Array("{".utf8), type: "application/json"), Client.key().merging(["If-Match": "\"1\""]) { $1 }),
                (.bytes(Array("x".utf8), type: "text/html"), [:]), (.json(["tidak_ada": 1]), [:]),
                (.csv("ref\nx\n"), Client.key()),
            ]
            // What a batch of transitions asks for stands in its body: who may accept is told what is wrong with it.
            let routes = Route.writing.filter { $0.path != "interventions:batch" || role != .agency }
            for route in routes where try !permissions.allows(role, route.action, route.resource) {
                let path = try await route.request(world).path
                for (body, headers) in faulty {
                    try await client.send(route.method, path, body, headers).expectProblem(403, "forbidden")
                    try await stranger.send(route.method, path, body, headers).expectProblem(401, "unauthenticated")
                }
            }
        }
    }

    /// Another agency's report, and another's intervention, are forbidden before they are stale or too early.
    @Test func theOtherAgencyComesFirst() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let health = try await service.agency("DINKES")
            let stale = ["If-Match": "\"99\""]
            for document: JSONValue in [["spent_idr": 1], ["nil": false], ["obstacles": "x"], ["nil": true]] {
                try await health.patch("reports/\(world.report)", document, stale).expectProblem(403, "forbidden")
            }
            for year in [2015, 2024, 2100] {
                for intervention in [world.accepted, world.proposed] {
                    try await health.report(intervention, Client.figures(year, 1, 1, 1, 1))
                        .expectProblem(403, "forbidden")
                }
            }
            let own = try await service.agency("PUPR")
            try await own.report(world.accepted, Client.figures(2015, 1, 1, 1, 1))
                .expectProblem(422, "report_follows_the_assignment")
            try await own.patch("reports/\(world.report)", ["spent_idr": 1], stale).expectProblem(412, "stale_version")
            let decree: JSONValue = ["decree_number": "1"]
            for role in [Caller.Role.viewer, .agency, .province] {
                let client = try await service.client(role)
                try await client.patch("lokus/\(world.lokus)", decree, stale).expectProblem(403, "forbidden")
            }
        }
    }
}
