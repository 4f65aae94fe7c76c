import Foundation
import Planning
import Support
import Testing
import Wire

/// What is recorded although no row changes, and who reads what was recorded.
@Suite struct EventTests {
    /// Waits until there are so many events of that kind.
    private func events(_ database: TestDatabase, _ condition: String, _ count: Int) async throws {
        try await eventually("\(condition)") { try await database.count("from event where \(condition)") >= count }
        #expect(try await database.count("from event where \(condition)") == count, "\(condition)")
    }

    @Test func aRefusedRequestIsRecorded() async throws {
        try await Service.run { service in
            let viewer = try await service.client(.viewer)
            let refused = try await viewer.post(
                "lokus", ["desa_code": "63.02.12.2005", "year": 2024], ["Request-Id": "ditolak-1"])
            refused.expectProblem(403, "forbidden")
            try await viewer.get("operations").expectProblem(403, "forbidden")
            // Whom nobody knows is recorded nowhere.
            try await Client(url: service.url, token: "slr_" + String(repeating: "a", count: 43)).get("lokus")
                .expect(401)
            try await events(service.database, "action = 'denied'", 2)
            let told = try await service.database.value(
                """
                select concat_ws(' ', e.area_code, p.role, e.subject, e.after ->> 'method') from event e
                join principal p on p.id = e.principal_id where e.request_id = 'ditolak-1'
                """)
            #expect(told == "63.02 viewer /api/v1/lokus POST")
        }
    }

    /// With the rule, and of the same again and again only the first of a minute.
    @Test func whatIsNotOnesIsRecordedOnce() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let draft: JSONValue = [
                "email": "x@y.example", "name": "X", "kabupaten_code": "63.02", "role": "coordinator",
            ]
            for _ in 1...4 { try await siti.post("invitations", draft).expectProblem(403, "role_is_ones_to_give") }
            let own = try await siti.get("me").expect(200)["account"]["id"].text ?? ""
            try await siti.post("accounts/\(own)/disable").expectProblem(403, "account_is_ones_to_look_after")
            try await siti.get("lokus", ["Selaras-Principal": UUID().uuidString.lowercased()])
                .expectProblem(403, "principal_is_held_now")
            try await events(service.database, "action = 'denied'", 3)
            let told = try await service.database.value(
                """
                select string_agg(concat_ws(' ', subject, after ->> 'method', after ->> 'rule'), ', ' order by number)
                from event where action = 'denied' and account_id = '\(own)' and session_id is not null
                """)
            #expect(
                told == """
                    /api/v1/invitations POST role_is_ones_to_give, \
                    /api/v1/accounts/{id}/disable POST account_is_ones_to_look_after, \
                    /api/v1/lokus GET principal_is_held_now
                    """)
        }
    }

    @Test func aFileThatLeavesIsRecorded() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await client.lokus("63.02.12.2005", 2024)
            try await client.get("lokus").expect(200)
            #expect(try await service.database.count("from event where action = 'export'") == 0)
            let filter = "lokus?year=2024&fields=desa_code"
            let file = try await client.get(filter, ["Accept": "text/csv", "Request-Id": "unduh-1"]).expect(200)
            #expect(file.text.contains("63.02.12.2005"))
            try await client.get("\(filter)&page_size=1", ["Accept": "application/x-ndjson"]).expect(200)
            let told = try await service.database.value(
                "select string_agg(subject || ' ' || subject_id || ' ' || after::jsonb::text, ';' order by number) "
                    + "from event where action = 'export'")
            #expect(
                told == """
                    lokus /api/v1/lokus {"year": "2024", "fields": "desa_code", "format": "csv"};\
                    lokus /api/v1/lokus {"year": "2024", "fields": "desa_code", "format": "ndjson", "page_size": "1"}
                    """)
            // What is open to everybody leaves without a word, and so does what was refused.
            try await service.stranger.get("open-data/indices", ["Accept": "text/csv"]).expect(200)
            try await client.get("lokus?nope=1", ["Accept": "text/csv"]).expectProblem(422, "invalid_request")
            #expect(try await service.database.count("from event where action = 'export'") == 2)
        }
    }

    @Test func theCoordinatorReadsTheTrailOfHisKabupaten() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let id = try await client.lokus("63.02.12.2005", 2024)
            let path = "lokus/\(id)"
            try await client.patch(path, ["decree_number": "1/2024", "decree_on": "2024-02-01"], client.tag(path))
                .expect(200)
            let list = try await client.get("events?subject=lokus").expect(200)
            #expect(list.items.map { $0["action"].text } == ["update", "insert"])
            let update = try #require(list.items.first)
            #expect(update["subject_id"].text == id && update["area_code"].text == "63.02")
            #expect(update["before"]["decree_number"].isNull && update["after"]["decree_number"].text == "1/2024")
            #expect(update["principal_name"].text?.hasPrefix("Penguji coordinator") == true)
            #expect(update["hash"].text?.count == 64)
            let counted = try await client.get("events?action=insert&subject=lokus", ["Prefer": "count=exact"])
            #expect(counted["total"].integer == 1)
            // Page by page the same, without a gap.
            var numbers: [Int] = []
            var page = try await client.get("events?page_size=7").expect(200)
            numbers += page.items.compactMap { $0["number"].integer }
            while let token = page["next_page_token"].text {
                page = try await client.get("events?page_size=7&page_token=\(token)").expect(200)
                numbers += page.items.compactMap { $0["number"].integer }
            }
            #expect(numbers == Array((1...numbers.count).reversed()))
            let csv = try await client.get("events?subject=lokus", ["Accept": "text/csv"]).expect(200)
            #expect(csv.text.split(separator: "\r\n").count == 3, "\(csv.text)")

            // Nobody else's, and nobody else.
            let neighbour = try await service.coordinator("63.10")
            #expect(try await neighbour.get("events?subject=lokus").expect(200).items.isEmpty)
            for role in [Caller.Role.agency, .village, .viewer, .province] {
                try await service.client(role).get("events").expectProblem(403, "forbidden")
            }
            #expect(try await client.get("events?action=wrong").status == 422)
        }
    }

    /// Nothing that a token is made of is in any event.
    @Test func noSecretIsRecorded() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let token = try #require(client.token)
            _ = try await client.get("events", ["Accept": "text/csv"])
            let leaks = """
                from event e where position(\(quoted(token)) in e::text) > 0
                    or exists (select from token t where position(encode(t.hash, 'hex') in e::text) > 0)
                """
            #expect(try await service.database.count(leaks) == 0)
            #expect(try await service.database.count("from event where subject = 'token'") > 0)
        }
    }

    private func quoted(_ text: String) -> String { "'\(text)'" }
}
