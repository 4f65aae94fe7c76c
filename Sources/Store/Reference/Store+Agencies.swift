internal import LibPQ
package import Planning

extension Store {
    package func agencies(_ access: Access, _ listing: Listing<AgencyField>) -> Reading<Agency> {
        reading(Self.agencyList, listing, access)
    }

    package func catalogue(_ access: Access, _ listing: Listing<CatalogueField>) -> Reading<CatalogueItem> {
        reading(Self.catalogueList, listing, access)
    }

    private static let agencyList = ListSource<AgencyField, Agency>(
        resource: .agency, rows: "agency a", alias: "a",
        columns: """
            a.kabupaten_code, a.code, a.short_name, a.name, a.kind, a.parent_code, a.region_code, a.role,
            a.urusan, \(duties)
            """,
        joins: "",
        fields: { field in
            switch field {
            case .indicators: .column(duties)
            case .parentCode, .regionCode: .nullable("a.\(field.rawValue)")
            case .kabupatenCode, .code, .shortName, .name, .kind, .role, .urusan: .column("a.\(field.rawValue)")
            }
        }, decode: agency)

    private static let duties = """
        array(select distinct d.indicator_code from agency_duty d
            where d.kabupaten_code = a.kabupaten_code and d.agency_code = a.code order by d.indicator_code)
        """

    private static let agency: @Sendable (inout Row) throws -> Agency = { row in
        Agency(
            kabupatenCode: try row.next(), code: try row.next(), shortName: try row.next(), name: try row.next(),
            kind: try row.next(), parentCode: try row.next(), regionCode: try row.next(), role: try row.next(),
            urusan: try row.next(), indicators: try row.next())
    }

    private static let catalogueList = ListSource<CatalogueField, CatalogueItem>(
        resource: .catalogue, rows: "catalogue_item c", alias: "c", columns: catalogueColumns, joins: "",
        fields: { field in
            switch field {
            case .indicators:
                .column("array(select x.indicator_code from catalogue_indicator x where x.item_code = c.code)")
            case .agencies: .column("array(select x.agency_code from catalogue_agency x where x.item_code = c.code)")
            case .code, .title, .unit: .column("c.\(field.rawValue)")
            }
        }, decode: catalogueItem)

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
