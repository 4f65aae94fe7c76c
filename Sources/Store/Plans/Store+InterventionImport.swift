internal import LibPQ
package import Planning

extension Store {
    package func importInterventions(
        _ access: Access, _ drafts: [InterventionDraft], into plan: ActionPlan.ID, _ strategy: ImportStrategy,
        fileName: String
    ) async throws -> InterventionReceipt {
        let location = "\(plan)"
        return try await write(access, lasting: bulk) { transaction in
            _ = try await transaction.pipeline(
                enter(access, .import, .intervention), claim(access, location: location))
            let counts = try await merge(drafts, into: plan, strategy, transaction)
            let remembered = [counts.added, counts.changed, counts.same, counts.ignored].map(String.init)
            try await transaction.pipeline(settle(access, ([location] + remembered).joined(separator: " ")))
            return InterventionReceipt(
                planID: plan, isDryRun: access.isDryRun, fileName: fileName, rowsRead: drafts.count,
                added: counts.added, changed: counts.changed, same: counts.same, ignored: counts.ignored)
        }
    }

    private func merge(
        _ drafts: [InterventionDraft], into plan: ActionPlan.ID, _ strategy: ImportStrategy,
        _ transaction: Transaction
    ) async throws -> Counts {
        let all: Statement = """
            select \(unescaped: InterventionQueries.columns)
            from intervention i \(unescaped: InterventionQueries.joins)
            where i.plan_id = \(plan.uuid)
            """
        let (locked, rows, agencies, indicators) = try await transaction.pipeline(
            InterventionWriting.lock(plan).first { row in try row.id(ActionPlan.ID.self) },
            all.rows(InterventionQueries.intervention),
            PlanQueries.knownAgencies(plan), PlanQueries.knownIndicators(plan))
        guard locked != nil else { throw Refusal.notFound }
        if let unknown = UnknownInFile(drafts, agencies: Set(agencies), indicators: Set(indicators)) { throw unknown }
        let present = Dictionary(rows.map { ($0.terms.reference, $0) }, uniquingKeysWith: { first, _ in first })
        var counts = Counts()
        for draft in drafts {
            if let before = present[draft.reference] {
                let draft = draft.keepingWhatFilesDoNotSay(of: before.terms)
                guard !draft.saysTheSame(as: before.terms) else {
                    counts.same += 1
                    continue
                }
                guard strategy.changes else {
                    counts.ignored += 1
                    continue
                }
                guard before.state == .proposed else {
                    throw Refusal.conflict(rule: "intervention_import_changes_only_what_is_proposed")
                }
                _ = try await write(draft, over: before, at: before.stamp.version, transaction)
                counts.changed += 1
            } else if strategy.adds {
                let id = Intervention.ID.new()
                _ = try await transaction.pipeline(
                    InterventionWriting.insert(draft, in: plan, as: id),
                    InterventionWriting.insertAims(draft.indicators, of: id),
                    InterventionWriting.putFunding(draft.funding, of: id))
                counts.added += 1
            } else {
                counts.ignored += 1
            }
        }
        return counts
    }
}

private struct Counts {
    var added = 0
    var changed = 0
    var same = 0
    var ignored = 0
}

extension InterventionDraft {
    /// What a file leaves open, of the catalogue, of budget lines or of whom it is for, takes away nothing that somebody
    /// wrote by hand.
    fileprivate func keepingWhatFilesDoNotSay(of before: InterventionDraft) -> InterventionDraft {
        var change = InterventionChange()
        if catalogueCode == nil, let code = before.catalogueCode { change.catalogueCode = .set(code) }
        change.funding = funding.keepingShares(of: before.funding)
        change.scope = InterventionScopeChange(scope.completed(by: before.scope))
        return applying(change)
    }

    /// Whatever the order of indicators and of money.
    fileprivate func saysTheSame(as other: InterventionDraft) -> Bool {
        agencyCode == other.agencyCode && catalogueCode == other.catalogueCode && title == other.title
            && Set(indicators) == Set(other.indicators) && scope == other.scope
            && targetQuantity == other.targetQuantity && unit == other.unit
            && startsOn == other.startsOn && endsOn == other.endsOn && note == other.note
            && Set(funding) == Set(other.funding)
    }
}
