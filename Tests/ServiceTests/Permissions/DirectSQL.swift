/// What a request could do to the database, as SQL that somebody who took over the service might run.
struct DirectSQL: Sendable {
    let resource: String
    let action: String
    let sql: @Sendable (World) -> String

    init(_ resource: String, _ action: String, _ sql: @escaping @Sendable (World) -> String) {
        self.resource = resource
        self.action = action
        self.sql = sql
    }

    static let writing: [DirectSQL] = [
        DirectSQL("lokus", "create") { _ in
            "insert into lokus (kabupaten_code, id, desa_code, year)"
                + " values ('63.02', gen_random_uuid(), '63.02.14.2008', 2031)"
        },
        DirectSQL("lokus", "update") {
            "update lokus set decree_number = '1', decree_on = '2024-01-01' where id = '\($0.lokus)'"
        },
        DirectSQL("survey_round", "import") {
            """
            insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
            values ('63.02', gen_random_uuid(), '\($0.otherLokus)', 'ikk-29', 1, 'midline', 'census')
            """
        },
        DirectSQL("survey_round", "import") {
            """
            insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
            values ('63.02', '\($0.openRound)', substr(sha256('x'), 1, 16), 1, '1', '', '')
            """
        },
        DirectSQL("survey_round", "import") { "update family_answer set rt = 'x' where round_id = '\($0.openRound)'" },
        DirectSQL("survey_round", "import") { "delete from family_answer where round_id = '\($0.openRound)'" },
        DirectSQL("survey_round", "import") {
            """
            insert into survey_import (kabupaten_code, id, round_id, file_name, file_sha256, replaces_all, rows_read,
                rows_added, rows_changed, rows_same, rows_removed, imported_by)
            values ('63.02', gen_random_uuid(), '\($0.openRound)', 'x', sha256('x'), false, 0, 0, 0, 0, 0,
                current_setting('selaras.principal')::uuid)
            """
        },
        DirectSQL("survey_round", "close") {
            """
            update survey_round set state = 'closed', closed_at = now(), families_complete = 0, families_partial = 0,
                families_no_respondent = 0, families_refused = 0, families_moved = 0, families_represented = 0,
                indicators_used = 0, weak_count = 0
            where id = '\($0.openRound)'
            """
        },
        DirectSQL("action_plan", "create") {
            """
            insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
            values ('63.02', gen_random_uuid(), '\($0.spareLokus)', 'ikk-29', 1, 'x')
            """
        },
        DirectSQL("action_plan", "update") { "update action_plan set title = 'x' where id = '\($0.plan)'" },
        DirectSQL("intervention", "create") {
            """
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
                target_quantity, unit, starts_on, ends_on)
            values ('63.02', gen_random_uuid(), '\($0.plan)', '\($0.lokus)', 'X', 'PUPR', 'x', 1, 'x', '2024-01-01',
                '2024-12-31')
            """
        },
        DirectSQL("intervention", "import") {
            """
            insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version,
                indicator_code)
            values ('63.02', '\($0.accepted)', 'ikk-29', 1, 'KLS-01')
            """
        },
        DirectSQL("intervention", "update") { "update intervention set title = 'x' where id = '\($0.accepted)'" },
        DirectSQL("intervention", "update") {
            "update intervention_funding set amount_idr = 1 where intervention_id = '\($0.accepted)'"
        },
        DirectSQL("intervention", "update") {
            "delete from intervention_funding where intervention_id = '\($0.accepted)'"
        },
        DirectSQL("intervention", "assign") {
            "update intervention set state = 'assigned' where id = '\($0.proposed)'"
        },
        DirectSQL("intervention", "accept") {
            "update intervention set state = 'accepted' where id = '\($0.assigned)'"
        },
        DirectSQL("intervention", "update") { world in
            """
            insert into budget_share (kabupaten_code, intervention_id, budget_line_id, source, amount_idr)
            values ('63.02', '\(world.accepted)', '\(world.budgetLine)', 'apbd_kabupaten', 1)
            """
        },
        DirectSQL("budget_line", "create") { _ in
            """
            insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, title, murni_idr)
            values ('63.02', gen_random_uuid(), 'PUPR', 2024, 'csr', 'x', 1)
            """
        },
        DirectSQL("budget_line", "update") { "update budget_line set perubahan_idr = 1 where id = '\($0.budgetLine)'" },
        DirectSQL("progress_report", "create") { Self.report(on: $0.accepted, of: $0.lokus) },
        DirectSQL("progress_report", "update") { Self.correct($0.report) },
        DirectSQL("progress_report", "confirm") {
            "update progress_report set village_says = 'confirmed' where id = '\($0.report)'"
        },
        DirectSQL("progress_report", "dispute") {
            "update progress_report set village_says = 'disputed', village_note = 'x' where id = '\($0.report)'"
        },
    ]

    static let reading: [DirectSQL] = [
        DirectSQL("region", "read") { _ in "select * from region" },
        DirectSQL("framework", "read") { _ in "select * from framework_indicator" },
        DirectSQL("agency", "read") { _ in "select * from agency" },
        DirectSQL("catalogue", "read") { _ in "select * from catalogue_item" },
        DirectSQL("event", "read") { _ in "select * from event" },
        DirectSQL("lokus", "read") { _ in "select * from lokus" },
        DirectSQL("survey_round", "read") { _ in
            "select * from survey_round join indicator_result using (kabupaten_code)"
        },
        DirectSQL("action_plan", "read") { _ in "select * from action_plan" },
        DirectSQL("intervention", "read") { _ in
            "select * from intervention join intervention_funding using (kabupaten_code)"
        },
        DirectSQL("budget_line", "read") { _ in
            "select * from budget_line left join budget_share using (kabupaten_code)"
        },
        DirectSQL("progress_report", "read") { _ in
            "select obstacles, follow_up, basis, reported_by, village_says, village_note from progress_report"
        },
    ]

    static func report(on intervention: String, of lokus: String, agency: String = "PUPR") -> String {
        """
        insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
            nil, reported_by)
        values ('63.02', gen_random_uuid(), '\(intervention)', '\(agency)', '\(lokus)', 2024, 3, true,
            current_setting('selaras.principal')::uuid)
        """
    }

    static func correct(_ report: String) -> String {
        """
        update progress_report set spent_idr = 1
        where id = '\(report)'
        """
    }
}
