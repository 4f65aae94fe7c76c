import Foundation
import Planning
import Testing
import Wire

/// Every subject on which the matrix can decide differently: each state, of the own and of other agencies, in the own
/// and in other lokus, here and in another kabupaten. What is expected follows from `Config/permissions.csv` alone.
struct Walk {
    struct Subject: Sendable, CustomStringConvertible {
        let resource: String
        let id: String
        let kabupaten: String
        let lokusID: String
        let lokusIsOwn: Bool
        let agency: String
        let state: String

        var description: String { "\(resource) \(state) of \(agency) in \(kabupaten) \(lokusIsOwn ? "own" : "other")" }
    }

    /// Something that can be done to a subject: how the API is asked, and the same as SQL of our own.
    struct Attempt: Sendable {
        let resource: String
        let action: String
        /// As `may` calls it.
        let deed: String
        /// In which states the thing lets itself be done; nil: in all of them.
        let states: Set<String>?
        let method: String
        let path: @Sendable (Subject) -> String
        let body: JSONValue?
        let sql: @Sendable (Subject) -> String
    }

    enum Outcome: Equatable {
        case done
        /// No such cell, somebody else's, not in this state, not to be seen.
        case role, condition, state, hidden
    }

    let permissions: Permissions

    func expected(_ role: Caller.Role, _ attempt: Attempt, on subject: Subject) throws -> Outcome {
        let reach = Reach(of: role)
        func holds(_ cell: Permissions.Cell) -> Bool {
            cell.conditions.allSatisfy {
                reach.holds($0, agency: subject.agency, lokusIsOwn: subject.lokusIsOwn)
            }
        }
        guard let cell = try permissions.cell(role, attempt.action, attempt.resource) else { return .role }
        guard let reading = try permissions.cell(role, "read", subject.resource), holds(reading),
            reach.kabupaten.contains(subject.kabupaten)
        else { return .hidden }
        guard holds(cell) else { return .condition }
        let isPermitted = cell.states.isEmpty || cell.states.contains(subject.state)
        return isPermitted && attempt.states?.contains(subject.state) != false ? .done : .state
    }

    /// States of a plan in which its content may be changed.
    private static let open: Set = ["draft", "submitted", "agreed", "returned"]

    private static func step(_ action: String, from states: Set<String>, reason: String? = nil) -> Attempt {
        step(action, of: "action_plan", at: "action-plans", from: states, reason: reason)
    }

    /// Its own condition on the state is that of the service: a row in another one is touched by nothing.
    private static func move(
        _ action: String, from states: Set<String>, to state: String, reason: String? = nil
    ) -> Attempt {
        Attempt(
            resource: "intervention", action: action, deed: action, states: states, method: "POST",
            path: { "interventions/\($0.id)/\(action)" }, body: reason.map { ["reason": .string($0)] },
            sql: {
                """
                update intervention set state = '\(state)'\(reason == nil ? "" : ", state_reason = 'x'")
                where id = '\($0.id)'
                """
            })
    }

    private static func judge(
        _ action: String, from states: Set<String>, reason: String? = nil
    ) -> Attempt {
        step(action, of: "progress_report", at: "reports", from: states, reason: reason)
    }

    private static func amend(_ action: String, from states: Set<String>, reason: String? = nil) -> Attempt {
        step(action, of: "plan_amendment", at: "amendments", from: states, reason: reason)
    }

    private static func step(
        _ action: String, of resource: String, at collection: String, from states: Set<String>, reason: String?
    ) -> Attempt {
        Attempt(
            resource: resource, action: action, deed: action, states: states, method: "POST",
            path: { "\(collection)/\($0.id)/\(action)" }, body: reason.map { ["reason": .string($0)] },
            sql: {
                // Without such an edge it would become null, which no state is.
                """
                update \(resource) set state = (select t.to_state from transition t
                    where t.subject = '\(resource)' and t.from_state = \(resource).state
                        and t.action = '\(action)')\(reason == nil ? "" : ", state_reason = 'x'")
                where id = '\($0.id)'
                """
            })
    }

