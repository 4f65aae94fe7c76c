internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// The statements that write an intervention and its parts.
enum InterventionWriting {
    /// Fails with SL404 where there is no such plan.
    static func insert(
        _ draft: InterventionDraft, in plan: ActionPlan.ID, as id: Intervention.ID
    ) -> Query<Void> {
        let statement: Statement = """
            with made as (
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, catalogue_code,
                title, target_quantity, unit, target_group, target_families, target_people, location,
                supporting_agencies, starts_on, ends_on, note)
            select p.kabupaten_code, \(id.uuid), p.id, p.lokus_id, plain_name(\(draft.reference)), \(draft.agencyCode),
                \(draft.catalogueCode), \(draft.title), \(draft.targetQuantity.count)::bigint / 100.0, \(draft.unit),
                \(draft.scope.targetGroup), \(draft.scope.families), \(draft.scope.people), \(draft.scope.location),
                \(draft.scope.supportingAgencies),
                \(PostgresDate(draft.startsOn)), \(PostgresDate(draft.endsOn)), \(draft.note)
            from action_plan p where p.id = \(plan.uuid)
            returning id)
            select expect_rows(count(*)) from made
            """
        return statement.void
    }

    static func insertAims(_ codes: [String], of id: Intervention.ID) -> Query<Void> {
        let statement: Statement = """
            insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version,
                indicator_code)
            select i.kabupaten_code, i.id, p.framework_code, p.framework_version, code
            from intervention i
            join action_plan p on p.kabupaten_code = i.kabupaten_code and p.id = i.plan_id
            cross join unnest(\(codes)) code
            -- Only those that are new: for others nothing is asked, of the state of the plan neither.
            where i.id = \(id.uuid) and not exists (
                select from intervention_indicator x
                where x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id and x.indicator_code = code)
            on conflict do nothing
            """
        return statement.void
    }

    static func removeAims(of id: Intervention.ID, except codes: [String]) -> Query<Void> {
        let statement: Statement = """
            delete from intervention_indicator
            where intervention_id = \(id.uuid) and indicator_code <> all (\(codes))
            """
        return statement.void
    }

    static func putFunding(_ funding: [Funding], of id: Intervention.ID) -> Query<Void> {
        let statement: Statement = """
            insert into intervention_funding (kabupaten_code, intervention_id, source, amount_idr)
            select i.kabupaten_code, i.id, line.source, line.amount
            from intervention i
            cross join unnest(\(funding.map(\.source.rawValue)), \(funding.map(\.amount.amount))) line (source, amount)
            where i.id = \(id.uuid)
            on conflict (kabupaten_code, intervention_id, source) do update set amount_idr = excluded.amount_idr
                where intervention_funding.amount_idr <> excluded.amount_idr
            """
        return statement.void
    }

    static func removeFunding(of id: Intervention.ID, except funding: [Funding]) -> Query<Void> {
        let statement: Statement = """
            delete from intervention_funding
            where intervention_id = \(id.uuid) and source <> all (\(funding.map(\.source.rawValue)))
            """
        return statement.void
    }

    /// Takes away the shares of lines that are not named any more, or under another source.
    static func removeShares(of id: Intervention.ID, except funding: [Funding]) -> Query<Void> {
        let (lines, sources, _) = funding.columns
        let statement: Statement = """
            delete from budget_share s
            where s.intervention_id = \(id.uuid) and not exists (
                select from unnest(\(lines), \(sources)) named (line, source)
                where named.line = s.budget_line_id and named.source = s.source)
            """
        return statement.void
    }

    /// Of those that shrink, before the money from their source does; `growShares` is for afterwards.
    static func shrinkShares(of id: Intervention.ID, to funding: [Funding]) -> Query<Void> {
        let (lines, sources, amounts) = funding.columns
        let statement: Statement = """
            update budget_share s set amount_idr = named.amount
            from unnest(\(lines), \(sources), \(amounts)) named (line, source, amount)
            where s.intervention_id = \(id.uuid) and s.budget_line_id = named.line and s.source = named.source
                and s.amount_idr > named.amount
            """
        return statement.void
    }

    static func growShares(of id: Intervention.ID, to funding: [Funding]) -> Query<Void> {
        let (lines, sources, amounts) = funding.columns
        let statement: Statement = """
            update budget_share s set amount_idr = named.amount
            from unnest(\(lines), \(sources), \(amounts)) named (line, source, amount)
            where s.intervention_id = \(id.uuid) and s.budget_line_id = named.line and s.source = named.source
                and s.amount_idr < named.amount
            """
        return statement.void
    }

    /// In the order of the lines, as most meet; who meets somebody that took them in another order is tried again.
    static func insertShares(_ funding: [Funding], of id: Intervention.ID) -> Query<Void> {
        let (lines, sources, amounts) = funding.columns
        let statement: Statement = """
            insert into budget_share (kabupaten_code, intervention_id, budget_line_id, source, amount_idr)
            select i.kabupaten_code, i.id, named.line, named.source, named.amount
            from intervention i
            cross join unnest(\(lines), \(sources), \(amounts)) named (line, source, amount)
            where i.id = \(id.uuid) and not exists (
                select from budget_share s where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id
                    and s.budget_line_id = named.line and s.source = named.source)
            order by named.line
            """
        return statement.void
    }

