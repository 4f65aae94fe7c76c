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
            let (_, found, shares, standing) = try await transaction.pipeline(
                enter(access, .update, .budgetLine), BudgetQueries.one(id), BudgetQueries.shares(id),
                StandingQueries.own)
            guard let present = found?.paying(shares) else { throw Refusal.notFound }
            try standing.expect(Permission(.update, .budgetLine), on: present.subject)
            let (item, ceilings) = (present.item.applying(change), present.applying(change))
            // Nothing to change: nobody else is to find another version.
            if item == present.item && ceilings == present.ceilings && version == present.stamp.version {
                return present.judged(by: standing)
            }
            let (changed, now, sharesNow) = try await transaction.pipeline(
                BudgetQueries.update(id, at: version, item, ceilings), BudgetQueries.one(id), BudgetQueries.shares(id))
            return try now.changed(changed) { $0.stamp.version }.paying(sharesNow).judged(by: standing)
        }
    }
}

extension BudgetLine {
    fileprivate func paying(_ shares: [(share: Share?, amount: Rupiah)]) -> BudgetLine {
        var line = self
        line.shared = shares.reduce(.zero) { $0 + $1.amount }
        line.shares = shares.compactMap(\.share)
        return line
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
            title: change.title ?? title, writtenCode: change.writtenCode.applied(to: writtenCode),
            nomenclature: change.nomenclature.applied(to: nomenclature))
    }
}
