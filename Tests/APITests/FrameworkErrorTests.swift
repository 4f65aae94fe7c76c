import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct FrameworkErrorTests {
    @Test func unknownPaths() async throws {
        try await Client.run { client in
            for path in ["/api", "/api/v1", "/api/v1/nothing", "/api/v1/lokus/", "/api/v1//lokus", "/livez/"] {
                try await client.get(path).expectProblem(.notFound, "not_found")
            }
        }
    }

    @Test func wrongMethodsAreToldTheRightOnes() async throws {
        try await Client.run { client in
            let deleted = try await client.send(.delete, "/api/v1/lokus")
            deleted.expectProblem(.methodNotAllowed, "method_not_allowed")
            #expect(deleted.headers[.allow] == "GET, HEAD, OPTIONS, POST")
            let traced = try await client.send(.trace, "/api/v1/lokus/\(Lokus.ID.new())")
            #expect(traced.status == .methodNotAllowed)
            #expect(traced.headers[.allow] == "GET, HEAD, OPTIONS, PATCH")
            let options = try await client.send(.options, "/api/v1/survey-rounds/1/close")
            #expect(options.status == .noContent)
            #expect(options.headers[.allow] == "OPTIONS, POST")
        }
    }

    @Test func headMirrorsGetWithoutBody() async throws {
        try await Client.run { client in
            let head = try await client.send(.head, "/api/v1/me")
            #expect(head.status == .ok)
            #expect(head.bytes.isEmpty)
            #expect(head.headers[.eTag] == (try await client.get("/api/v1/me")).headers[.eTag])
            let missing = try await client.send(.head, "/api/v1/nothing")
            #expect(missing.status == .notFound)
            #expect(missing.bytes.isEmpty)
        }
    }

    @Test func bodies() async throws {
        var small = APIConfiguration()
        small.largestJSONBody = 100
        try await Client.run(small) { client in
            func post(_ body: String, _ headers: HTTPFields = [:]) async throws -> Answer {
                try await client.send(.post, "/api/v1/lokus", body, headers: headers)
            }
            for body in ["", "{", "{\"year\":1,\"year\":2}", "{\"year\":NaN}", "\u{FEFF}{}", "{\"a\":\"\\ud800\"}"] {
                try await post(body).expectProblem(.badRequest, "malformed_json")
            }
            try await post("[]").expectProblem(.unprocessableContent, "invalid_request")
            try await post(String(repeating: " ", count: 101)).expectProblem(.contentTooLarge, "content_too_large")
            let form = try await post("year=2025", [.contentType: "application/x-www-form-urlencoded"])
            form.expectProblem(.unsupportedMediaType, "unsupported_media_type")
            #expect(form.headers[.acceptPost] == "application/json")
            try await post("{}", [.contentEncoding: "gzip"])
                .expectProblem(.unsupportedMediaType, "unsupported_media_type")
            let patch = try await client.send(
                .patch, "/api/v1/lokus/\(Lokus.ID.new())", "{}",
                headers: [.contentType: "text/plain", .ifMatch: "\"1\""])
            #expect(patch.headers[.acceptPatch] == "application/merge-patch+json, application/json")
        }
    }

    @Test func whatNobodyExpectedSaysNothing() async throws {
        struct Secret: Error { let text = "relation selaras.lokus" }
        try await Client.run { client in
            client.ports.set { $0.failure = Secret() }
            let answer = try await client.get("/api/v1/me")
            answer.expectProblem(.internalServerError, "internal")
            #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("selaras.lokus"))
        }
    }

    @Test(arguments: [
        (Refusal.forbidden, 403, "forbidden"), (.unauthenticated, 401, "unauthenticated"),
        (.notFound, 404, "not_found"),
        (.conflict(rule: "lokus_once_per_desa_and_year"), 409, "lokus_once_per_desa_and_year"),
        (.conflict(rule: "lokus_pkey"), 409, "other_rule"),
        (.invalid(rule: "report_nil_has_no_figures"), 422, "report_nil_has_no_figures"),
        (.keyInUse, 409, "idempotency_key_in_use"), (.keyReused, 422, "idempotency_key_reused"),
        (.unavailable(.databaseUnreachable), 503, "database_unreachable"),
        (.unavailable(.noFreeConnection), 503, "no_free_connection"),
        (.unavailable(.storageFull), 503, "storage_full"),
        (.unavailable(.conflictingWriters), 503, "conflicting_writers"),
        (.unavailable(.schemaMismatch), 503, "schema_mismatch"), (.timedOut, 504, "timed_out"),
    ])
    func refusals(refusal: Refusal, status: Int, code: String) async throws {
        try await Client.run { client in
            client.ports.set { $0.failure = refusal }
            let answer = try await client.get("/api/v1/me")
            answer.expectProblem(HTTPResponse.Status(code: status), code)
            #expect((answer.headers[.retryAfter] != nil) == (status == 503 || code == "idempotency_key_in_use"))
            #expect((answer.headers[.wwwAuthenticate] != nil) == (status == 401))
        }
    }
}
