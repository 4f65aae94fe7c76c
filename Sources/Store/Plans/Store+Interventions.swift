internal import LibPQ
package import Planning

extension Store {
    package func interventions(_ access: Access, _ listing: Listing<InterventionField>) -> Reading<Intervention> {
        reading(InterventionQueries.list, listing, access)
    }

    package func intervention(_ access: Access, id: Intervention.ID) async throws -> Intervention {
        let (_, found, standing) = try await run(
            enter(access, .read, .intervention), InterventionQueries.one(id), StandingQueries.own)
        guard let found else { throw Refusal.notFound }
        return found.judged(by: standing)
    }

    package func propose(
        _ access: Access, _ draft: InterventionDraft, in plan: ActionPlan.ID, as id: Intervention.ID
    ) async throws -> Intervention {
        let (_, _, _, _, _, _, made, standing) = try await write(
            access, enter(access, .create, .intervention), claim(access, location: "\(id)"),
            InterventionWriting.insert(draft, in: plan, as: id),
            InterventionWriting.insertAims(draft.indicators, of: id),
            InterventionWriting.putFunding(draft.funding, of: id),
            InterventionWriting.insertShares(draft.funding, of: id), InterventionQueries.one(id), StandingQueries.own)
        guard let made else { throw Refusal.notFound }
        return made.judged(by: standing)
    }

    /// Writes a new one with its parts, in a transaction that has more to do.
    func insert(
        _ draft: InterventionDraft, in plan: ActionPlan.ID, as id: Intervention.ID, _ transaction: Transaction
    ) async throws -> Intervention {
        let (_, _, _, _, made) = try await transaction.pipeline(
            InterventionWriting.insert(draft, in: plan, as: id),
            InterventionWriting.insertAims(draft.indicators, of: id),
            InterventionWriting.putFunding(draft.funding, of: id),
            InterventionWriting.insertShares(draft.funding, of: id), InterventionQueries.one(id))
        guard let made else { throw Refusal.notFound }
        return made
    }

    package func change(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ change: InterventionChange
    ) async throws -> Intervention {
        try await write(access) { transaction in
            let (_, present, standing) = try await transaction.pipeline(
                enter(access, .update, .intervention), InterventionQueries.one(id), StandingQueries.own)
            guard let present else { throw Refusal.notFound }
            try standing.expect(Permission(.update, .intervention), on: present.subject)
            let terms = present.terms.applying(change)
            if terms.agencyCode != present.terms.agencyCode && ![.proposed, .declined].contains(present.state) {
                throw Refusal.conflict(rule: "intervention_agency_is_settled_by_assignment")
            }
            // Nothing to change: nobody else is to find another version.
            if terms == present.terms && version == present.stamp.version { return present.judged(by: standing) }
            return try await write(terms, over: present, at: version, transaction).judged(by: standing)
        }
    }

    /// Writes the terms over those of `present`, parts included, or throws `stale`.
    func write(
        _ terms: InterventionDraft, over present: Intervention, at version: Int, _ transaction: Transaction
    ) async throws -> Intervention {
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        let (id, funding) = (present.id, terms.funding)
        // The intervention before its plan, as steps take them. What is no longer shared makes room for other dates and
        // other money before they are written.
        let (_, _, _, changed, _, _, _, _, _, _, found) = try await transaction.pipeline(
            InterventionWriting.lock([id]), InterventionWriting.removeShares(of: id, except: funding),
            InterventionWriting.shrinkShares(of: id, to: funding),
            InterventionWriting.update(terms, of: id, at: version),
            InterventionWriting.removeAims(of: id, except: terms.indicators),
            InterventionWriting.insertAims(terms.indicators, of: id),
            InterventionWriting.removeFunding(of: id, except: funding), InterventionWriting.putFunding(funding, of: id),
            InterventionWriting.growShares(of: id, to: funding),
            InterventionWriting.insertShares(funding, of: id), InterventionQueries.one(id))
        // Thrown within the transaction, so that the parts just written are undone with it.
        return try found.changed(changed) { $0.stamp.version }
    }

    package func assign(
        _ access: Access, intervention id: Intervention.ID, at version: Int, on day: CalendarDay?
    ) async throws -> Intervention {
        try await move(access, id, at: version, .assign, InterventionWriting.assign(id, at: version, on: day))
    }

    package func take(
        _ access: Access, _ step: Intervention.Step, intervention id: Intervention.ID, at version: Int, reason: String?
    ) async throws -> Intervention {
        try await move(
            access, id, at: version, step.permission.action,
            InterventionWriting.take(step, id, at: version, reason: reason))
    }

    package func carryOver(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ draft: CarryOverDraft,
        as next: Intervention.ID
    ) async throws -> Intervention {
        try await write(access) { transaction in
            let (_, _, _, present, standing) = try await transaction.pipeline(
                enter(access, .carryOver, .intervention), claim(access, location: "\(next)"),
                InterventionWriting.lock([id]), InterventionQueries.one(id), StandingQueries.own)
            guard let present else { throw Refusal.notFound }
            try standing.expect(Permission(.carryOver, .intervention), on: present.subject)
            guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
            // What is carried over gives its shares back before the other takes some of the same lines.
            let (_, _, _, _, _, made) = try await transaction.pipeline(
                InterventionWriting.insert(draft, continuing: present, as: next),
                InterventionWriting.insertAims(of: id, into: next),
                InterventionWriting.putFunding(draft.funding, of: next),
                InterventionWriting.take(.carryOver, id, at: version, reason: draft.reason),
                InterventionWriting.insertShares(draft.funding, of: next), InterventionQueries.one(next))
            guard let made else { throw Refusal.notFound }
            return made.judged(by: standing)
        }
    }

    private func move(
        _ access: Access, _ id: Intervention.ID, at version: Int, _ action: Permission.Action, _ update: Query<Int>
    ) async throws -> Intervention {
        // What is thrown within the transaction gives back the idempotency key.
        try await write(access) { transaction in
            let (_, _, changed, found, standing) = try await transaction.pipeline(
                enter(access, action, .intervention), claim(access, location: "\(id)"),
                update, InterventionQueries.one(id), StandingQueries.own)
            return try found.moved(
                changed, Permission(action, .intervention), at: version, by: standing
            ).judged(by: standing)
        }
    }
}

extension InterventionDraft {
    func applying(_ change: InterventionChange) -> InterventionDraft {
        InterventionDraft(
            reference: reference, agencyCode: change.agencyCode ?? agencyCode,
            catalogueCode: change.catalogueCode.applied(to: catalogueCode),
            title: change.title ?? title, indicators: change.indicators ?? indicators,
            targetQuantity: change.targetQuantity ?? targetQuantity, unit: change.unit ?? unit,
            scope: change.scope.applied(to: scope), startsOn: change.startsOn ?? startsOn,
            endsOn: change.endsOn ?? endsOn, note: change.note ?? note,
            funding: (change.funding ?? funding).keepingShares(of: funding))
    }
}
