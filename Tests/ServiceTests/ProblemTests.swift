import Foundation
import Support
import Testing
import Wire

/// Every error is a problem that a person can read, and none tells how the service is built.
@Suite struct ProblemTests {
    @Test func whatTheFrameworkRefuses() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            for path in [
                "/api", "/api/v1", "/api/v2/lokus", "tidak-ada", "lokus/", "/livez", "/readyz", "/metrics",
                "/api//v1/lokus",
                "lokus/x/y/z",
            ] {
                try await client.get(path).expectProblem(404, "not_found")
            }
            for (method, path, allow) in [
                ("DELETE", "lokus", "GET, HEAD, OPTIONS, POST"), ("PUT", "lokus/\(lokus)", "GET, HEAD, OPTIONS, PATCH"),
                ("POST", "regions", "GET, HEAD, OPTIONS"), ("GET", "lokus/\(lokus)/survey-imports", "OPTIONS, POST"),
                ("TRACE", "/api/v1/limits", "GET, HEAD, OPTIONS"),
            ] {
                let answer = try await client.send(method, path).expectProblem(405, "method_not_allowed")
                #expect(answer.headers["allow"] == allow, "\(method) \(path)")
            }
            for text in [
                "", "{", "{]", "nul", "{\"year\": 1,}", "{\"year\": 1, \"year\": 2}", "\u{1}", "{\"a\": \"\\ud800\"}",
            ] {
                try await client.send("POST", "lokus", .bytes(Array(text.utf8), type: "application/json"))
                    .expectProblem(400, "malformed_json")
            }
            for text in ["[]", "1", "null", "\"x\""] {
                try await client.send("POST", "lokus", .bytes(Array(text.utf8), type: "application/json"))
                    .expectProblem(422, "invalid_request")
            }
            for type in [nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
                try await client.send("POST", "lokus", .bytes(Array("{}".utf8), type: type))
                    .expectProblem(415, "unsupported_media_type")
            }
            try await client.send(
                "POST", "lokus/\(lokus)/survey-imports?purpose=baseline",
                .bytes([0x50, 0x4B], type: "application/zip"),
                Client.key()
            ).expectProblem(415, "unsupported_media_type")
            let gzip = ["Content-Encoding": "gzip"]
            try await client.send("POST", "lokus", .json(["year": 1]), gzip).expectProblem(
                415, "unsupported_media_type")
            let large = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
            try await client.send("POST", "lokus", .bytes(large, type: "application/json"))
                .expectProblem(413, "content_too_large")
            let invalid = try await client.post("lokus", ["desa_code": 5, "tahun": 1])
                .expectProblem(422, "invalid_request")
            #expect(Set(invalid["errors"].items.map(\.["pointer"].text)) == ["/desa_code", "/year", "/tahun"])
        }
    }

    /// What a problem's `type` leads to is there, for everybody.
    @Test func theirTypesCanBeRead() async throws {
        try await Service.run { service in
            for code in ["not_found", "file_refused", "lokus_once_per_desa_and_year", "database_unreachable"] {
                let text = try await service.stranger.get("/problems/\(code)").expect(200)
                #expect(text["title"].text?.isEmpty == false)
            }
            try await service.stranger.get("/problems/tidak_ada").expectProblem(404, "not_found")
        }
    }

    @Test func theClientsRequestIDComesBack() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let answer = try await client.get("lokus/x", ["Request-Id": "abc-1.2_3"]).expectProblem(404, "not_found")
            #expect(answer["request_id"].text == "abc-1.2_3")
            for unsafe in ["a b", "<script>", String(repeating: "x", count: 65), "é"] {
                let answer = try await client.get("lokus/x", ["Request-Id": unsafe]).expectProblem(404, "not_found")
                #expect(answer["request_id"].text != unsafe)
            }
            // It is in the event of what the request did.
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024], ["Request-Id": "jejak-1"])
                .expect(201)
            #expect(
                try await service.database.value("select request_id from event where subject = 'lokus'") == "jejak-1")
        }
    }

    /// Words that only the program and its database use among themselves.
    private static let inner = [
        "select ", "insert ", "update set", "relation \"", "column \"", "constraint \"", "violates", "syntax error",
        "postgres", "pgsql", "libpq", "sqlstate", ".swift", "sources/", TestDatabase.root.path.lowercased(), "/home/",
        "/tmp/", "fatal error",
        "swift.", "nioc", "hummingbird", "family_answer", "progress_report\"", "selaras_", "pg_", "0x", "optional(",
        "decodingerror", "unexpectedcontent",
    ]

    private func innerWords(of answer: Answer, sent: String) -> [String] {
        let text = answer.text.lowercased()
        return Self.inner.filter { text.contains($0) && !sent.lowercased().contains($0) }
    }

    @Test func badRequestsLearnNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let values: [JSONValue] = [
                "", " ", "' or 1=1 --", "\u{7F}\u{202E}", "𝔘𝔫𝔦", .string(String(repeating: "x", count: 3000)), -1, 0,
                99_999_999_999_999, .decimal("1e400"), .decimal("0.001"), true, .null, [], ["x"], [:], ["a": 1],
                "2024-02-30", "0000-00-00", "9999-12-31", "63.02.12.2005", "00000000-0000-0000-0000-000000000000",
            ]
            let documents: [(String, JSONValue)] = [
                (
                    "lokus",
                    ["desa_code": "63.02.12.2005", "year": 2024, "decree_number": "1", "decree_on": "2024-01-01"]
                ),
                ("action-plans", ["lokus_id": .string(world.spareLokus), "title": "x", "target_ikk": 80]),
                ("action-plans/\(world.plan)/interventions", Client.intervention("P-77")),
                ("interventions/\(world.accepted)/reports", Client.figures(2024, 3, 1, 1, 1)),
            ]
            var sent = 0
            for (path, document) in documents {
                guard case .object(let object) = document else { continue }
                for (index, value) in values.enumerated() {
                    let member = object.members[(index + sent) % object.members.count]
                    var changed = object
                    changed[member.name] = value
                    let answer = try await client.post(path, .object(changed), Client.key())
                    expectHarmless(answer, sent: JSONValue.object(changed).written())
                    sent += 1
                }
            }
            for text in [
                "%27", "%00", "..%2f..%2fetc", "1;drop%20table%20lokus", "%F0%9F%98%80", "{id}", "*", "-1",
            ] {
                for path in [
                    "lokus/\(text)", "regions/\(text)", "lokus?desa_code=\(text)", "regions?q=\(text)",
                    "frameworks/\(text)/versions/\(text)",
                ] {
                    expectHarmless(try await client.get(path), sent: path)
                    sent += 1
                }
            }
            #expect(sent > 100)
        }
    }

    private func expectHarmless(_ answer: Answer, sent: String) {
        #expect(answer.status < 500, "\(sent): \(answer.text)")
        #expect(innerWords(of: answer, sent: sent) == [], "\(sent): \(answer.text)")
        if answer.status >= 400 {
            #expect(answer.problemFaults().filter { $0 != "instance" } == [], "\(sent): \(answer.text)")
        }
    }

    /// In a database where every transaction begins read-only, reading works and writing does not: no GET writes. But who
    /// read what tells of persons is recorded, or it is not shown.
    @Test func readingNeverWrites() async throws {
        try await Service.run { service in
            let world = try await World(service)
            try await service.database.execute(
                """
                alter database \(service.database.name) set default_transaction_read_only = on;
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and usename = 'selaras_login'
                """)
            let client = world.coordinator
            // The connections that were terminated are noticed first.
            for _ in 0..<100 where try await client.get("lokus").status != 200 {}
            for route in Route.reading {
                let answer = try await client.get(route.request(world).path)
                if ["account", "family_answer"].contains(route.resource) {
                    #expect(answer.status >= 500 && innerWords(of: answer, sent: "") == [], "\(route.path)")
                } else {
                    answer.expect(200)
                }
            }
            let refused = try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2026])
            #expect(refused.status >= 500)
            #expect(innerWords(of: refused, sent: "") == [])
        }
    }
}
