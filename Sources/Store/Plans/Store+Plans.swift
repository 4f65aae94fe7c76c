internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func plans(_ access: Access, _ listing: Listing<ActionPlanField>) -> Reading<ActionPlan> {
        reading(PlanQueries.list, listing, access)
    }

    package func plan(_ access: Access, id: ActionPlan.ID) async throws -> ActionPlan {
        let (_, head, funding, agencies, aims, baseline, targets, outlook, standing) = try await run(
            enter(access, .read, .actionPlan), PlanQueries.one(id), PlanQueries.funding(id),
            PlanQueries.agencies(id), PlanQueries.aims(id), PlanQueries.baseline(id), TargetQueries.of(id),
            PlanStateQueries.outlook(id), StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        return try await detailed(
            access,
            PlanParts(
                head: head, funding: funding, agencies: agencies, aims: aims, baseline: baseline, targets: targets,
                outlook: outlook, standing: standing))
    }

    func detailed(_ access: Access, _ parts: PlanParts) async throws -> ActionPlan {
        let scheme = try await scheme(access, parts.head.framework)
        let coverage = try Coverage(scheme: scheme, baseline: parts.baseline, aims: parts.aims)
        let indicators = IndicatorMoney(of: parts.aims.map { ($0.indicators, $0.budget) })
            .inOrder(of: scheme.framework.indicators.map(\.code))
        var plan = parts.head.plan(
            ActionPlan.Detail(
                fundingBySource: parts.funding.sources, agencies: parts.agencies, lines: parts.funding.lines,
                indicators: indicators, gaps: coverage.gaps, notWeak: coverage.notWeak,
                targets: parts.targets?.indicators ?? [], meeting: parts.head.meeting,
                next: parts.outlook?.next ?? []))
        plan.isOwnWork = parts.outlook?.isOwnWork ?? false
        return plan.judged(by: parts.standing)
    }

    package func make(_ access: Access, _ draft: ActionPlanDraft, as id: ActionPlan.ID) async throws -> ActionPlan {
        let insert: Statement = """
            with made as (
            insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title, target_ikk)
            select l.kabupaten_code, \(id.uuid), l.id, r.framework_code, r.framework_version,
                coalesce(\(draft.title), 'Rencana Aksi ' || initcap(desa.level) || ' ' || desa.name || ' ' || l.year),
                \(draft.targets.ikk?.count)::bigint / 100.0
            from lokus l
            join region desa on desa.code = l.desa_code
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id and r.purpose = 'baseline'
            where l.id = \(draft.lokusID.uuid)
            returning id)
            select expect_rows(count(*), 'plan_needs_a_baseline') from made
            """
        let exists: Statement = "select expect_rows(count(*)) from lokus where id = \(draft.lokusID.uuid)"
        let (_, _, _, _, _, head, funding, agencies, aims, baseline, targets, outlook, standing) = try await write(
            access, enter(access, .create, .actionPlan), exists.void,
            claim(access, location: "\(id)"), insert.void, TargetQueries.insert(draft.targets.indicators, of: id),
            PlanQueries.one(id), PlanQueries.funding(id), PlanQueries.agencies(id), PlanQueries.aims(id),
            PlanQueries.baseline(id), TargetQueries.of(id), PlanStateQueries.outlook(id), StandingQueries.own)
        guard let head else { throw Refusal.notFound }
        return try await detailed(
            access,
            PlanParts(
                head: head, funding: funding, agencies: agencies, aims: aims, baseline: baseline, targets: targets,
                outlook: outlook, standing: standing))
    }

    package func change(
        _ access: Access, plan id: ActionPlan.ID, at version: Int, _ change: ActionPlanChange
    ) async throws -> ActionPlan {
        let update = TargetQueries.change(id, at: version, change)
        let (_, changed, found, funding, agencies, aims, baseline, targets, outlook, standing) = try await write(
            access, enter(access, .update, .actionPlan), update, PlanQueries.one(id), PlanQueries.funding(id),
            PlanQueries.agencies(id), PlanQueries.aims(id), PlanQueries.baseline(id), TargetQueries.of(id),
            PlanStateQueries.outlook(id), StandingQueries.own)
        if let found {
            try standing.expect(Permission(.update, .actionPlan), on: Standing.Subject(lokusID: found.lokusID))
        }
        let head = try found.changed(changed, at: version) { $0.stamp.version }
        return try await detailed(
            access,
            PlanParts(
                head: head, funding: funding, agencies: agencies, aims: aims, baseline: baseline, targets: targets,
                outlook: outlook, standing: standing))
    }

    package func take(
        _ access: Access, _ step: ActionPlan.Step, plan id: ActionPlan.ID, at version: Int, reason: String?
    ) async throws -> ActionPlan {
        // What is thrown within the transaction gives back the idempotency key.
        let parts = try await write(access) { transaction in
            let (_, _, moved, found, funding, agencies, aims, baseline, targets, outlook, standing) =
                try await transaction.pipeline(
                    enter(access, step.permission.action, .actionPlan), claim(access, location: "\(id)"),
                    TransitionQueries.take(step.rawValue, .plan, id.uuid, at: version, reason: reason),
                    PlanQueries.one(id),
                    PlanQueries.funding(id), PlanQueries.agencies(id), PlanQueries.aims(id), PlanQueries.baseline(id),
                    TargetQueries.of(id), PlanStateQueries.outlook(id), StandingQueries.own)
            if let found { try standing.expect(step.permission, on: Standing.Subject(lokusID: found.lokusID)) }
            // At the right version and still not moved: no edge begins where it is.
            if moved == 0, let found, found.stamp.version == version {
                throw Refusal.conflict(rule: "plan_follows_its_transitions")
            }
            return PlanParts(
                head: try found.changed(moved) { $0.stamp.version }, funding: funding, agencies: agencies, aims: aims,
                baseline: baseline, targets: targets, outlook: outlook, standing: standing)
        }
        return try await detailed(access, parts)
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

/// What is read of one plan, before it is known by which framework.
struct PlanParts {
    let head: PlanQueries.Head
    let funding: PlanQueries.Money
    let agencies: [ActionPlan.AgencyTotal]
    let aims: [PlanQueries.Aim]
    let baseline: PlanQueries.Baseline
    let targets: PlanTargets?
    let outlook: PlanStateQueries.Outlook?
    let standing: Standing
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
            id: id, lokusID: lokusID, place: place, title: title, status: status, agreedOn: agreedOn,
            framework: framework, targetIKK: targetIKK, totals: totals, detail: detail, stamp: stamp)
    }
}
