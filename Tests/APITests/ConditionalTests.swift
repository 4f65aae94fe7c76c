import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct ConditionalTests {
    private func registered(_ client: Client) async throws -> (path: String, entityTag: String) {
        let made = try await client.send(.post, "/api/v1/lokus", #"{"desa_code":"63.02.04.2001","year":2025}"#)
        #expect(made.status == .created)
        return (try #require(made.headers[.location]), try #require(made.headers[.eTag]))
    }

    @Test func whatTheClientHasIsNotSentAgain() async throws {
        try await Client.run { client in
            let (path, tag) = try await registered(client)
            #expect(tag.hasPrefix("\"1-") && tag.hasSuffix("\""))
            let fresh = try await client.get(path, headers: [.ifNoneMatch: "\"0-x\", W/\(tag)"])
            #expect(fresh.status == .notModified)
            #expect(fresh.bytes.isEmpty)
            #expect(fresh.headers[.eTag] == tag)
            #expect(fresh.headers[.contentType] == nil)
            #expect(try await client.get(path, headers: [.ifNoneMatch: "\"1-other\""]).status == .ok)
        }
    }

    /// The rounds of a lokus are part of its representation and not of its version.
    @Test func theTagFollowsTheRepresentation() async throws {
        try await Client.run { client in
            let (path, tag) = try await registered(client)
            client.ports.set { state in
                let one = state.lokus[0]
                state.lokus[0] = Lokus(
                    id: one.id, place: one.place, decree: nil, rounds: [], planID: .new(), stamp: one.stamp)
            }
            let changed = try await client.get(path, headers: [.ifNoneMatch: tag])
            #expect(changed.status == .ok)
            #expect(changed.headers[.eTag] != tag)
            let patch = #"{"decree_number":"1/2025","decree_on":"2025-02-03"}"#
            #expect(try await client.send(.patch, path, patch, headers: [.ifMatch: tag]).status == .ok)
        }
    }

    @Test func changesNeedTheVersion() async throws {
        try await Client.run { client in
            let (path, tag) = try await registered(client)
            let patch = #"{"decree_number":"1/2025","decree_on":"2025-02-03"}"#
            try await client.send(.patch, path, patch).expectProblem(.preconditionRequired, "precondition_required")
            for bad in ["*", "1", "\"\"", "\"x-1\"", "w/\"1\"", "\"1\", \"2\""] {
                try await client.send(.patch, path, patch, headers: [.ifMatch: bad])
                    .expectProblem(.badRequest, "invalid_header")
            }
            let changed = try await client.send(.patch, path, patch, headers: [.ifMatch: tag])
            #expect(changed.status == .ok)
            #expect(changed.json["decree_on"].text == "2025-02-03")
            #expect(changed.headers[.eTag]?.hasPrefix("\"2-") == true)
            #expect(changed.headers[.eTag] == (try await client.get(path)).headers[.eTag])
            let stale = try await client.send(.patch, path, patch, headers: [.ifMatch: tag])
            stale.expectProblem(.preconditionFailed, "stale_version")
            #expect(stale.headers[.eTag] == changed.headers[.eTag])
        }
    }

    @Test func transitionsNeedItToo() async throws {
        try await Client.run { client in
            let id = Lokus.ID.new()
            for path in ["survey-rounds/\(id)/close", "interventions/\(id)/assign", "interventions/\(id)/accept"] {
                try await client.send(.post, "/api/v1/\(path)")
                    .expectProblem(.preconditionRequired, "precondition_required")
            }
        }
    }

    @Test func aMergePatchKeepsWhatItDoesNotName() async throws {
        try await Client.run { client in
            let (path, tag) = try await registered(client)
            func patch(_ body: String, _ tag: String) async throws -> Answer {
                let headers: HTTPFields = [.ifMatch: tag, .contentType: "application/merge-patch+json"]
                return try await client.send(.patch, path, body, headers: headers)
            }
            #expect(try await patch(#"{"decree_number":"1"}"#, tag).faults == ["/decree_on needs_both_or_neither"])
            _ = try await patch(#"{"decree_number":"1","decree_on":"2025-02-03"}"#, tag)
            let renamed = try await patch(#"{"decree_number":"2"}"#, "\"2\"")
            #expect(renamed.json["decree_number"].text == "2")
            #expect(renamed.json["decree_on"].text == "2025-02-03")
            let cleared = try await patch(#"{"decree_number":null,"decree_on":null}"#, "\"3\"")
            #expect(cleared.json["decree_number"].isNull && cleared.json["decree_on"].isNull)
            #expect(try await patch(#"{"year":2026}"#, "\"4\"").faults == ["/year unknown_member"])
        }
    }
}
