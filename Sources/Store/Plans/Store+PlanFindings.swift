internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func findings(_ access: Access, plan id: ActionPlan.ID) async throws -> PlanFindings {
        let (_, head, interventions, baseline, overdrawn, arrears, standing) = try await run(
            enter(access, .read, .actionPlan), PlanQueries.one(id), PlanFindingQueries.interventions(id),
            PlanQueries.baseline(id), PlanFindingQueries.overdrawn(id), PlanFindingQueries.arrears(id),
            StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        let review = PlanReview(
            scheme: try await scheme(access, head.framework), baseline: baseline, interventions: interventions,
            overdrawn: overdrawn,
            told: try await told(access, standing, id, arrears: arrears))
        return try review.findings(of: head)
    }

    /// Who reads of a plan how far it got, and no reports, is not told by that who is late; and may not ask what villages
    /// say.
    func told(
        _ access: Access, _ standing: Standing, _ id: ActionPlan.ID, arrears: [PlanFindingQueries.Late]
    ) async throws -> PlanReview.Reports? {
        guard standing.has(Permission(.read, .progressReport)) else { return nil }
        let (_, disputes) = try await run(enter(access, .read, .progressReport), VillageQueries.disputes(id))
        return PlanReview.Reports(arrears: arrears, disputes: disputes)
    }
}
