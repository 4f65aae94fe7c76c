import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct ListTests {
    private func fill(_ client: Client, _ count: Int) {
        let lokus = (0..<count).map {
            Samples.lokus(.new(at: Moment(microsecondsSince1970: Int64($0) * 1000)), desa: "d")
        }
        client.ports.set { $0.lokus = lokus }
    }

    @Test func pagesFollowOneAnotherToTheEnd() async throws {
        try await Client.run { client in
            fill(client, 7)
            var ids: [String] = []
            var path: String? = "/api/v1/lokus?year=2025&page_size=3"
            var pages = 0
            while let next = path {
                let answer = try await client.get(next)
                #expect(answer.status == .ok)
                ids += answer.json["items"].items.compactMap { $0["id"].text }
                pages += 1
                let link = answer.headers[.link].flatMap { $0.split(separator: ">").first?.dropFirst() }
                #expect((link == nil) == answer.json["next_page_token"].isNull)
                path = link.map(String.init)
            }
            #expect(pages == 3)
            #expect(ids == client.ports.get { $0.lokus.map(\.id.description) })
            let year = Condition.test(LokusField.year, Comparison(.eq, [FieldValue(2025)]))
            #expect(client.ports.get { $0.lokusListings.allSatisfy { $0.condition == year } })
        }
    }

    @Test func sizes() async throws {
        try await Client.run { client in
            fill(client, 60)
            let sizes = ["": 50, "?page_size=0": 50, "?page_size=5": 5, "?page_size=100000": 60]
            for (query, count) in sizes {
                let answer = try await client.get("/api/v1/lokus\(query)")
                #expect(answer.json["items"].items.count == count)
            }
            #expect(try await client.get("/api/v1/lokus?page_size=-1").faults == ["page_size out_of_range"])
            #expect(try await client.get("/api/v1/lokus?page_size=ten").faults == ["page_size wrong_type"])
        }
    }

    @Test func aTokenBelongsToItsList() async throws {
        try await Client.run { client in
            fill(client, 3)
            let first = try await client.get("/api/v1/lokus?year=2025&page_size=1")
            let token = try #require(first.json["next_page_token"].text)
            #expect(try await client.get("/api/v1/lokus?page_size=2&year=2025&page_token=\(token)").status == .ok)
            for query in ["year=2024&page_token=\(token)", "page_token=\(token)", "year=2025&page_token=\(token)A"] {
                let answer = try await client.get("/api/v1/lokus?\(query)")
                answer.expectProblem(.unprocessableContent, "invalid_page_token")
                #expect(answer.faults == ["page_token invalid_page_token"])
            }
            try await client.get("/api/v1/reports?page_token=\(token)")
                .expectProblem(.unprocessableContent, "invalid_page_token")
        }
    }

    @Test func whatIsNotKnownIsRefusedAllAtOnce() async throws {
        try await Client.run { client in
            let answer = try await client.get(
                "/api/v1/lokus?tahun=2025&year=x&desa_code=6302&size=1&page_size=1&page_size=2")
            answer.expectProblem(.unprocessableContent, "invalid_request")
            #expect(
                answer.faults == [
                    "desa_code not_a_region_code", "year wrong_type", "page_size repeated", "size unknown_parameter",
                    "tahun unknown_parameter",
                ])
            #expect(try await client.get("/api/v1/me?x=1").faults == ["x unknown_parameter"])
        }
    }

    @Test func parametersAreDecoded() async throws {
        try await Client.run { client in
            _ = try await client.get("/api/v1/regions?q=Sang+Sang%20%C3%A9&level=desa&code=under.63.02")
            let listing = try #require(client.ports.get { $0.regionListings.last })
            let wanted = try #require(RegionCode("63.02"))
            #expect(
                listing.condition
                    == .all([
                        .all([
                            .test(.code, Comparison(.under, [FieldValue(wanted)])),
                            .test(.level, Comparison(.eq, [FieldValue(Region.Level.desa)])),
                        ]), .test(.search, Comparison(.eq, [try FieldValue("Sang Sang é", of: .search)])),
                    ]))
        }
    }

    @Test func frameworksArePagedToo() async throws {
        try await Client.run { client in
            let first = try await client.get("/api/v1/frameworks?page_size=2")
            #expect(first.json["items"].items.compactMap { $0["version"].integer } == [1, 2])
            let token = try #require(first.json["next_page_token"].text)
            let second = try await client.get("/api/v1/frameworks?page_token=\(token)")
            #expect(second.json["items"].items.compactMap { $0["version"].integer } == [3])
            #expect(second.json["next_page_token"].isNull)
        }
    }

    @Test func base64URL() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base64URL.encode(Array("fooba".utf8)) == "Zm9vYmE")
        #expect(Base64URL.decode("Zm9vYmF") == nil)
        #expect(Base64URL.decode("Zm9v=") == nil)
    }
}

struct PageTokenTests {
    private func identity(_ address: String, _ caller: UInt8 = 1, _ key: PageTokenKey) -> ListIdentity {
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: address), body: .init(buffer: .init()))
        return ListIdentity(Query(request), Access(tokenHash: [caller], requestID: ""), key: key)
    }

    @Test func tokensAreSigned() throws {
        let (key, now) = (PageTokenKey(bytes: Array(repeating: 1, count: 32)), Moment.now)
        let list = identity("/api/v1/lokus?year=2025&sort=-year", 1, key)
        let text = PageToken(key: ["63.02", "", "a\u{1F}b"]).text(of: list, at: now)
        #expect(PageToken(text, of: list, at: now)?.key == ["63.02", "", "a\u{1F}b"])
        // Only the filter and the order are meant, however they are written.
        let same = identity("/api/v1/lokus?page_size=9&sort=-year&fields=id&year=2025", 1, key)
        #expect(PageToken(text, of: same, at: now) != nil)
        for other in [
            identity("/api/v1/lokus?year=2024&sort=-year", 1, key), identity("/api/v1/lokus?year=2025", 1, key),
            identity("/api/v1/reports?year=2025&sort=-year", 1, key),
            identity("/api/v1/lokus?year=2025&sort=-year", 2, key),
            identity("/api/v1/lokus?year=2025&sort=-year", 1, PageTokenKey()),
        ] {
            #expect(PageToken(text, of: other, at: now) == nil)
        }
        let bytes = try #require(Base64URL.decode(text))
        for index in bytes.indices {
            var forged = bytes
            forged[index] ^= 1
            #expect(PageToken(Base64URL.encode(forged), of: list, at: now) == nil)
        }
        for length in 0..<bytes.count {
            #expect(PageToken(Base64URL.encode(Array(bytes.prefix(length))), of: list, at: now) == nil)
        }
    }

    @Test func tokensEnd() {
        let (list, now) = (identity("/api/v1/lokus", 1, PageTokenKey()), Moment.now)
        let text = PageToken(key: ["a"]).text(of: list, at: now)
        func hours(_ count: Int64) -> Moment {
            Moment(microsecondsSince1970: now.microsecondsSince1970 + count * 3_600_000_000)
        }
        #expect(PageToken(text, of: list, at: hours(24)) != nil)
        #expect(PageToken(text, of: list, at: hours(25)) == nil)
    }
}
