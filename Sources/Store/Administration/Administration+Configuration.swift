internal import LibPQ
internal import Measurement
internal import Planning

extension Administration {
    /// Brings the database to `configuration`, all or nothing. Done again, it changes nothing.
    ///
    /// Throws `FrameworkDiffers`, `RegionRefusal`, and what every call of an administrator throws.
    package func importConfiguration(_ configuration: Configuration) async throws -> ConfigurationReceipt {
        try await transaction { transaction in
            var receipt = ConfigurationReceipt()
            receipt.regions = try await merge(configuration.regions, transaction)
            // An indicator may name one of an earlier version, which has to be there by then.
            for framework in configuration.frameworks.sorted(by: { $0.id.version < $1.id.version }) {
                receipt.frameworks = receipt.frameworks + (try await add(framework, transaction))
            }
            for kabupaten in configuration.kabupaten {
                let merge = KabupatenMerge(kabupaten: kabupaten)
                let (head, holidays, gone, agencies, duties, idle) = try await transaction.pipeline(
                    merge.head, merge.holidays, merge.removeHolidays, merge.agencies, merge.duties, merge.removeDuties)
                receipt.kabupaten = receipt.kabupaten + head
                receipt.holidays = receipt.holidays + holidays + MergeCount(removed: gone)
                receipt.agencies = receipt.agencies + agencies
                receipt.duties = receipt.duties + duties + MergeCount(removed: idle)
            }
            let catalogue = CatalogueMerge(items: configuration.catalogue)
            let (items, aims, lostAims) = try await transaction.pipeline(
                catalogue.items, catalogue.aims, catalogue.removeAims)
            receipt.catalogue = items
            receipt.catalogueLinks = aims + MergeCount(removed: lostAims)
            for kabupaten in configuration.kabupaten {
                let (makers, lost) = try await transaction.pipeline(
                    catalogue.agencies(in: kabupaten), catalogue.removeAgencies(in: kabupaten))
                receipt.catalogueLinks = receipt.catalogueLinks + makers + MergeCount(removed: lost)
            }
            receipt.grants = try await PermissionMerge(grants: configuration.grants).merge(transaction)
            receipt.protection = try await replace(configuration.protection, transaction)
            receipt.retention = try await replace(configuration.retention, transaction)
            // Without statistics the planner takes a table that was just filled for an empty one, and a list that
            // joins it waits for minutes until autovacuum comes by.
            try await transaction.simple("analyze \(Self.tables)")
            return receipt
        }
    }

    private static let tables = """
        region, kabupaten, holiday, agency, agency_duty, catalogue_item, catalogue_indicator, catalogue_agency,
        framework, framework_category, framework_dimension, framework_indicator, permission, protection
        """

    private func merge(_ regions: [RegionEntry], _ transaction: Transaction) async throws -> MergeCount {
        if regions.isEmpty { return MergeCount() }
        // The configuration brings regions only where there are none: the register's own import knows them better.
        let merge = RegionMerge(transaction: transaction, changesPresent: false)
        let receipt = try await merge.merge { sink in
            try await sink.put(regions)
            return .complete
        }
        return MergeCount(added: receipt.added, changed: receipt.changed, same: receipt.same)
    }

    private func add(_ framework: Framework, _ transaction: Transaction) async throws -> MergeCount {
        let writing = FrameworkWriting(framework)
        let present: [UInt8]? = try await transaction.pipeline(writing.presentHash)
        if let present {
            guard present == writing.hash else { throw FrameworkDiffers(id: framework.id) }
            return MergeCount(same: 1)
        }
        _ = try await transaction.pipeline(writing.head, writing.categories, writing.dimensions, writing.indicators)
        return MergeCount(added: 1)
    }

    private func replace(
        _ rules: [Configuration.Protection], _ transaction: Transaction
    ) async throws -> MergeCount {
        let names = rules.map(\.rule)
        let remove: Statement = "delete from protection where rule <> all (\(names))"
        let insert: Statement = """
            insert into protection (rule, threshold, source)
            select * from unnest(\(names), \(rules.map { Int32(clamping: $0.threshold) }), \(rules.map(\.source)))
            on conflict (rule) do update set threshold = excluded.threshold, source = excluded.source
            where (protection.threshold, protection.source) is distinct from (excluded.threshold, excluded.source)
            returning xmax = 0
            """
        let (removed, merged) = try await transaction.pipeline(remove.affected, insert.merged(of: rules.count))
        return merged + MergeCount(removed: removed)
    }

    private func replace(_ rules: [Retention], _ transaction: Transaction) async throws -> MergeCount {
        let names = rules.map(\.rule.rawValue)
        let remove: Statement = "delete from retention where rule <> all (\(names))"
        let insert: Statement = """
            insert into retention (rule, keep_days, basis)
            select * from unnest(\(names), \(rules.map { Int32(clamping: $0.keepDays) }), \(rules.map(\.basis)))
            on conflict (rule) do update set keep_days = excluded.keep_days, basis = excluded.basis
            where (retention.keep_days, retention.basis) is distinct from (excluded.keep_days, excluded.basis)
            returning xmax = 0
            """
        let (removed, merged) = try await transaction.pipeline(remove.affected, insert.merged(of: rules.count))
        return merged + MergeCount(removed: removed)
    }
}

extension Statement {
    /// Of an `insert … on conflict … do update … returning xmax = 0`, which is true for a new row: what was added, what
    /// was changed, and that the rest of `sent` rows are the same.
    func merged(of sent: Int) -> Query<MergeCount> {
        reduce(into: MergeCount(same: sent)) { count, row in
            let isNew: Bool = try row.next()
            count.same -= 1
            if isNew { count.added += 1 } else { count.changed += 1 }
        }
    }
}