    /// In one order, whatever the order of a batch: two that meet wait for each other in turn and not for ever.
    ///
    /// No stronger than that: a single report refers to its intervention, and would wait for a batch that waits for it.
    static func lock(_ ids: [Intervention.ID]) -> Query<Void> {
        let statement: Statement = """
            select 1 from intervention where id = any (\(ids.map(\.uuid))) order by kabupaten_code, id for no key update
            """
        return statement.void
    }

    /// The same for the plan that interventions are written into: their references may meet.
    static func lock(_ plan: ActionPlan.ID) -> Statement {
        "select id from action_plan where id = \(plan.uuid) for no key update"
    }

    /// Touches no row at another version. Whether the state may be left is the transition table's to say.
    /// A second assignment of the same day is no change, and touches no row either.
    static func assign(_ id: Intervention.ID, at version: Int, on day: CalendarDay?) -> Query<Int> {
        let statement: Statement = """
            update intervention set state = 'assigned', assigned_on = \(day.map { PostgresDate($0) })
            where id = \(id.uuid) and version = \(Int32(clamping: version)) and state = 'proposed'
            """
        return statement.affected
    }

    /// Touches no row at another version, and none where no edge of that name begins; the schema judges the rest.
    static func take(
        _ step: Intervention.Step, _ id: Intervention.ID, at version: Int, reason: String? = nil
    ) -> Query<Int> {
        // Where none is asked for, the column is not the caller's to write.
        guard let reason else {
            let statement: Statement = """
                update intervention i set state = t.to_state
                from transition t
                where i.id = \(id.uuid) and i.version = \(Int32(clamping: version))
                    and t.subject = 'intervention' and t.action = \(step.rawValue) and t.from_state = i.state
                """
            return statement.affected
        }
        return TransitionQueries.take(step.rawValue, .intervention, id.uuid, at: version, reason: reason)
    }

    /// Says what `id` says, in a plan of its kabupaten; `notFound` where there is none.
    static func insert(
        _ draft: CarryOverDraft, continuing present: Intervention, as next: Intervention.ID
    ) -> Query<Void> {
        let place = draft.place(of: present)
        let statement: Statement = """
            with made as (
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, catalogue_code,
                title, target_quantity, unit, target_group, target_families, target_people, location,
                supporting_agencies, starts_on, ends_on, note, continues_id)
            select p.kabupaten_code, \(next.uuid), p.id, p.lokus_id, plain_name(\(place.reference)), i.agency_code,
                i.catalogue_code, i.title, \(place.quantity.count)::bigint / 100.0, i.unit,
                i.target_group, i.target_families, i.target_people, i.location, i.supporting_agencies,
                \(PostgresDate(draft.startsOn)), \(PostgresDate(draft.endsOn)), i.note, i.id
            from intervention i
            join action_plan p on p.kabupaten_code = i.kabupaten_code and p.id = \(place.plan.uuid)
            where i.id = \(present.id.uuid)
            returning id)
            select expect_rows(count(*)) from made
            """
        return statement.void
    }

    /// What both frameworks know of what the one aims at.
    static func insertAims(of origin: Intervention.ID, into next: Intervention.ID) -> Query<Void> {
        let statement: Statement = """
            insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version,
                indicator_code)
            select n.kabupaten_code, n.id, p.framework_code, p.framework_version, f.code
            from intervention n
            join action_plan p on p.kabupaten_code = n.kabupaten_code and p.id = n.plan_id
            join intervention_indicator x on x.kabupaten_code = n.kabupaten_code and x.intervention_id = \(origin.uuid)
            join framework_indicator f on f.framework_code = p.framework_code
                and f.framework_version = p.framework_version and f.code = x.indicator_code
                and f.framework_code = x.framework_code
            where n.id = \(next.uuid)
            """
        return statement.void
    }

    /// Writes all terms but the reference; touches no row at another version.
    static func update(_ terms: InterventionDraft, of id: Intervention.ID, at version: Int) -> Query<Int> {
        let statement: Statement = """
            update intervention
            set agency_code = \(terms.agencyCode), catalogue_code = \(terms.catalogueCode), title = \(terms.title),
                target_quantity = \(terms.targetQuantity.count)::bigint / 100.0, unit = \(terms.unit),
                target_group = \(terms.scope.targetGroup), target_families = \(terms.scope.families),
                target_people = \(terms.scope.people), location = \(terms.scope.location),
                supporting_agencies = \(terms.scope.supportingAgencies),
                starts_on = \(PostgresDate(terms.startsOn)), ends_on = \(PostgresDate(terms.endsOn)),
                note = \(terms.note)
            where id = \(id.uuid) and version = \(Int32(clamping: version))
            """
        return statement.affected
    }
}

extension InterventionScope {
    var families: Int32? { targetFamilies.map { Int32(clamping: $0) } }
    var people: Int32? { targetPeople.map { Int32(clamping: $0) } }
}

extension [Funding] {
    /// The shares of budget lines, a row each.
    fileprivate var columns: (lines: [UUID], sources: [String], amounts: [Int64]) {
        let shares = flatMap { funding in (funding.shares ?? []).map { (source: funding.source, share: $0) } }
        return (
            shares.map(\.share.line.uuid), shares.map(\.source.rawValue), shares.map(\.share.amount.amount)
        )
    }
}
