import Foundation
import Planning
import Store
import Support
import Testing
import Wire

/// Every role on every route, as `Config/permissions.csv` has it.
@Suite struct RouteTests {
    @Test func theListIsThatOfTheRouter() throws {
        let file = TestDatabase.root.appending(path: "Sources/API/Router.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        let found = text.matches(of: #/(?:api|router)\.(get|post|patch|put|delete|head|on)\(\s*"([^"]+)"/#).map {
            "\($0.1.uppercased()) \($0.2)"
        }
        #expect(found.count > 30)
        let listed =
            (Route.open + Route.reading + Route.writing).map(\.testDescription) + Route.service.map { "GET \($0)" }
            + Route.own + Route.entry
        #expect(Set(found) == Set(listed))
        #expect(found.count == listed.count)
    }

    @Test func everyPermissionHasARoute() throws {
        let used = Set((Route.open + Route.reading + Route.writing).map { "\($0.resource) \($0.action)" })
        // Events are read where they are verified, by those who operate the service.
        #expect(try used.union(["event read"]) == Permissions().all)
    }

    @Test(arguments: Caller.Role.signedIn) func matrix(_ role: Caller.Role) async throws {
        let permissions = try Permissions()
        try await Service.run { service in
            let world = try await World(service)
            let client = try await service.client(role)
            for route in Route.reading + Route.writing {
                let request = try await route.request(world)
                let answer = try await client.send(route.method, request.path, request.body, request.headers)
                if try permissions.allowsInWorld(role, route.action, route.resource) {
                    #expect(
                        [200, 201, 204].contains(answer.status), "\(role) \(route.testDescription): \(answer.text)")
                } else {
                    answer.expectProblem(403, "forbidden")
                }
            }
        }
    }

    @Test func aTokenIsNeededEverywhere() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let expired = try await service.database.token(.coordinator).text
            try await service.database.execute(
                """
                update token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
                where hash = sha256('\(expired)')
                """)
            let (revoked, id) = try await service.database.token(.coordinator)
            #expect(try await service.database.administer { try await $0.revokeToken(id) })
            let unknown = TokenSecret.random().text
            let tokens: [String?] = [nil, "", "x", "slr_", unknown, String(unknown.dropLast()), expired, revoked]
            for token in tokens {
                let client = Client(url: service.url, token: token)
                for route in Route.reading + Route.writing {
                    let request = try await route.request(world)
                    let answer = try await client.send(route.method, request.path, request.body, request.headers)
                    answer.expectProblem(401, "unauthenticated")
                    #expect(answer.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
                }
            }
            for route in Route.own {
                let parts = route.split(separator: " ").map(String.init)
                for token in tokens {
                    let answer = try await Client(url: service.url, token: token).send(
                        parts[0], parts[1].replacing("{id}", with: world.lokus),
                        parts[0] == "PUT"
                            ? .json(["current_password": "x", "new_password": "y"])
                            : parts[0] == "POST" ? .json(Self.body(of: parts[1])) : .none)
                    // Who signs out with what has ended is told that there is nothing to end.
                    guard !(route.hasSuffix("current") && answer.status == 404) else { continue }
                    answer.expectProblem(401, "unauthenticated")
                }
            }
            for path in ["/problems/not_found", "/api/v1/limits"] + Route.open.map({ "/\($0.path)" }) {
                try await service.stranger.get(path).expect(200)
            }
        }
    }

    /// Well formed, for what is a person's own.
    private static func body(of path: String) -> JSONValue {
        switch path {
        case "me/second-factor": ["current_password": "x"]
        case "me/second-factor/confirm": ["second_factor_code": "123456"]
        default: ["current_password": "x", "second_factor_code": "123456"]
        }
    }
}
