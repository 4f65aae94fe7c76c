internal import LibPQ
internal import Planning

/// Brings the catalogue of interventions to what the configuration says.
struct CatalogueMerge {
    private let catalogue: [CatalogueItem]

    init(items: [CatalogueItem]) {
        catalogue = items
    }

    var items: Query<MergeCount> {
        let statement: Statement = """
            insert into catalogue_item (code, title, unit)
            select * from unnest(\(catalogue.map(\.code)), \(catalogue.map(\.title)), \(catalogue.map(\.unit)))
            on conflict (code) do update set title = excluded.title, unit = excluded.unit
            where (catalogue_item.title, catalogue_item.unit) is distinct from (excluded.title, excluded.unit)
            returning xmax = 0
            """
        return statement.merged(of: catalogue.count)
    }

    /// An indicator is aimed at in every framework that has one of this code.
    var aims: Query<MergeCount> {
        let pairs = pairs(\.indicators)
        let statement: Statement = """
            with sent as (
                select distinct pair.item_code, f.framework_code, pair.indicator_code
                from unnest(\(pairs.map(\.item)), \(pairs.map(\.other))) pair (item_code, indicator_code)
                join framework_indicator f on f.code = pair.indicator_code),
            added as (
                insert into catalogue_indicator (item_code, framework_code, indicator_code)
                select * from sent on conflict do nothing returning 1)
            select (select count(*) from added), (select count(*) from sent)
            """
        return statement.addedOfSent
    }

    var removeAims: Query<Int> {
        let pairs = pairs(\.indicators)
        let statement: Statement = """
            delete from catalogue_indicator
            where item_code = any (\(catalogue.map(\.code))) and (item_code, indicator_code) not in (
                select * from unnest(\(pairs.map(\.item)), \(pairs.map(\.other))))
            """
        return statement.affected
    }

    func agencies(in kabupaten: Configuration.Kabupaten) -> Query<MergeCount> {
        let pairs = pairs(\.agencies)
        let statement: Statement = """
            with sent as (
                select pair.item_code, a.code
                from unnest(\(pairs.map(\.item)), \(pairs.map(\.other))) pair (item_code, agency_code)
                join agency a on a.kabupaten_code = \(kabupaten.code) and a.code = pair.agency_code),
            added as (
                insert into catalogue_agency (kabupaten_code, item_code, agency_code)
                select \(kabupaten.code), * from sent on conflict do nothing returning 1)
            select (select count(*) from added), (select count(*) from sent)
            """
        return statement.addedOfSent
    }

    func removeAgencies(in kabupaten: Configuration.Kabupaten) -> Query<Int> {
        let pairs = pairs(\.agencies)
        let statement: Statement = """
            delete from catalogue_agency
            where kabupaten_code = \(kabupaten.code) and item_code = any (\(catalogue.map(\.code)))
                and (item_code, agency_code) not in (
                    select * from unnest(\(pairs.map(\.item)), \(pairs.map(\.other))))
            """
        return statement.affected
    }

    private func pairs(_ others: (CatalogueItem) -> [String]) -> [(item: String, other: String)] {
        catalogue.flatMap { item in others(item).map { (item.code, $0) } }
    }
}
