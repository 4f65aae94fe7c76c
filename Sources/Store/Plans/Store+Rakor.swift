internal import LibPQ
internal import Measurement
package import Planning

/// A plan as people take it to a meeting: in rows, and on paper.
extension Store {
    package func matrix(_ access: Access, plan id: ActionPlan.ID) async throws -> InterventionMatrix {
        let (_, head, baseline, targets, interventions, lines, closed, standing) = try await run(
            enter(access, .read, .actionPlan), PlanQueries.one(id), PlanQueries.baseline(id), TargetQueries.of(id),
            MatrixQueries.interventions(id), MatrixQueries.lines(id), MatrixQueries.baseline(id), StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        let scheme = try await scheme(access, head.framework)
        return MatrixParts(
            head: head, interventions: interventions, words: try await words(access, standing, id), lines: lines,
            baseline: closed, targets: targets
        ).matrix(scheme.framework, try baseline.subjects(by: scheme))
    }

    private func words(
        _ access: Access, _ standing: Standing, _ id: ActionPlan.ID
    ) async throws -> [(intervention: Intervention.ID, words: ProgressReport.Words)] {
        guard standing.has(Permission(.read, .progressReport)) else { return [] }
        return try await run(enter(access, .read, .progressReport), MatrixQueries.words(id)).1
    }

    /// What agencies and villages say in reports, in one trip; nil where the caller reads none.
    private func said(
        _ access: Access, _ standing: Standing, _ id: ActionPlan.ID
    ) async throws -> (
        words: [(intervention: Intervention.ID, words: ProgressReport.Words)], disputes: [VillageQueries.Disputed]
    )? {
        guard standing.has(Permission(.read, .progressReport)) else { return nil }
        let (_, words, disputes) = try await run(
            enter(access, .read, .progressReport), MatrixQueries.words(id), VillageQueries.disputes(id))
        return (words: words, disputes: disputes)
    }

    package func pack(_ access: Access, plan id: ActionPlan.ID) async throws -> RakorPack {
        let (
            _, head, funding, agencies, aims, baseline, targets, outlook, found, overdrawn, arrears, interventions,
            lines,
            closed, round, dimensions, offices, due, ground, standing
        ) = try await run(
            enter(access, .read, .actionPlan), PlanQueries.one(id), PlanQueries.funding(id), PlanQueries.agencies(id),
            PlanQueries.aims(id), PlanQueries.baseline(id), TargetQueries.of(id), PlanStateQueries.outlook(id),
            PlanFindingQueries.interventions(id), PlanFindingQueries.overdrawn(id), PlanFindingQueries.arrears(id),
            MatrixQueries.interventions(id), MatrixQueries.lines(id), MatrixQueries.baseline(id), PackQueries.round(id),
            PackQueries.dimensions(id), PackQueries.offices(id), PackQueries.due(id), PackQueries.ground(id),
            StandingQueries.own)
        guard let head, let ground else { throw Refusal.notFound }
        let scheme = try await scheme(access, head.framework)
        let subjects = try baseline.subjects(by: scheme)
        let said = try await said(access, standing, id)
        let review = PlanReview(
            scheme: scheme, baseline: baseline, interventions: found, overdrawn: overdrawn,
            told: said.map { PlanReview.Reports(arrears: arrears, disputes: $0.disputes) })
        let parts = PlanParts(
            head: head, funding: funding, agencies: agencies, aims: aims, baseline: baseline, targets: targets,
            outlook: outlook, standing: standing)
        let matrix = MatrixParts(
            head: head, interventions: interventions, words: said?.words ?? [], lines: lines,
            baseline: closed, targets: targets)
        return RakorPack(
            plan: try await detailed(access, parts), decree: ground.decree, baseline: round,
            framework: scheme.framework,
            dimensions: zip(scheme.framework.dimensions, dimensions).map {
                RakorPack.DimensionValue(dimension: $0, value: $1)
            },
            subjects: subjects, matrix: matrix.matrix(scheme.framework, subjects),
            findings: try review.findings(of: head), offices: offices, due: said == nil ? [] : due,
            toldOf: said == nil ? .nobody : ground.agency.map { .agency($0) } ?? .everybody,
            coordinatorOffice: ground.coordinatorOffice, today: ground.today)
    }
}
