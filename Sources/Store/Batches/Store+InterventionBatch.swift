internal import LibPQ
package import Planning

extension Store {
    package func propose(
        _ access: Access, _ drafts: [InterventionDraft], in plan: ActionPlan.ID, _ mode: BatchMode
    ) async throws -> Batch<Intervention> {
        let ids = drafts.map { _ in Intervention.ID.new() }
        return try await batch(
            access, Permission(.create, .intervention), mode, at: ids.map { "\($0)" },
            first: InterventionWriting.lock(plan).void
        ) { transaction, _, index in
            let (id, draft) = (ids[index], drafts[index])
            let (_, _, _, _, _, _, made) = try await transaction.pipeline(
                BatchMark.keep, BatchMark.first, InterventionWriting.insert(draft, in: plan, as: id),
                InterventionWriting.insertAims(draft.indicators, of: id),
                InterventionWriting.putFunding(draft.funding, of: id),
                InterventionWriting.insertShares(draft.funding, of: id), InterventionQueries.one(id))
            guard let made else { throw Refusal.notFound }
            return made
        } again: {
            InterventionQueries.all($0)
        }
    }

    package func assign(
        _ access: Access, _ moves: [InterventionMove], _ mode: BatchMode
    ) async throws -> Batch<Intervention> {
        try await move(access, moves, mode, .assign) { InterventionWriting.assign($0.id, at: $0.version, on: $0.on) }
    }

    package func accept(
        _ access: Access, _ moves: [InterventionMove], _ mode: BatchMode
    ) async throws -> Batch<Intervention> {
        try await move(access, moves, mode, .accept) { InterventionWriting.take(.accept, $0.id, at: $0.version) }
    }

    private func move(
        _ access: Access, _ moves: [InterventionMove], _ mode: BatchMode, _ action: Permission.Action,
        _ update: (InterventionMove) -> Query<Int>
    ) async throws -> Batch<Intervention> {
        try await batch(
            access, Permission(action, .intervention), mode, at: moves.map { "\($0.id)" },
            first: InterventionWriting.lock(moves.map(\.id))
        ) { transaction, standing, index in
            let move = moves[index]
            let (_, _, changed, found) = try await transaction.pipeline(
                BatchMark.keep, BatchMark.first, update(move), InterventionQueries.one(move.id))
            return try found.moved(
                changed, Permission(action, .intervention), at: move.version, by: standing)
        } again: {
            InterventionQueries.all($0)
        }
    }
}
