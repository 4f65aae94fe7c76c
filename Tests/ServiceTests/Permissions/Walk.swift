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

    private static func judge(_ action: String, from states: Set<String>, reason: String? = nil) -> Attempt {
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

    /// What a village says of a report.
    private static func speak(_ action: String, _ word: String, note: String? = nil) -> Attempt {
        Attempt(
            resource: "progress_report", action: action, deed: action, states: ["submitted", "verified"],
            method: "POST", path: { "reports/\($0.id)/\(action)" }, body: note.map { ["note": .string($0)] },
            sql: { "update progress_report set village_says = '\(word)', village_note = 'x' where id = '\($0.id)'" })
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
            speak("confirm", "confirmed"), speak("dispute", "disputed", note: "Belum tiba"),
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
