import HTTPTypes
import Hummingbird
import Measurement
import Planning
import Testing
import Wire

@testable import API

/// Files of announced results, as far as HTTP goes.
struct ResultImportTests {
    private let path = "/api/v1/result-imports"
    private let csv: HTTPFields = [.contentType: "text/csv", .idempotencyKey: "k"]
    private let header = "desa_code,year,purpose,code,value\n"

    @Test func whatTheFileSaysReachesTheStore() async throws {
        try await Client.run { client in
            let file = header + "63.02.12.2005,2025,pendataan awal,IKK,\"75,90\"\n"
            let answer = try await client.send(.post, path + "?file_name=hasil.csv&own_area=true", file, headers: csv)
            #expect(answer.status == .created && answer.json["rows_read"].integer == 1)
            #expect(answer.headers[.location] == "\(path)/\(answer.json["import_id"].text ?? "")")
            let lines = try #require(client.ports.get { $0.results.last?.lines })
            #expect(lines.map(\.figure.value?.description) == ["75.90"] && lines[0].purpose == .baseline)
            #expect(lines[0].line == 2 && lines[0].source == nil)
            let again = try await client.send(.post, path + "?file_name=hasil.csv&own_area=true", file, headers: csv)
            #expect(again.headers[.idempotentReplayed] == "true" && again.json == answer.json)
            let tried = try await client.send(
                .post, path + "?dry_run=true", file, headers: [.contentType: "text/csv"])
            #expect(tried.status == .ok && tried.headers[.location] == nil && tried.json["import_id"].isNull)
        }
    }

    @Test func whatTheStoreCannotPlaceIsToldByLine() async throws {
        try await Client.run { client in
            let file = header + "63.02.12.2005,2025,baseline,IKK,75\n63.02.12.2005,2025,baseline,XX,75\n"
            let answer = try await client.send(.post, path, file, headers: csv)
            answer.expectProblem(.unprocessableContent, "file_refused")
            let fault = try #require(answer.json["errors"].items.first)
            #expect(
                fault["line"].integer == 3 && fault["column"].text == "code" && fault["code"].text == "unknown_code")
            #expect(fault["message"].text?.contains("ikk-2 1") == true)
            try await client.send(.post, path + "?own_area=maybe", file, headers: csv)
                .expectProblem(.unprocessableContent, "invalid_request")
            try await client.send(.post, path, file, headers: [.contentType: "text/csv"])
                .expectProblem(.badRequest, "idempotency_key_required")
        }
    }
}
