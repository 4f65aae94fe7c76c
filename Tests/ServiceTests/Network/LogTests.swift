import Foundation
import Planning
import Support
import Testing
import Wire

/// The log says enough to find a fault, and nothing of what people sent.
@Suite struct LogTests {
    private static let canary = "kenari-7f3a"

    @Test func linesHoldNoSecretsAndNobody() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let token = try #require(client.token)
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            // Wherever somebody can write something.
            try await client.post("lokus", .object(JSONObject([(Self.canary, .string(Self.canary))]))).expect(422)
            try await client.get("regions?q=\(Self.canary)").expect(200)
            try await client.get("lokus/\(Self.canary)").expect(404)
            try await client.get("/\(Self.canary)").expect(404)
            try await client.get(
                "lokus", ["User-Agent": Self.canary, "X-Forwarded-For": Self.canary, "Traceparent": Self.canary]
            ).expect(200)
            _ = try await client.post(
                "lokus", ["desa_code": "63.02.12.2006", "year": 2024, "decree_number": .string(Self.canary)],
                ["Idempotency-Key": Self.canary])
            var stranger = service.stranger
            stranger.token = "slr_\(Self.canary)"
            try await stranger.get("me").expect(401)
            let file = SurveyText.header + SurveyText.row(Self.canary) + SurveyText.row(Self.canary)
            try await client.survey(lokus, "baseline", "&file_name=\(Self.canary).csv", file).expect(422)
            try await client.get("me", ["Request-Id": "terakhir"]).expect(200)

            let lines = try await service.lines(until: "terakhir")
            #expect(lines.count > 10)
            for line in lines {
                #expect(line["ts"].text?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil)
                #expect(line["level"].text != nil && line["message"].text != nil)
            }
            for secret in [Self.canary, token, String(token.dropFirst(4)), "Penguji"] {
                #expect(!service.server.log.contains(secret))
            }
            let last = try #require(lines.last { $0["request_id"].text == "terakhir" })
            let principal = try await service.database.value("select id from principal where role = 'coordinator'")
            #expect(last["principal"].text == principal && last["role"].text == "coordinator")
            #expect(last["route"].text == "/api/v1/me" && last["method"].text == "GET")
            #expect(last["status"].integer == 200 && last["ms"].integer != nil && (last["bytes"].integer ?? 0) > 0)
        }
    }

    /// Neither a header nor a path begins a line of its own.
    @Test func nobodyWritesLinesOfTheirOwn() async throws {
        try await Service.run { service in
            let trace = "0af7651916cd43dd8448eb211c80319c"
            let client = try await service.coordinator()
            for id in ["a%0Ab", "a\",\"level\":\"error", "a\u{2028}b", "{}", "a b"] {
                _ = try await client.get("me", ["Request-Id": id])
            }
            try await client.get("lokus/%0A%7B%22level%22:%22critical%22%7D").expect(404)
            try await client.get(
                "me", ["Request-Id": "jejak", "traceparent": "00-\(trace)-b7ad6b7169203331-01"]
            ).expect(200)
            let lines = try await service.lines(until: "jejak")
            #expect(lines.allSatisfy { $0["level"].text == "info" })
            #expect(lines.last { $0["request_id"].text == "jejak" }?["trace_id"].text == trace)
            #expect(lines.count { $0["request_id"].text != nil } == 7)
        }
    }

    /// What nobody expected is told to the operator by its names, and to the client not at all.
    @Test func aFaultOfOursCanBeFound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await service.database.execute("alter table catalogue_item rename to elsewhere")
            let answer = try await client.get("catalogue-items", ["Request-Id": "salah"]).expectProblem(500, "internal")
            #expect(!answer.text.contains("catalogue_item"))
            let line = try #require(
                try await service.lines(until: "salah").last { $0["request_id"].text == "salah" })
            #expect(line["level"].text == "error" && line["status"].integer == 500)
            #expect(line["sqlstate"].text == "42P01" && line["error"].text == "database server")
            #expect(line["statement"].text?.contains("catalogue_item") == true)
        }
    }

    @Test func theLevelIsTheOperators() async throws {
        try await Service.run(arguments: ["--log-level", "error"]) { service in
            try await service.stranger.get("me", ["Request-Id": "sunyi"]).expect(401)
            #expect(!service.server.log.contains("sunyi"))
        }
    }

    @Test func timesAreForWhoCoordinates() async throws {
        try await Service.run { service in
            let coordinator = try await service.coordinator()
            let own = try await coordinator.get("me").expect(200).headers["server-timing"] ?? ""
            #expect(own.wholeMatch(of: #/app;dur=\d+\.\d/#) != nil)
            let agency = try await service.agency("PUPR")
            #expect(try await agency.get("me").expect(200).headers["server-timing"] == nil)
            #expect(try await service.stranger.get("limits").expect(200).headers["server-timing"] == nil)
        }
    }
}

extension Service {
    /// The lines of the log up to that of a request, each a JSON object.
    fileprivate func lines(until requestID: String) async throws -> [JSONValue] {
        try await eventually("a line of \(requestID)") { server.log.contains("\"request_id\":\"\(requestID)\"") }
        return try server.log.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    }
}
