internal import LibPQ
package import Planning

extension Store {
    package func regions(_ access: Access, _ listing: Listing<RegionField>) -> Reading<Region> {
        reading(Self.regionList, listing, access)
    }

    package func region(_ access: Access, code: RegionCode) async throws -> Region {
        let statement: Statement = """
            select \(unescaped: Self.regionColumns) from region r \(unescaped: Self.regionJoins)
            where r.code = \(code.description)
            """
        let (_, found) = try await run(enter(access, .read, .region), statement.first(Self.region))
        guard let found else { throw Refusal.notFound }
        return found
    }

    private static let regionColumns = "r.code, r.name, r.level, a.names, r.bps_code"

    /// A code names all that hold it: 63.02.12.2005 lies in 63, 63.02 and 63.02.12.
    private static let regionJoins = """
        cross join lateral (
            select coalesce(array_agg(up.name order by up.code), '{}') as names from region up
            where up.code in (left(r.code, 2), left(r.code, 5), left(r.code, 8)) and up.code <> r.code
        ) a
        """

    private static let regionList = ListSource<RegionField, Region>(
        resource: .region, rows: "region r", alias: "r", columns: regionColumns, joins: regionJoins,
        fields: { field in
            switch field {
            case .search: .column("r.search_key")
            case .code, .name, .level: .column("r.\(field.rawValue)")
            }
        }, decode: region)

    private static let region: @Sendable (inout Row) throws -> Region = { row in
        let text: String = try row.next()
        guard let code = RegionCode(text) else { throw UnexpectedContent(what: "region code", found: text) }
        return Region(
            code: code, name: try row.next(), level: try row.word(), within: try row.next(),
            bpsCode: try row.next())
    }
}
