import Measurement
import Planning
import Synchronization

extension FakePorts {
    func plans(_ access: Access, _ listing: Listing<ActionPlanField>) -> Reading<ActionPlan> {
        reading(access, listing) { _ in [] }
    }

    func plan(_ access: Access, id: ActionPlan.ID) async throws -> ActionPlan {
        try enter(access)
        return Samples.plan(id)
    }

    func findings(_ access: Access, plan id: ActionPlan.ID) async throws -> PlanFindings {
        try enter(access)
        let plan = Samples.plan(id)
        return PlanFindings(
            planID: id, lokusID: plan.lokusID, place: plan.place, state: plan.status.state, framework: plan.framework,
            checked: PlanFinding.Kind.allCases, findings: [])
    }

    func matrix(_ access: Access, plan id: ActionPlan.ID) async throws -> InterventionMatrix {
        try enter(access)
        let plan = Samples.plan(id)
        return InterventionMatrix(
            planID: id, lokusID: plan.lokusID, place: plan.place, state: plan.status.state, framework: plan.framework,
            weakBelow: 75, baseline: nil, rows: [])
    }

    func pack(_ access: Access, plan id: ActionPlan.ID) async throws -> RakorPack {
        throw Refusal.notFound
    }

    func make(_ access: Access, _ draft: ActionPlanDraft, as id: ActionPlan.ID) async throws -> ActionPlan {
        try enter(access)
        return Samples.plan(id)
    }

    func change(
        _ access: Access, plan id: ActionPlan.ID, at version: Int, _ change: ActionPlanChange
    ) async throws -> ActionPlan {
        try enter(access)
        return Samples.plan(id)
    }

    func take(
        _ access: Access, _ step: ActionPlan.Step, plan id: ActionPlan.ID, at version: Int, reason: String?
    ) async throws -> ActionPlan {
        try enter(access)
        try claim(access, "\(id)")
        return Samples.plan(id)
    }

    func assignAll(
        _ access: Access, in plan: ActionPlan.ID, on day: CalendarDay?, atMost: Int?
    ) async throws -> Int {
        try enter(access)
        try claim(access, "\(plan) 15")
        return 15
    }

    func interventions(_ access: Access, _ listing: Listing<InterventionField>) -> Reading<Intervention> {
        reading(access, listing) { $0.interventions }
    }

    func intervention(_ access: Access, id: Intervention.ID) async throws -> Intervention {
        try enter(access)
        guard let found = get({ $0.interventions.first { $0.id == id } }) else { throw Refusal.notFound }
        return found
    }

    func propose(
        _ access: Access, _ draft: InterventionDraft, in plan: ActionPlan.ID, as id: Intervention.ID
    ) async throws -> Intervention {
        try enter(access)
        let intervention = Samples.intervention(id, draft, in: plan)
        state.withLock { state in
            state.interventionDrafts.append(draft)
            state.interventions.append(intervention)
        }
        return intervention
    }

    func importInterventions(
        _ access: Access, _ drafts: [InterventionDraft], into plan: ActionPlan.ID, _ strategy: ImportStrategy,
        fileName: String
    ) async throws -> InterventionReceipt {
        try enter(access)
        try claim(access, "\(plan) \(drafts.count) 0 0 0")
        state.withLock { $0.interventionDrafts += drafts }
        return InterventionReceipt(
            planID: plan, isDryRun: access.isDryRun, fileName: fileName, rowsRead: drafts.count, added: drafts.count,
            changed: 0, same: 0)
    }

    func change(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ change: InterventionChange
    ) async throws -> Intervention {
        state.withLock { $0.interventionChanges.append(change) }
        return try await intervention(access, id: id)
    }

    func assign(
        _ access: Access, intervention id: Intervention.ID, at version: Int, on day: CalendarDay?
    ) async throws -> Intervention {
        try await intervention(access, id: id)
    }

    func take(
        _ access: Access, _ step: Intervention.Step, intervention id: Intervention.ID, at version: Int, reason: String?
    ) async throws -> Intervention {
        try enter(access)
        guard step != .accept else { throw Refusal.stale(currentVersion: 4) }
        try claim(access, "\(id)")
        return try await intervention(access, id: id)
    }

    func carryOver(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ draft: CarryOverDraft,
        as next: Intervention.ID
    ) async throws -> Intervention {
        try enter(access)
        try claim(access, "\(next)")
        return try await intervention(access, id: id)
    }

    func propose(
        _ access: Access, _ drafts: [InterventionDraft], in plan: ActionPlan.ID, _ mode: BatchMode
    ) async throws -> Batch<Intervention> {
        throw Refusal.notFound
    }

    func assign(_ access: Access, _ moves: [InterventionMove], _ mode: BatchMode) async throws -> Batch<Intervention> {
        throw Refusal.notFound
    }

    func accept(_ access: Access, _ moves: [InterventionMove], _ mode: BatchMode) async throws -> Batch<Intervention> {
        throw Refusal.notFound
    }
}
