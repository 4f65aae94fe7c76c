internal import LibPQ
package import Planning

extension Store {
    package func budgetLines(_ access: Access, _ listing: Listing<BudgetLineField>) -> Reading<BudgetLine> {
        reading(BudgetQueries.list, listing, access)
    }

    package func budgetLine(_ access: Access, id: BudgetLine.ID) async throws -> BudgetLine {
        let (_, found, shares, standing) = try await run(
            enter(access, .read, .budgetLine), BudgetQueries.one(id), BudgetQueries.shares(id), StandingQueries.own)
        guard let found else { throw Refusal.notFound }
        return found.paying(shares).judged(by: standing)
    }

    package func make(
        _ access: Access, _ draft: BudgetLineDraft, as id: BudgetLine.ID
    ) async throws -> BudgetLine {
        let (_, _, _, made, standing) = try await write(
            access, enter(access, .create, .budgetLine), claim(access, location: "\(id)"),
            BudgetQueries.insert(draft, as: id), BudgetQueries.one(id), StandingQueries.own)
        guard let made else { throw Refusal.notFound }
        return made.paying([]).judged(by: standing)
    }

    package func change(
        _ access: Access, budgetLine id: BudgetLine.ID, at version: Int, _ change: BudgetLineChange
    ) async throws -> BudgetLine {
        try await write(access) { transaction in
            let (_, present, standing) = try await transaction.pipeline(
                enter(access, .update, .budgetLine), BudgetQueries.one(id), StandingQueries.own)
            guard let present else { throw Refusal.notFound }
            try standing.expect(Permission(.update, .budgetLine), on: present.subject)
            let (item, ceilings) = (present.item.applying(change), present.applying(change))
            // Nothing to change: nobody else is to find another version.
            let isSame = item == present.item && ceilings == present.ceilings && version == present.stamp.version
            let update: Query<Int> = isSame ? .noRows : BudgetQueries.update(id, at: version, item, ceilings)
            let (changed, found, shares) = try await transaction.pipeline(
                update, BudgetQueries.one(id), BudgetQueries.shares(id))
            return try found.changed(changed, at: isSame ? version : -1) { $0.stamp.version }
                .paying(shares).judged(by: standing)
        }
    }
}

extension Query<Int> {
    /// Touches nothing.
    fileprivate static var noRows: Query<Int> { ("select 0::bigint" as Statement).one { row in try row.next() } }
}

extension BudgetLine {
    fileprivate func paying(_ shares: [Share]) -> BudgetLine {
        BudgetLine(
            id: id, kabupatenCode: kabupatenCode, agencyCode: agencyCode, agencyName: agencyName,
            budgetYear: budgetYear, source: source, item: item, ceilings: ceilings, shared: shared, shares: shares,
            stamp: stamp)
    }

    /// Of the stage that is named, or of the one that holds; those of other stages stay.
    fileprivate func applying(_ change: BudgetLineChange) -> [Ceiling] {
        guard let amount = change.ceiling else { return ceilings }
        let named = change.stage ?? stage
        return Stage.allCases.compactMap { stage in
            stage == named ? Ceiling(stage: stage, amount: amount) : ceilings.first { $0.stage == stage }
        }
    }
}

extension BudgetItem {
    fileprivate func applying(_ change: BudgetLineChange) -> BudgetItem {
        BudgetItem(
            title: change.title ?? title, writtenCode: change.writtenCode.replacing(writtenCode),
            nomenclature: change.nomenclature.replacing(nomenclature))
    }
}

extension Change {
    fileprivate func replacing(_ present: Value?) -> Value? {
        switch self {
        case .keep: present
        case .clear: nil
        case .set(let value): value
        }
    }
}
