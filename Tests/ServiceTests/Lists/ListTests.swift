import Planning
import Store
import Testing
import Wire

/// Lists: whole, in order, and page by page the same.
@Suite struct ListTests {
    private static let desa = [
        "63.02.12.2005", "63.02.12.2008", "63.02.14.2008", "63.02.21.2009", "63.02.09.2007", "63.02.11.2009",
    ]

    /// Lokus of so many years from 2030, in all six desa, without the API's help.
    private func fill(_ service: Service, years: Int) async throws {
        let codes = Self.desa.map { "'\($0)'" }.joined(separator: ",")
        try await service.database.execute(
            """
            insert into lokus (kabupaten_code, id, desa_code, year)
            select '63.02', gen_random_uuid(), code, year
            from unnest(array[\(codes)]) code, generate_series(2030, 2029 + \(years)) year
            """)
    }

    private func key(_ item: JSONValue) -> String { "\(item["desa_code"].text ?? "")/\(item["year"].integer ?? 0)" }

    /// All pages from the first on; `between` happens after each.
    private func pages(
        _ client: Client, _ path: String, between: (Int) async throws -> Void = { _ in }
    ) async throws -> [JSONValue] {
        var (items, token): ([JSONValue], String?) = ([], nil)
        for number in 0..<1000 {
            let page = try await client.get(path + (token.map { "&page_token=\($0)" } ?? "")).expect(200)
            items += page.items
            token = page["next_page_token"].text
            let link = page.headers["link"]
            #expect((link == nil) == (token == nil))
            guard let token else { return items }
            #expect(link?.contains("page_token=\(token)") == true && link?.hasSuffix("rel=\"next\"") == true)
            try await between(number)
        }
        Issue.record("\(path) does not end")
        return items
    }

    @Test func noRowIsSkippedOrRepeated() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await fill(service, years: 50)
            let all = try await client.get("lokus?page_size=1000").expect(200)
            #expect(all.items.count == 300 && all["next_page_token"].isNull)
            let before = all.items.map(key)
            // Newest year first, then by code.
            let order = all.items.map { (-($0["year"].integer ?? 0), $0["desa_code"].text ?? "") }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })

            // While somebody reads, others register: behind, before, and just where the reader is.
            let found = try await pages(client, "lokus?page_size=7") { number in
                for year in [2015 + number / 6, 2080 + number / 6] where year < 2100 {
                    let document: JSONValue = ["desa_code": .string(Self.desa[number % 6]), "year": .integer(year)]
                    try await client.post("lokus", document).expect(201)
                }
            }.map(key)
            #expect(Set(found).count == found.count, "repeated")
            #expect(Set(found).isSuperset(of: before), "skipped")
            #expect(found.filter { before.contains($0) } == before, "in another order")
        }
    }

    @Test func everyListIsPaged() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await World(service)
            for path in [
                "regions?code=under.63.02", "agencies?kabupaten_code=63.02", "catalogue-items?", "lokus?",
                "survey-rounds?",
                "action-plans?", "interventions?", "reports?", "report-obligations?",
                "annual-evaluations?", "frameworks?",
            ] {
                let whole = try await client.get("\(path)&page_size=1000").expect(200).items
                #expect(!whole.isEmpty, "\(path)")
                #expect(try await pages(client, "\(path)&page_size=1") == whole, "\(path)")
                #expect(try await pages(client, "\(path)&page_size=3") == whole, "\(path)")
            }
        }
    }

    @Test func sizes() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await fill(service, years: 60)
            #expect(try await client.get("lokus").items.count == 50)
            #expect(try await client.get("lokus?page_size=0").items.count == 50)
            try await client.get("lokus?page_size=").expectProblem(422, "invalid_request")
            #expect(try await client.get("lokus?page_size=1").items.count == 1)
            #expect(try await client.get("lokus?page_size=360").items.count == 360)
            for size in ["-1", "ten", "1.5", "99999999999999999999", "+5", "0x10"] {
                let answer = try await client.get("lokus?page_size=\(size)").expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map(\.["pointer"].text) == ["page_size"])
            }
            // Larger than the largest is the largest.
            try await service.database.execute(
                """
                insert into region (code, name, level, parent_code)
                select '63.02.12.' || n, 'Desa ' || n, 'desa', '63.02.12' from generate_series(5001, 6200) n
                """)
            let large = try await client.get("regions?code=under.63.02.12&page_size=5000").expect(200)
            #expect(large.items.count == 1000 && !large["next_page_token"].isNull)
        }
    }

    @Test func tokensAreOfTheirList() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await fill(service, years: 3)
            let token = try await client.get("lokus?year=2030&page_size=2").expect(200)["next_page_token"].text ?? ""
            #expect(
                try await client.get("lokus?year=2030&page_size=3&page_token=\(token)").expect(200).items.count == 3)
            for query in [
                "lokus?year=2031&page_token=\(token)", "lokus?page_token=\(token)",
                "lokus?year=2030&desa_code=63.02.12.2005&page_token=\(token)", "survey-rounds?page_token=\(token)",
                "lokus?year=2030&page_token=\(token)x", "lokus?year=2030&page_token=\(token.dropLast(2))",
                "lokus?page_token=x", "lokus?page_token=%00%FF", "lokus?page_token=!!!!",
            ] {
                try await client.get(query).expectProblem(422, "invalid_page_token")
            }
        }
    }

    /// Each page asks anew who may read what.
    @Test func aTokenGrantsNothing() async throws {
        try await Service.run { service in
            let (secret, id) = try await service.database.token(.coordinator)
            let client = Client(url: service.url, token: secret)
            try await fill(service, years: 3)
            let token = try await client.get("lokus?page_size=2").expect(200)["next_page_token"].text ?? ""
            let next = "lokus?page_size=2&page_token=\(token)"
            try await client.get(next).expect(200)
            for other in [try await service.coordinator(), try await service.coordinator("63.10")] {
                try await other.get(next).expectProblem(422, "invalid_page_token")
            }
            #expect(try await service.database.administer { try await $0.revokeToken(id) })
            try await client.get(next).expectProblem(401, "unauthenticated")
        }
    }

    @Test func parameters() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await fill(service, years: 2)
            for query in ["tahun=2030", "Year=2030", "year=2030&q=x", "page_siz=3"] {
                let answer = try await client.get("lokus?\(query)").expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map(\.["code"].text) == ["unknown_parameter"])
            }
            #expect(try await client.get("lokus?year=2030&year=2031").items.isEmpty)
            let both = try await client.get("lokus?year=x&desa_code=6302&foo=1").expectProblem(422, "invalid_request")
            #expect(Set(both["errors"].items.map(\.["pointer"].text)) == ["year", "desa_code", "foo"])
            #expect(try await client.get("lokus?year=2031").items.count == 6)
            #expect(try await client.get("lokus?year=2031&desa_code=63.02.12.2005").items.count == 1)
            #expect(try await client.get("lokus?year=").items.count == 12)
            for path in ["lokus/x", "me?x=1", "regions/63.02.12.2005?x=1"] {
                #expect([404, 422].contains(try await client.get(path).status))
            }
        }
    }
}
