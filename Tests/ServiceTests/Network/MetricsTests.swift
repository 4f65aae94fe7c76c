import Foundation
import Planning
import Support
import Testing
import Wire

/// What operators' programs read.
@Suite struct MetricsTests {
    @Test func requestsAreCountedByRoute() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            for number in 0..<30 {
                try await client.get("lokus/\(lokus)").expect(200)
                try await client.get("tidak-ada-\(number)").expect(404)
                try await client.get("lokus/\(UUID().uuidString.lowercased())").expect(404)
            }
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...7)).expect(201)
            let answer = try await service.admin.get("/metrics").expect(200)
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let page = try MetricsPage(answer.text)
            let count = "selaras_http_requests_total"
            let lokusLabels = ["route": "/api/v1/lokus/{id}", "method": "GET"]
            #expect(page.value(count, lokusLabels.merging(["status": "200"]) { $1 }) == 30)
            #expect(page.value(count, lokusLabels.merging(["status": "404"]) { $1 }) == 30)
            #expect(page.value(count, ["route": "-", "method": "GET", "status": "404"]) == 30)
            #expect(page.value("selaras_http_request_duration_seconds_count", lokusLabels) == 60)
            #expect(page.value("selaras_import_rows_total", [:]) == 7)
            #expect(page.value("selaras_http_problems_total", ["code": "not_found"]) == 60)
            #expect(page.value("selaras_http_requests_in_progress", [:]) == 0)
            #expect((page.value("selaras_pool_connections", ["pool": "main", "state": "idle"]) ?? 0) >= 1)
            #expect((page.value("process_resident_memory_bytes", [:]) ?? 0) > 1_048_576)
            #expect((page.value("process_open_fds", [:]) ?? 0) > 3)
            // However many paths are asked for, the page does not grow with them.
            #expect(page.samples.count < 400)
            #expect(!answer.text.contains("tidak-ada") && !answer.text.contains(lokus))
            try await Self.promtool(answer.text)
            // They are for operators.
            for path in ["/metrics", "/livez", "/readyz"] {
                try await service.stranger.get(path).expectProblem(404, "not_found")
            }
        }
    }

    /// A client that is gone before its answer has begun is counted and logged as all others are.
    @Test func whoIsGoneIsCounted() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let token = try #require(client.token)
            let request =
                "GET /api/v1/regions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\nAccept: text/csv\r\n\r\n"
            for _ in 0..<50 {
                let socket = try RawSocket(service.url)
                socket.send(request)
                socket.close()
            }
            try await eventually("no request in progress") {
                let page = try MetricsPage(try await service.admin.get("/metrics").expect(200).text)
                return page.value("selaras_http_requests_in_progress", [:]) == 0
            }
        }
    }

    /// Where the tool is installed, it judges too.
    private static func promtool(_ text: String) async throws {
        guard let path = ["/usr/bin/promtool", "/usr/local/bin/promtool"].first(where: FileManager.default.fileExists)
        else { return }
        let outcome = try await Program(path)("check", "metrics", input: text)
        #expect(outcome.code == 0, "\(outcome.out) \(outcome.error)")
    }

    @Test func limitsAreThoseEnforced() async throws {
        try await Service.run(arguments: ["--head-seconds", "7"]) { service in
            let limits = try await service.stranger.get("limits").expect(200)
            #expect(limits["header_seconds"].integer == 7)
            let largest = try #require(limits["json_body_bytes"].integer)
            let client = try await service.coordinator()
            let blanks = [UInt8](repeating: UInt8(ascii: " "), count: largest - 2)
            let fits = try await client.send(
                "POST", "lokus", .bytes(blanks + Array("{}".utf8), type: "application/json"))
            fits.expectProblem(422, "invalid_request")
            let tooLarge = try await client.send(
                "POST", "lokus", .bytes(blanks + Array(" {}".utf8), type: "application/json"))
            tooLarge.expectProblem(413, "content_too_large")
            let most = try #require(limits["query_parameters"].integer)
            let query = { (count: Int) in (0..<count).map { "a\($0)=" }.joined(separator: "&") }
            try await client.get("lokus?" + query(most)).expectProblem(422, "invalid_request")
            try await client.get("lokus?" + query(most + 1)).expectProblem(414, "uri_too_long")
            let depth = try #require(limits["json_depth"].integer)
            let nested = { (depth: Int) in
                Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
            }
            try await client.send("POST", "lokus", .bytes(nested(depth), type: "application/json"))
                .expectProblem(422, "invalid_request")
            try await client.send("POST", "lokus", .bytes(nested(depth + 1), type: "application/json"))
                .expectProblem(400, "malformed_json")
            try await client.send("POST", "lokus", .bytes(nested(largest / 2), type: "application/json"))
                .expectProblem(400, "malformed_json")
        }
    }
}
