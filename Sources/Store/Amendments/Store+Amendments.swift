internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

extension Store {
    package func amendments(_ access: Access, of plan: ActionPlan.ID) async throws -> [PlanAmendment] {
        let exists: Statement = "select expect_rows(count(*)) from action_plan where id = \(plan.uuid)"
        let (_, _, heads, lines, present, standing) = try await run(
            enter(access, .read, .planAmendment), exists.void, AmendmentQueries.heads(plan.uuid),
            AmendmentQueries.lines(plan.uuid), InterventionQueries.ofAmendments(plan.uuid), StandingQueries.own)
        return PlanAmendment.all(heads, lines, present.map(\.made)).map { $0.judged(by: standing) }
    }

    package func amendment(_ access: Access, id: PlanAmendment.ID) async throws -> PlanAmendment {
        let (_, heads, lines, present, standing) = try await run(
            enter(access, .read, .planAmendment), AmendmentQueries.heads(id.uuid), AmendmentQueries.lines(id.uuid),
            InterventionQueries.ofAmendments(id.uuid), StandingQueries.own)
        guard let found = PlanAmendment.all(heads, lines, present.map(\.made)).first else { throw Refusal.notFound }
        return found.judged(by: standing)
    }

    package func make(
        _ access: Access, _ draft: AmendmentDraft, of plan: ActionPlan.ID, as id: PlanAmendment.ID
    ) async throws -> PlanAmendment {
        try await write(access) { transaction in
            let (_, _, _, standing) = try await transaction.pipeline(
                enter(access, .create, .planAmendment), claim(access, location: "\(id)"),
                AmendmentWriting.insert(draft.reason, of: plan, as: id), StandingQueries.own)
            try await put(draft.lines, into: id, transaction)
            return try await tried(id, transaction, sent: draft.lines).judged(by: standing)
        }
    }

    package func change(
        _ access: Access, amendment id: PlanAmendment.ID, at version: Int, _ change: AmendmentChange
    ) async throws -> PlanAmendment {
        try await write(access) { transaction in
            let (_, heads, standing) = try await transaction.pipeline(
                enter(access, .update, .planAmendment), AmendmentQueries.heads(id.uuid), StandingQueries.own)
            guard let head = heads.first else { throw Refusal.notFound }
            try standing.expect(
                Permission(.update, .planAmendment), on: PlanAmendment.all([head], [], [])[0].subject)
            let (changed, removed) = try await transaction.pipeline(
                AmendmentWriting.update(id, at: version, reason: change.reason),
                AmendmentWriting.remove(change.removed, from: id))
            guard changed > 0 else { throw Refusal.stale(currentVersion: head.stamp.version) }
            guard removed == change.removed.count else { throw Refusal.conflict(rule: "amendment_has_the_line") }
            try await put(change.lines, into: id, transaction)
            return try await tried(id, transaction, sent: change.lines).judged(by: standing)
        }
    }

    package func take(
        _ access: Access, _ step: PlanAmendment.Step, amendment id: PlanAmendment.ID, at version: Int, reason: String?
    ) async throws -> PlanAmendment {
        // What is thrown within the transaction gives back the idempotency key.
        try await write(access) { transaction in
            let (caller, _, moved, heads, standing) = try await transaction.pipeline(
                enter(access, step.permission.action, .planAmendment), claim(access, location: "\(id)"),
                TransitionQueries.take(step.rawValue, .amendment, id.uuid, at: version, reason: reason),
                AmendmentQueries.heads(id.uuid), StandingQueries.own)
            let found = PlanAmendment.all(heads, [], []).first
            let amendment = try found.moved(moved, step.permission, at: version, by: standing)
            switch step {
            case .submit: return try await tried(amendment.id, transaction).judged(by: standing)
            case .approve: return try await applied(amendment.id, by: caller, transaction).judged(by: standing)
            case .sendBack, .withdraw: return try await read(id, transaction).judged(by: standing)
            }
        }
    }

    func read(_ id: PlanAmendment.ID, _ transaction: Transaction) async throws -> PlanAmendment {
        let (heads, lines, present) = try await transaction.pipeline(
            AmendmentQueries.heads(id.uuid), AmendmentQueries.lines(id.uuid), InterventionQueries.ofAmendments(id.uuid))
        guard let found = PlanAmendment.all(heads, lines, present.map(\.made)).first else { throw Refusal.notFound }
        return found
    }

    /// Writes lines in the place of those about the same interventions. Throws `BatchRefusal` for one that cannot be.
    private func put(
        _ drafts: [AmendmentLineDraft], into id: PlanAmendment.ID, _ transaction: Transaction
    ) async throws {
        guard !drafts.isEmpty else { return }
        let found = try await transaction.pipeline(
            InterventionQueries.all(drafts.compactMap(\.interventionID)))
        let present = Dictionary(found.map { ($0.id, $0.made) }) { first, _ in first }
        for (index, draft) in drafts.enumerated() {
            do {
                let line = try draft.line(of: present)
                guard line.kind != .change || !line.changed.isEmpty else {
                    throw Refusal.conflict(rule: "amendment_changes_something")
                }
                _ = try await transaction.pipeline(
                    AmendmentWriting.remove([line.reference], from: id), AmendmentWriting.insert(line, into: id))
            } catch {
                guard let refusal = Refusal(ofItem: error) else { throw error }
                throw BatchRefusal(index: index, refusal: refusal, in: "lines")
            }
        }
    }
}

extension AmendmentLineDraft {
    /// The line that this makes of an intervention as it is.
    fileprivate func line(of present: [Intervention.ID: Intervention]) throws -> PlanAmendment.Line {
        func about(_ id: Intervention.ID) throws -> Intervention {
            guard let found = present[id] else { throw Refusal.conflict(rule: "amendment_line_is_of_its_plan") }
            return found
        }
        switch self {
        case .change(let id, let change):
            let found = try about(id)
            return PlanAmendment.Line(
                kind: .change, interventionID: id, reference: found.terms.reference, before: found.terms,
                after: found.terms.applying(change), now: found.terms, reason: nil)
        case .add(let draft):
            return PlanAmendment.Line(
                kind: .add, interventionID: nil, reference: draft.reference, before: nil, after: draft, now: nil,
                reason: nil)
        case .cancel(let id, let reason):
            let found = try about(id)
            return PlanAmendment.Line(
                kind: .cancel, interventionID: id, reference: found.terms.reference, before: found.terms, after: nil,
                now: found.terms, reason: reason)
        }
    }
}
