internal import LibPQ
package import Planning

extension Store {
    package func regions(
        _ access: Access, matching filter: RegionFilter, page: PageRequest
    ) async throws -> Page<Region> {
        let key = filter.text.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        let statement: Statement = """
            select r.code, r.name, r.level, a.names
            from region r
            cross join lateral (\(unescaped: Self.ancestors)) a
            where (\(key)::text is null or r.search_key like '%' || \(key)::text || '%')
                and (\(filter.level?.rawValue)::text is null or r.level = \(filter.level?.rawValue)::text)
                and (\(filter.under?.description)::text is null or r.code like \(filter.under?.description)::text || '.%')
                and r.code > coalesce(\(page.key(0))::text, '')
            order by r.code limit \(page.limit)
            """
        let (_, rows) = try await run(enter(access, .read, .region), statement.rows(Self.region))
        return Page(reading: rows, for: page) { [$0.code.description] }
    }

    package func region(_ access: Access, code: RegionCode) async throws -> Region {
        let statement: Statement = """
            select r.code, r.name, r.level, a.names
            from region r cross join lateral (\(unescaped: Self.ancestors)) a
            where r.code = \(code.description)
            """
        let (_, found) = try await run(enter(access, .read, .region), statement.first(Self.region))
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// A code names all that hold it: 63.02.12.2005 lies in 63, 63.02 and 63.02.12.
    private static let ancestors = """
        select coalesce(array_agg(up.name order by up.code), '{}') as names from region up
        where up.code in (left(r.code, 2), left(r.code, 5), left(r.code, 8)) and up.code <> r.code
        """

    private static let region: @Sendable (inout Row) throws -> Region = { row in
        let text: String = try row.next()
        guard let code = RegionCode(text) else { throw UnexpectedContent(what: "region code", found: text) }
        return Region(code: code, name: try row.next(), level: try row.word(), within: try row.next())
    }
}
