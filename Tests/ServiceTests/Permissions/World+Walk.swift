import Planning
import Support

extension World {
    /// Every subject of the walk, made where it is not there yet.
    func subjects() async throws -> [Walk.Subject] {
        try await service.database.execute(Self.making(foreignLokus))
        for state in Self.states { _ = try await plan(in: state) }
        for state in PlanAmendment.State.allCases { _ = try await amendment(in: state.rawValue) }
        let found = try await service.database.value(
            """
            select string_agg(concat_ws('|', resource, id, kabupaten_code, lokus_id, agency, state), ',') from (
                select 'lokus' as resource, id, kabupaten_code, id as lokus_id, '' as agency, '' as state
                from selaras.lokus where id <> '\(spareLokus)'
                union all
                select 'survey_round', id, kabupaten_code, lokus_id, '', state
                from selaras.survey_round where lokus_id <> '\(spareLokus)'
                union all
                select 'action_plan', id, kabupaten_code, lokus_id, '', state from selaras.action_plan
                union all
                select 'intervention', id, kabupaten_code, lokus_id, agency_code, state from selaras.intervention
                where reference <> 'STEP'
                union all
                select 'plan_amendment', id, kabupaten_code, lokus_id, '', state from selaras.plan_amendment
                union all
                select 'progress_report', id, kabupaten_code, lokus_id, agency_code, state from selaras.progress_report
                where id not in ('\(report)', '\(otherReport)')
            ) s
            """)
        return found.split(separator: ",").map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Walk.Subject(
                resource: parts[0], id: parts[1], kabupaten: parts[2], lokusID: parts[3], lokusIsOwn: parts[3] == lokus,
                agency: parts[4], state: parts[5])
        }
    }

    /// A plan of the other kabupaten, and in each plan an intervention of each agency in each state; the accepted ones
    /// have a report in each state that none of the callers wrote.
    private static func making(_ foreignLokus: String) -> String {
        """
        set search_path = selaras;
        insert into agency select '63.10', code, short_name, name, kind, null, urusan, role, provenance from agency
        where kabupaten_code = '63.02' and code in ('PUPR', 'DINKES') on conflict do nothing;
        insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
        values ('63.10', gen_random_uuid(), '\(foreignLokus)', 'ikk-29', 1, 'baseline', 'census');
        insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
        values ('63.10', gen_random_uuid(), '\(foreignLokus)', 'ikk-29', 1, 'Rencana');
        insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity,
            unit, starts_on, ends_on, state, assigned_on, accepted_on)
        select p.kabupaten_code, gen_random_uuid(), p.id, p.lokus_id, 'WALK ' || a.code || ' ' || s.state, a.code, 'Uji',
            10, 'unit', '2024-01-01', '2024-12-31', s.state, s.assigned_on, s.accepted_on
        from action_plan p
        join agency a on a.kabupaten_code = p.kabupaten_code
            and a.code in ('PUPR', 'DINKES', '\(Reach.officeOfTheProvince)')
        cross join (values ('proposed', null::date, null::date), ('assigned', '2024-01-15', null),
            ('accepted', '2024-01-15', '2024-01-20')) s (state, assigned_on, accepted_on);
        insert into intervention_funding
        select i.kabupaten_code, i.id, 'csr', 1000 from intervention i where i.reference like 'WALK %';
        insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
            nil, reported_by, state, obstacles)
        select i.kabupaten_code, gen_random_uuid(), i.id, i.agency_code, i.lokus_id, r.year, r.quarter, true,
            (select id from principal order by created_at, id limit 1),
            case r.state when 'draft' then 'draft' else 'submitted' end, r.state
        from intervention i
        cross join (values (2024, 1, 'submitted'), (2024, 2, 'draft'), (2024, 4, 'verified'), (2025, 1, 'returned'))
            r (year, quarter, state)
        where i.reference like 'WALK %accepted';
        select set_config('selaras.principal', (select id::text from principal order by created_at, id limit 1), false);
        update progress_report set state = obstacles, state_reason = 'Uji'
        where obstacles in ('verified', 'returned') and state = 'submitted';
        select set_config('selaras.principal', '', false);
        """
    }
}
