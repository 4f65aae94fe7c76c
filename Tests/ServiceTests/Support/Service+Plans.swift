import Foundation

extension Service {
    /// As if the plan had come to this state, with its meeting on record, and nobody of this test had written it.
    func put(_ plan: String, into state: String) async throws {
        try await database.execute(
            """
            set constraints all immediate;
            alter table selaras.action_plan disable trigger plan_follows_its_transitions;
            alter table selaras.action_plan disable trigger plan_content_is_open;
            update selaras.action_plan set state = '\(state)', state_reason = null, meeting_on = '2024-01-15',
                meeting_place = 'Aula Bapperida', meeting_minutes = 'Notulen 1/2024',
                meeting_participants = '{Sekda,Dinas PUPR}',
                agreed_on = case when '\(state)' in ('draft', 'submitted') then null else date '2024-01-15' end
            where id = '\(plan)';
            alter table selaras.action_plan enable trigger plan_follows_its_transitions;
            alter table selaras.action_plan enable trigger plan_content_is_open;
            delete from selaras.plan_author where plan_id = '\(plan)'
            """)
    }

    /// A new amendment of a plan, with a line where that has an intervention to be stepped, as if it had come to this state.
    func amendment(of plan: String, in state: String) async throws -> String {
        let id = UUID().uuidString.lowercased()
        try await database.execute(
            """
            set search_path = selaras;
            set session_replication_role = replica;
            insert into plan_amendment (kabupaten_code, id, plan_id, lokus_id, reason)
            select kabupaten_code, '\(id)', id, lokus_id, 'Uji' from action_plan where id = '\(plan)';
            set session_replication_role = origin;
            insert into amendment_line (kabupaten_code, amendment_id, kind, intervention_id, reference, after)
            select i.kabupaten_code, '\(id)', 'change', i.id, i.reference, (
                select t from jsonb_populate_record(terms_of(i), jsonb_build_object('title', '\(id)')) t)
            from intervention i where i.plan_id = '\(plan)' and i.reference = 'STEP';
            set session_replication_role = replica;
            update plan_amendment set state = '\(state)',
                state_reason = case when '\(state)' = 'returned' then 'Uji' end,
                number = case when '\(state)' = 'approved' then 1 + (select count(*) from plan_amendment) end
            where id = '\(id)';
            reset session_replication_role
            """)
        return id
    }
}

extension World {
    /// A plan in this state, with one intervention, of a lokus of its own.
    func plan(in state: String) async throws -> String {
        let id = try await service.database.value(
            """
            select md5('plan in \(state)')::uuid
            """)
        try await service.database.execute(Self.makingPlan(in: state))
        try await service.put(id, into: state)
        return id
    }

    /// A new report of PUPR on an intervention of its own, a draft or submitted, that no client wrote.
    func report(in state: String) async throws -> String {
        let (id, intervention) = (UUID().uuidString.lowercased(), try await intervention(in: "accepted"))
        try await service.database.execute(
            """
            insert into selaras.progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year,
                quarter, nil, reported_by, state)
            select kabupaten_code, '\(id)', id, agency_code, lokus_id, 2024, 1, true,
                (select id from selaras.principal order by created_at, id limit 1), '\(state)'
            from selaras.intervention where id = '\(intervention)'
            """)
        return id
    }

    /// A new amendment of a running plan with one line, as if it had come to this state, that no client wrote.
    func amendment(in state: String) async throws -> String {
        try await service.amendment(of: plan(in: "running"), in: state)
    }

    /// A new intervention of PUPR with money and a report, as if it had come to this state.
    func intervention(in state: String) async throws -> String {
        let id = UUID().uuidString.lowercased()
        try await service.database.execute(Self.makingIntervention(id, in: state, of: plan))
        return id
    }

    private static func makingIntervention(_ id: String, in state: String, of plan: String) -> String {
        let isAccepted = !["proposed", "assigned", "declined"].contains(state)
        let isReported = ["running", "delayed"].contains(state)
        return """
            set search_path = selaras;
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
                target_quantity, unit, starts_on, ends_on, state, state_reason, assigned_on, accepted_on)
            select kabupaten_code, '\(id)', id, lokus_id, '\(id)', 'PUPR', 'Uji', 10, 'unit', '2024-01-01', '2024-12-31',
                '\(state)', case when '\(state)' in ('declined', 'delayed') then 'Uji' end, '2024-01-15',
                case when \(isAccepted) then date '2024-01-20' end
            from action_plan where id = '\(plan)';
            insert into intervention_funding select kabupaten_code, id, 'csr', 1000 from intervention where id = '\(id)';
            insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
                nil, physical_percent, quantity, spent_idr, reported_by)
            select kabupaten_code, gen_random_uuid(), id, agency_code, lokus_id, 2024, 1, false, 40, 4, 400,
                (select id from principal order by created_at, id limit 1)
            from intervention where id = '\(id)' and \(isReported)
            """
    }

    static let states = ["draft", "submitted", "agreed", "approved", "running", "evaluated", "closed", "returned"]

    static func makingPlan(in state: String) -> String {
        let year = 2040 + (states.firstIndex(of: state) ?? 0)
        return """
            set search_path = selaras;
            insert into lokus (kabupaten_code, id, desa_code, year)
            values ('63.02', md5('lokus in \(state)')::uuid, '63.02.14.2008', \(year)) on conflict do nothing;
            insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
            values ('63.02', md5('plan in \(state)')::uuid, md5('lokus in \(state)')::uuid, 'ikk-29', 1, 'Rencana')
            on conflict do nothing;
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
                target_quantity, unit, starts_on, ends_on)
            select '63.02', md5('step in \(state)')::uuid, md5('plan in \(state)')::uuid,
                md5('lokus in \(state)')::uuid, 'STEP', 'PUPR', 'Uji', 1, 'unit', '2024-01-01', '2024-12-31'
            where not exists (select from intervention where id = md5('step in \(state)')::uuid);
            """
    }
}
