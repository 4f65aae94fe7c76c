internal import LibPQ
package import Planning

extension Store {
    package func agencies(_ access: Access, kabupatenCode: String?, page: PageRequest) async throws -> Page<Agency> {
        let statement: Statement = """
            select a.kabupaten_code, a.code, a.short_name, a.name, a.kind, a.parent_code, a.role, a.urusan,
                coalesce((select array_agg(distinct d.indicator_code order by d.indicator_code) from agency_duty d
                    where d.kabupaten_code = a.kabupaten_code and d.agency_code = a.code), '{}')
            from agency a
            where (\(kabupatenCode)::text is null or a.kabupaten_code = \(kabupatenCode)::text)
                and (a.kabupaten_code, a.code) > (coalesce(\(page.key(0))::text, ''), coalesce(\(page.key(1))::text, ''))
            order by a.kabupaten_code, a.code limit \(page.limit)
            """
        let query = statement.rows { row in
            Agency(
                kabupatenCode: try row.next(), code: try row.next(), shortName: try row.next(), name: try row.next(),
                kind: try row.next(), parentCode: try row.next(), role: try row.next(), urusan: try row.next(),
                indicators: try row.next())
        }
        let (_, rows) = try await run(enter(access, .read, .agency), query)
        return Page(reading: rows, for: page) { [$0.kabupatenCode, $0.code] }
    }

    package func catalogue(_ access: Access, page: PageRequest) async throws -> Page<CatalogueItem> {
        let statement: Statement = """
            select \(unescaped: Self.catalogueColumns)
            from catalogue_item c where c.code > coalesce(\(page.key(0))::text, '')
            order by c.code limit \(page.limit)
            """
        let (_, rows) = try await run(enter(access, .read, .catalogue), statement.rows(Self.catalogueItem))
        return Page(reading: rows, for: page) { [$0.code] }
    }

    static let catalogueColumns = catalogueColumns(agenciesWhere: "true")

    /// A kind `c` of the catalogue with those agencies `a` that meet the condition, SQL of our own.
    static func catalogueColumns(agenciesWhere condition: String) -> String {
        """
        c.code, c.title, c.unit,
        coalesce((select array_agg(distinct i.indicator_code order by i.indicator_code) from catalogue_indicator i
            where i.item_code = c.code), '{}'),
        coalesce((select array_agg(distinct a.agency_code order by a.agency_code) from catalogue_agency a
            where a.item_code = c.code and \(condition)), '{}')
        """
    }

    static let catalogueItem: @Sendable (inout Row) throws -> CatalogueItem = { row in
        CatalogueItem(
            code: try row.next(), title: try row.next(), unit: try row.next(), indicators: try row.next(),
            agencies: try row.next())
    }
}
