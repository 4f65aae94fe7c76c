import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct OpenDataTests {
    private static let paths = [
        "/api/v1/open-data", "/api/v1/open-data/indices", "/api/v1/open-data/indicators",
        "/api/v1/open-data/interventions",
    ]

    /// With a token, without one, with a wrong one: nobody is looked up.
    @Test(arguments: paths) func nobodyHasToSignIn(path: String) async throws {
        try await Client.run { client in
            for token in [nil, "x", Client.token.text] {
                let answer = try await client.send(.get, path, as: token)
                #expect(answer.status == .ok)
                #expect(answer.headers[.vary] == "Accept")
                // What came with a token is kept by nobody, whatever it is.
                #expect(answer.headers[.cacheControl] == (token == nil ? "public, max-age=300" : "no-store"))
            }
            #expect(client.ports.get { $0.accesses.count >= 3 && $0.accesses.allSatisfy(\.isAnybody) })
        }
    }

    @Test(arguments: paths) func whatIsUnchangedIsNotSentAgain(path: String) async throws {
        try await Client.run { client in
            let tag = try #require(try await client.send(.get, path, as: nil).headers[.eTag])
            let again = try await client.send(.get, path, headers: [.ifNoneMatch: tag], as: nil)
            #expect(again.status == .notModified && again.bytes.isEmpty)
            #expect(again.headers[.eTag] == tag && again.headers[.cacheControl] == "public, max-age=300")
        }
    }

    @Test func theCatalogueHasTwoForms() async throws {
        try await Client.run { client in
            let path = "/api/v1/open-data"
            let table = try await client.send(.get, path, headers: [.accept: "text/csv"], as: nil)
            #expect(table.headers[.contentType] == "text/csv; charset=utf-8; header=present")
            let tree = try await client.send(.get, path, as: nil)
            #expect(tree.headers[.eTag] != table.headers[.eTag])
            let lines = try await client.send(.get, path, headers: [.accept: "application/x-ndjson"], as: nil)
            lines.expectProblem(.notAcceptable, "not_acceptable")
            #expect(try await client.send(.get, "\(path)?x=1", as: nil).faults == ["x unknown_parameter"])
        }
    }

    @Test func aFilterThatIsNotUnderstoodIsRefused() async throws {
        try await Client.run { client in
            let faults = try await client.send(.get, "/api/v1/open-data/indicators?good=eq.1&year=x", as: nil).faults
            #expect(Set(faults) == ["good unknown_parameter", "year wrong_type"])
        }
    }
}