    static let attempts: [String: [Attempt]] = [
        "lokus": [
            Attempt(
                resource: "lokus", action: "update", deed: "update", states: nil, method: "PATCH",
                path: { "lokus/\($0.id)" }, body: ["decree_number": "9/2024", "decree_on": "2024-02-02"],
                sql: { "update lokus set decree_number = '9', decree_on = '2024-02-02' where id = '\($0.id)'" })
        ],
        "survey_round": [
            Attempt(
                resource: "survey_round", action: "close", deed: "close", states: ["open"], method: "POST",
                path: { "survey-rounds/\($0.id)/close" }, body: nil,
                sql: {
                    """
                    update survey_round set state = 'closed', closed_at = now(), families_complete = 0,
                        families_partial = 0, families_no_respondent = 0, families_refused = 0, families_moved = 0,
                        families_represented = 0, indicators_used = 0, weak_count = 0
                    where id = '\($0.id)'
                    """
                })
        ],
        "action_plan": [
            Attempt(
                resource: "action_plan", action: "update", deed: "update", states: Self.open, method: "PATCH",
                path: { "action-plans/\($0.id)" }, body: ["title": "Rencana lain"],
                sql: { "update action_plan set title = 'x' where id = '\($0.id)'" }),
            Attempt(
                resource: "intervention", action: "create", deed: "create_intervention", states: Self.open,
                method: "POST",
                path: { "action-plans/\($0.id)/interventions" },
                body: Client.intervention("BARU", agency: "PUPR"),
                sql: {
                    """
                    insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
                        target_quantity, unit, starts_on, ends_on)
                    values ('\($0.kabupaten)', gen_random_uuid(), '\($0.id)', '\($0.lokusID)', 'BARU', 'PUPR', 'x', 1,
                        'x', '2024-01-01', '2024-12-31')
                    """
                }),
            Attempt(
                resource: "plan_amendment", action: "create", deed: "create_amendment",
                states: ["approved", "running"], method: "POST", path: { "action-plans/\($0.id)/amendments" },
                body: ["reason": "Pagu dikurangi"],
                sql: {
                    """
                    insert into plan_amendment (kabupaten_code, id, plan_id, lokus_id, reason)
                    values ('\($0.kabupaten)', gen_random_uuid(), '\($0.id)', '\($0.lokusID)', 'x')
                    """
                }),
            step("submit", from: ["draft", "returned"]), step("agree", from: ["submitted"]),
            step("approve", from: ["agreed"]), step("start", from: ["approved"]), step("evaluate", from: ["running"]),
            step("close", from: ["evaluated"]), step("return", from: ["submitted", "agreed"], reason: "Belum lengkap"),
        ],
        "intervention": [
            Attempt(
                resource: "intervention", action: "update", deed: "update", states: nil, method: "PATCH",
                path: { "interventions/\($0.id)" }, body: ["note": "Catatan lain"],
                sql: { "update intervention set note = 'x' where id = '\($0.id)'" }),
            Attempt(
                resource: "intervention", action: "assign", deed: "assign", states: ["proposed"], method: "POST",
                path: { "interventions/\($0.id)/assign" }, body: nil,
                // Its own condition on the state is that of the service: a row in another one is touched by nothing.
                sql: { "update intervention set state = 'assigned' where id = '\($0.id)' and state <> 'assigned'" }),
            Attempt(
                resource: "intervention", action: "accept", deed: "accept", states: ["assigned"], method: "POST",
                path: { "interventions/\($0.id)/accept" }, body: nil,
                sql: { "update intervention set state = 'accepted' where id = '\($0.id)' and state <> 'accepted'" }),
            // What is declined must not have been reported, which some of these were; so that is tried by itself.
            move("budget", from: ["accepted"], to: "budgeted"), move("start", from: ["accepted"], to: "running"),
            move("delay", from: ["accepted"], to: "delayed", reason: "Banjir"),
            move("cancel", from: ["proposed", "assigned", "accepted"], to: "cancelled", reason: "Banjir"),
            Attempt(
                resource: "progress_report", action: "create", deed: "report", states: ["assigned", "accepted"],
                method: "POST", path: { "interventions/\($0.id)/reports" },
                body: Client.figures(2024, 3, 10, 5, 100),
                sql: {
                    """
                    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
                        budget_year, quarter, nil, reported_by)
                    values ('\($0.kabupaten)', gen_random_uuid(), '\($0.id)', '\($0.agency)', '\($0.lokusID)', 2024, 3,
                        true, current_setting('selaras.principal')::uuid)
                    """
                }),
        ],
        "plan_amendment": [
            Attempt(
                resource: "plan_amendment", action: "update", deed: "update", states: ["draft", "returned"],
                method: "PATCH", path: { "amendments/\($0.id)" }, body: ["reason": "Pagu digeser"],
                sql: { "update plan_amendment set reason = 'y' where id = '\($0.id)'" }),
            amend("submit", from: ["draft", "returned"]), amend("approve", from: ["submitted"]),
            amend("return", from: ["submitted"], reason: "Belum lengkap"),
            amend("withdraw", from: ["draft", "submitted", "returned"]),
        ],
        "progress_report": [
            Attempt(
                resource: "progress_report", action: "update", deed: "update", states: nil, method: "PATCH",
                path: { "reports/\($0.id)" }, body: ["obstacles": "Lain"],
                sql: {
                    """
                    update progress_report set obstacles = 'x' where id = '\($0.id)'
                    """
                }),
            judge("submit", from: ["draft", "returned"]),
            judge("verify", from: ["submitted"]),
            judge("return", from: ["submitted", "verified"], reason: "Belum lengkap"),
        ],
    ]

    /// Where a subject of each kind is read.
    static func path(_ subject: Subject) -> String {
        switch subject.resource {
        case "lokus": "lokus/\(subject.id)"
        case "survey_round": "survey-rounds/\(subject.id)"
        case "action_plan": "action-plans/\(subject.id)"
        case "intervention": "interventions/\(subject.id)"
        case "plan_amendment": "amendments/\(subject.id)"
        default: "reports/\(subject.id)"
        }
    }
}

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
