import Testing
import Wire

/// What a list shows can be asked for, however exactly it is kept and however long it is.
@Suite struct ShownValueTests {
    /// A moment is kept to the microsecond and shown to the second.
    @Test func aShownMomentIsFound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for year in 2021...2024 { _ = try await client.lokus("63.02.12.2005", year) }
            try await service.database.execute(
                "update lokus set created_at = date_trunc('second', created_at) + year % 10 * interval '0.21 seconds'")
            let all = try await client.get("lokus?sort=created_at").expect(200).items
            let shown = try #require(all.first?["created_at"].text)
            let same = all.filter { $0["created_at"].text == shown }
            #expect(try await client.get("lokus?sort=created_at&created_at=\(shown)").expect(200).items == same)
            #expect(try await client.get("lokus?sort=created_at&created_at=in.(\(shown))").expect(200).items == same)
            let others = [
                ("neq", all.filter { $0["created_at"].text != shown }), ("lt", []), ("lte", same), ("gte", all),
                ("gt", all.filter { ($0["created_at"].text ?? "") > shown }),
            ]
            for (how, wanted) in others {
                let found = try await client.get("lokus?sort=created_at&created_at=\(how).\(shown)").expect(200)
                #expect(found.items == wanted, "\(how)")
            }
            // Paging still tells apart what is shown alike.
            var (paged, token): ([JSONValue], String) = ([], "")
            repeat {
                let page = try await client.get("lokus?sort=created_at&page_size=1\(token)").expect(200)
                paged += page.items
                token = page["next_page_token"].text.map { "&page_token=\($0)" } ?? ""
            } while !token.isEmpty
            #expect(paged == all)
        }
    }

    /// The token of a page fits the address, whatever the rows are sorted by.
    @Test func longTextsArePaged() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            for letter in ["a", "b", "c"] {
                let long = String(repeating: "👩", count: 499) + letter
                guard case .object(var document) = Client.intervention(long) else { return }
                for name in ["title", "unit"] { document[name] = .string(long) }
                _ = try await client.propose(world.plan, .object(document))
            }
            let path = "interventions?plan_id=\(world.plan)&sort=title,unit,-reference,agency_code"
            let all = try await client.get(path).expect(200).items
            #expect(all.count == 6)
            var (paged, link): ([JSONValue], String?) = ([], "\(path)&page_size=1")
            while let next = link {
                let page = try await client.get(next).expect(200)
                paged += page.items
                link = page.headers["link"]?.split(separator: ">").first.map { String($0.dropFirst()) }
                #expect((link?.utf8.count ?? 0) < 8000)
            }
            #expect(paged == all)
        }
    }

    /// Of many conditions the one is named that is too many.
    @Test func tooManyConditionsNameTheirParameter() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let many = Array(repeating: "year=2024", count: 21).joined(separator: "&")
            let refused = try await client.get("lokus?\(many)").expectProblem(422, "invalid_request")
            #expect(refused["errors"].items.map { $0["pointer"].text } == ["year"])
            let ids = (0..<100).map { _ in "01890a5d-ac96-774b-bcce-b302099a8001" }.joined(separator: ",")
            try await client.get("lokus?id=in.(\(ids))").expect(200)
        }
    }
}
