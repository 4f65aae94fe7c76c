import Planning
import Testing
import Wire

/// Who may not do something hears that, and not what is wrong with what he sent.
@Suite struct AdmissionTests {
    @Test(arguments: [Caller.Role.agency, .village, .viewer, .province])
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
}
