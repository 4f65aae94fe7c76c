import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct SignInTests {
    @Test func nothingIsOpenWithoutAToken() async throws {
        let router = buildRouter(ports: FakePorts())
        let openPaths =
            ["/api/v1/limits", "/api/v1/openapi.yaml", "/api/v1/openapi.json", "/api/v1/open-data"]
            + OpenDataset.allCases.map(\.path)
        let routes = router.routes.map { (method: $0.method, path: $0.path.description) }
            .filter { $0.path.hasPrefix("/api/") && !openPaths.contains($0.path) }
            .filter { !($0.method == .post && ["/api/v1/sessions", "/api/v1/invitations/accept"].contains($0.path)) }
        #expect(routes.count > 30)
        try await Client.run { client in
            for route in routes {
                let path = route.path.replacing("{id}", with: Lokus.ID.new().description)
                for token in [nil, "", "slr_", Client.token.text + "x", "slr_" + String(repeating: "0", count: 49)] {
                    let answer = try await client.send(route.method, path, as: token)
                    answer.expectProblem(.unauthorized, "unauthenticated")
                    #expect(answer.headers[.wwwAuthenticate] == "Bearer")
                }
            }
            #expect(client.ports.get { $0.accesses.count } == 0)
        }
    }

    @Test func serviceRoutesNeedNone() async throws {
        try await Client.run { client in
            #expect(try await client.send(.get, "/api/v1/limits", as: nil).json["json_depth"].integer == 32)
            #expect(try await client.send(.get, "/problems/forbidden", as: nil).json["code"].text == "forbidden")
            try await client.send(.get, "/problems/unheard_of", as: nil).expectProblem(.notFound, "not_found")
        }
    }

    @Test func theStoreGetsTheHashAndTheRequestID() async throws {
        try await Client.run { client in
            let answer = try await client.get("/api/v1/me", headers: [.requestID: "dari-CLI_1.0"])
            #expect(answer.headers[.requestID] == "dari-CLI_1.0")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            let access = try #require(client.ports.get { $0.accesses.last })
            #expect(access.requestID == "dari-CLI_1.0")
            #expect(access.tokenHash.count == 32)
            #expect(access.idempotency == nil)
            #expect(answer.json["areas"].texts == ["63.02"])
        }
    }

    @Test(arguments: ["", "a b", "x\"y", String(repeating: "a", count: 65), "é"])
    func unsafeRequestIDsAreReplaced(id: String) async throws {
        try await Client.run { client in
            let answer = try await client.get("/api/v1/me", headers: [.requestID: id])
            let given = try #require(answer.headers[.requestID])
            #expect(given != id && !given.isEmpty)
        }
    }
}
