internal import Hummingbird
internal import Planning
internal import Wire

struct PlanChangesController {
    let plans: any PlanPort
    let interventions: any InterventionPort

    @Sendable func changes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let (from, to) = (query.required("from", .past), query.optional("to", .past))
        try query.finish()
        guard let from else { throw Refusal.notFound }
        let (id, end): (ActionPlan.ID, Moment) = (try context.id(), to ?? .now)
        let before = try await snapshot(context.access.at(from), id)
        // Without an end, what is known: the last event may be younger than a whole second.
        let after = try await snapshot(context.access.at(to), id)
        guard before != nil || after != nil else { throw Refusal.notFound }
        let changes = PlanChanges(id, from: from, to: end, before: before, after: after)
        return .single(changes, version: nil, to: request)
    }

    /// Nil where there was none then.
    private func snapshot(_ access: Access, _ id: ActionPlan.ID) async throws -> PlanChanges.Snapshot? {
        do {
            let plan = try await plans.plan(access, id: id)
            var listing = Listing(where: InterventionField.planID, is: FieldValue(id))
            // All of them: what a page leaves out would seem removed, or never changed.
            listing.size = nil
            var found: [Intervention] = []
            try await interventions.interventions(access, listing).forEach { found += $0.map(\.item) }
            return PlanChanges.Snapshot(plan: plan, interventions: found)
        } catch Refusal.notFound {
            return nil
        }
    }
}
