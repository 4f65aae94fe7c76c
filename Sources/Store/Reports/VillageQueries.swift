internal import LibPQ
internal import Planning

/// What villages say of reports `r`.
enum VillageQueries {
    /// What the caller has done with it: each array is worked out once.
    static let ownColumns = """
        coalesce((select acting_ids()) && r.written_by, false),
        coalesce((select own_principals()) && array[r.village_by], false),
        coalesce(r.state = 'verified' and (select own_principals()) && array[r.state_by], false)
        """

    static let columns = """
        r.village_says, r.village_note, (r.village_counted * 100)::bigint, r.village_at,
        (select speaker.name from principal speaker where speaker.id = r.village_by),
        r.village_saw_version, (r.village_saw_percent * 100)::bigint, (r.village_saw_quantity * 100)::bigint,
        r.village_has_seen
        """

    /// In a closed plan nothing is said any more, and where nothing happened nothing arrived.
    static let isAwaited = """
        (r.state in ('submitted', 'verified') and not r.nil and r.village_has_seen is not true and exists (
            select from intervention of_it
            join action_plan in_plan on in_plan.kabupaten_code = of_it.kabupaten_code and in_plan.id = of_it.plan_id
            where of_it.kabupaten_code = r.kabupaten_code and of_it.id = r.intervention_id
                and in_plan.state <> 'closed'))
        """

    static func own(_ row: inout Row) throws -> ProgressReport.Own {
        ProgressReport.Own(isWriting: try row.next(), isWord: try row.next(), isVerdict: try row.next())
    }

    static func confirmation(_ row: inout Row) throws -> ProgressReport.Confirmation? {
        guard let word: ProgressReport.VillageWord = try row.next(String?.self).map({ try Row.word($0) }) else {
            row.skip(8)
            return nil
        }
        let statement = VillageStatement(word, note: try row.next(), counted: try row.optionalHundredths())
        return ProgressReport.Confirmation(
            statement: statement, at: try row.moment(), by: try row.next(),
            seen: ProgressReport.Confirmation.Seen(
                version: try row.count(), physicalPercent: try row.optionalHundredths(),
                quantity: try row.optionalHundredths()),
            isCurrent: try row.next())
    }

    /// Touches no row at another version, and none of which the same was said already; the schema judges the rest.
    static func say(
        _ statement: VillageStatement, of id: ProgressReport.ID, at version: Int
    ) -> Query<Int> {
        let (word, note, counted) = (statement.word.rawValue, statement.note, statement.counted?.count)
        let update: Statement = """
            update progress_report set village_says = \(word), village_note = \(note),
                village_counted = \(counted)::bigint / 100.0
            where id = \(id.uuid) and version = \(Int32(clamping: version)) and (
                state not in ('submitted', 'verified') or not village_has_seen
                or (village_says, village_note, village_counted)
                    is distinct from (\(word)::text, \(note)::text, \(counted)::bigint / 100.0))
            """
        return update.affected
    }
    typealias Disputed = (dispute: PlanFinding.Dispute, intervention: Intervention.ID)

    /// Reports of a plan that their village disputes, those that count first. A dispute of figures that were corrected
    /// afterwards stands until the village says something else.
    static func disputes(_ plan: ActionPlan.ID) -> Query<[Disputed]> {
        let statement: Statement = """
            select r.id, i.id, i.agency_code, a.short_name, r.budget_year, r.quarter, r.state,
                (p.quantity * 100)::bigint, i.unit, \(unescaped: columns)
            from intervention i
            join progress_report r on r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id
            join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
            cross join lateral (
                select p.quantity from reported_progress p
                where p.kabupaten_code = r.kabupaten_code and p.intervention_id = r.intervention_id and p.id = r.id
                    and not p.counts
            ) p
            where i.plan_id = \(plan.uuid) and r.village_says = 'disputed' and r.state in ('submitted', 'verified')
            order by r.state desc, r.period, i.reference
            """
        return statement.rows { row in
            let (report, intervention): (ProgressReport.ID, Intervention.ID) = (try row.id(), try row.id())
            let agency = AgencyName(code: try row.next(), shortName: try row.next())
            let (year, quarter) = (try row.count(), try row.small())
            let state: ProgressReport.State = try row.word()
            let (quantity, unit): (Hundredths, String) = (try row.hundredths(), try row.next())
            guard let period = ReportPeriod(budgetYear: year, quarter: quarter), let said = try confirmation(&row)
            else { throw UnexpectedContent(what: "dispute", found: "\(year)/\(quarter)") }
            let dispute = PlanFinding.Dispute(
                reportID: report, agency: agency, period: period, state: state, quantity: quantity, unit: unit,
                confirmation: said)
            return (dispute: dispute, intervention: intervention)
        }
    }
}
