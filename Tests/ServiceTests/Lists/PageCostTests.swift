import Support
import Testing
import Wire

/// What a page costs does not depend on how many pages lie before it.
@Suite struct PageCostTests {
    @Test func theLastPageReadsAsLittleAsTheFirst() async throws {
        try await Service.run { service in
            try await service.database.execute(
                """
                insert into region (code, name, level, parent_code)
                select '63.02.12.' || 2100 + n, 'Desa Uji ' || n, 'desa', '63.02.12' from generate_series(1, 250) n;
                insert into lokus (kabupaten_code, id, desa_code, year)
                select '63.02', gen_random_uuid(), '63.02.12.' || 2100 + n, year
                from generate_series(1, 250) n, generate_series(2021, 2100) year;
                analyze lokus
                """)
            let client = try await service.coordinator()
            let size = 200
            var (path, pages, last) = ("lokus?page_size=\(size)", 0, "")
            while true {
                let page = try await client.get(path).expect(200)
                #expect(page.items.count == size)
                pages += 1
                guard let token = page["next_page_token"].text else { break }
                path = "lokus?page_size=\(size)&page_token=\(token)"
                last = path
            }
            #expect(pages == 100)
            let first = try await blocks(service, client, "lokus?page_size=\(size)")
            let late = try await blocks(service, client, last)
            #expect(first > 0 && late <= first * 3 / 2, "\(first) blocks for the first page, \(late) for the last")
        }
    }

    /// Blocks of the table and its indexes that so many readings of a page touch.
    private func blocks(_ service: Service, _ client: Client, _ path: String) async throws -> Int {
        let before = try await touched(service)
        for _ in 0..<20 { try await client.get(path).expect(200) }
        return try await touched(service) - before
    }

    /// Read once the sessions have told what they did: at the latest when they have been idle for ten seconds.
    private func touched(_ service: Service) async throws -> Int {
        try await Task.sleep(for: .seconds(12))
        let sum = try await service.database.value(
            """
            select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit
            from pg_statio_user_tables where relname = 'lokus'
            """)
        return try #require(Int(sum))
    }
}
