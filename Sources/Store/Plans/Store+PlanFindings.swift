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
            // Who reads of a plan how far it got is not told by that who is late.
            arrears: standing.has(Permission(.read, .progressReport)) ? arrears : nil)
        return try review.findings(of: head)
    }
}
