internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func plans(_ access: Access, _ listing: Listing<ActionPlanField>) -> Reading<ActionPlan> {
        reading(PlanQueries.list, listing, access)
    }

    package func plan(_ access: Access, id: ActionPlan.ID) async throws -> ActionPlan {
        let (_, head, funding, agencies, aims, baseline, targets, standing) = try await run(
            enter(access, .read, .actionPlan), PlanQueries.one(id), PlanQueries.funding(id),
            PlanQueries.agencies(id), PlanQueries.aims(id), PlanQueries.baseline(id), TargetQueries.of(id),
            StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        return try await detailed(access, head, funding, agencies, aims, baseline, targets).judged(by: standing)
    }

    private func detailed(
        _ access: Access, _ head: PlanQueries.Head, _ funding: [Funding], _ agencies: [ActionPlan.AgencyTotal],
        _ aims: [PlanQueries.Aim], _ baseline: PlanQueries.Baseline, _ targets: PlanTargets?
    ) async throws -> ActionPlan {
        let coverage = try Coverage(scheme: await scheme(access, head.framework), baseline: baseline, aims: aims)
        return head.plan(
            ActionPlan.Detail(
                fundingBySource: funding, agencies: agencies, gaps: coverage.gaps, notWeak: coverage.notWeak,
                targets: targets?.indicators ?? []))
    }

    package func make(_ access: Access, _ draft: ActionPlanDraft, as id: ActionPlan.ID) async throws -> ActionPlan {
        let insert: Statement = """
            with made as (
            insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title, agreed_on,
                target_ikk)
            select l.kabupaten_code, \(id.uuid), l.id, r.framework_code, r.framework_version,
                coalesce(\(draft.title), 'Rencana Aksi ' || initcap(desa.level) || ' ' || desa.name || ' ' || l.year),
                \(draft.agreedOn.map { PostgresDate($0) }), \(draft.targets.ikk?.count)::bigint / 100.0
            from lokus l
            join region desa on desa.code = l.desa_code
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id and r.purpose = 'baseline'
            where l.id = \(draft.lokusID.uuid)
            returning id)
            select expect_rows(count(*), 'plan_needs_a_baseline') from made
            """
        let exists: Statement = "select expect_rows(count(*)) from lokus where id = \(draft.lokusID.uuid)"
        let (_, _, _, _, _, head, funding, agencies, aims, baseline, targets, standing) = try await write(
            access, enter(access, .create, .actionPlan), exists.void,
            claim(access, location: "\(id)"), insert.void, TargetQueries.insert(draft.targets.indicators, of: id),
            PlanQueries.one(id), PlanQueries.funding(id), PlanQueries.agencies(id), PlanQueries.aims(id),
            PlanQueries.baseline(id), TargetQueries.of(id), StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        return try await detailed(access, head, funding, agencies, aims, baseline, targets).judged(by: standing)
    }

    package func change(
        _ access: Access, plan id: ActionPlan.ID, at version: Int, _ change: ActionPlanChange
    ) async throws -> ActionPlan {
        let update = TargetQueries.change(id, at: version, change)
        let (_, changed, found, funding, agencies, aims, baseline, targets, standing) = try await write(
            access, enter(access, .update, .actionPlan), update, PlanQueries.one(id), PlanQueries.funding(id),
            PlanQueries.agencies(id), PlanQueries.aims(id), PlanQueries.baseline(id), TargetQueries.of(id),
            StandingQueries.own)
        if let found {
            try standing.expect(Permission(.update, .actionPlan), on: Standing.Subject(lokusID: found.lokusID))
        }
        let head = try found.changed(changed, at: version) { $0.stamp.version }
        return try await detailed(access, head, funding, agencies, aims, baseline, targets).judged(by: standing)
    }

    package func assignAll(
        _ access: Access, in plan: ActionPlan.ID, on day: CalendarDay?, atMost most: Int?
    ) async throws -> Int {
        let update: Statement = """
            with moved as (
            update intervention set state = 'assigned', assigned_on = \(day.map { PostgresDate($0) })
            where plan_id = \(plan.uuid) and state = 'proposed'
            returning id)
            select expect_at_most(count(*), \(most.map(Int64.init))) from moved
            """
        let exists: Statement = "select expect_rows(count(*)) from action_plan where id = \(plan.uuid)"
        let location = "\(plan)"
        return try await write(access) { transaction in
            let (_, _, _, assigned) = try await transaction.pipeline(
                enter(access, .assign, .intervention), exists.void, claim(access, location: location),
                update.one { row in try row.next(Int.self) })
            try await transaction.pipeline(settle(access, "\(location) \(assigned)"))
            return assigned
        }
    }
}

/// Weak indicators that nothing aims at, and interventions that aim at what is not weak.
struct Coverage {
    private(set) var gaps: [ActionPlan.Gap] = []
    private(set) var notWeak: [ActionPlan.NotWeak] = []

    /// Without tallies (the baseline is still open) nothing can be said, and nothing is.
    init(scheme: ScoringScheme, baseline: PlanQueries.Baseline, aims: [PlanQueries.Aim]) throws {
        guard !baseline.tallies.isEmpty else { return }
        let score = try RoundScore(scheme: scheme, indicators: baseline.tallies)
        // What was not announced may be weak.
        let weak = Set(score.indicators.filter { $0.isWeak || !$0.tally.isKnown }.map(\.code))
        let aimedAt = Set(aims.flatMap(\.indicators))
        gaps = zip(scheme.framework.indicators, score.indicators)
            .filter { $0.1.isWeak && !aimedAt.contains($0.0.code) }
            .map { ActionPlan.Gap(indicator: $0, score: $1, hasUnits: baseline.basis != .values) }
        notWeak = aims.compactMap { aim in
            let others = aim.indicators.filter { !weak.contains($0) }
            return others.isEmpty
                ? nil : ActionPlan.NotWeak(reference: aim.reference, title: aim.title, indicators: others)
        }
    }
}

extension PlanQueries.Head {
    func plan(_ detail: ActionPlan.Detail?) -> ActionPlan {
        ActionPlan(
            id: id, lokusID: lokusID, place: place, title: title, agreedOn: agreedOn, framework: framework,
            targetIKK: targetIKK, totals: totals, detail: detail, stamp: stamp)
    }
}
