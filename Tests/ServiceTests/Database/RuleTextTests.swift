import Foundation
import LibPQ
import Support
import Testing
import Wire

/// Whatever the database and the service can refuse has a text of its own, in every language: a `ProblemText` cannot be
/// made without one of them.
@Suite struct RuleTextTests {
    /// Rules about what the service itself puts together, which no request can break.
    private static let internalRules: Set<String> = [
        "amendment_is_numbered_once_approved", "amendment_is_of_a_plan", "amendment_is_of_the_lokus_of_its_plan",
        "amendment_is_written_as_approved", "amendment_line_cancels_with_a_reason",
        "amendment_line_is_about_an_intervention", "amendment_line_is_about_what_there_is",
        "amendment_line_is_of_an_amendment", "amendment_line_kind_is_known", "amendment_line_reference_is_not_blank",
        "amendment_line_says_what_is_to_be", "amendment_number_is_of_its_plan", "amendment_state_is_known",
        "amendment_state_reason_is_not_blank", "amendment_state_was_set_by_a_principal",
        "discarding_has_a_reason", "dimension_result_belongs_to_a_round", "dimension_result_is_within_the_scale",
        "evidence_belongs_to_a_round", "evidence_has_one_element_an_indicator", "evidence_is_of_closed_rounds",
        "evidence_is_written_by_closing", "round_families_in_village_are_at_most_a_million",
        "evidence_units_are_counted_from_zero", "family_answers_have_both_bytes", "family_is_a_keyed_hash",
        "import_hash_is_sha256", "import_outcome_is_whole", "import_receipt_adds_up",
        "import_was_made_by_a_principal", "indicator_result_belongs_to_a_round", "previous_family_is_a_keyed_hash",
        "pair_after_is_a_round", "pair_before_is_a_round", "pair_covariance_is_of_both_rounds",
        "pair_families_in_both_are_in_either", "pair_has_four_cells_an_indicator", "pair_is_of_two_rounds",
        "published_figure_belongs_to_a_round", "published_figure_came_with_an_import",
        "published_figure_says_something", "published_good_is_within_eligible", "published_level_is_known",
        "published_position_fits_its_level", "published_source_is_not_blank", "published_totals_are_of_an_indicator",
        "published_totals_are_whole", "published_value_agrees_with_its_totals",
        "published_value_has_at_most_four_decimals", "published_value_is_within_the_scale",
        "result_import_hash_is_sha256", "result_import_is_of_a_kabupaten",
        "result_import_makes_no_more_rounds_than_it_names", "result_import_receipt_adds_up",
        "result_import_was_made_by_a_principal", "result_is_counted_or_not_known", "round_basis_is_known",
        "round_without_families_is_closed",
        "import_root_is_sha256", "pair_units_are_counted_from_zero", "permission_condition_can_be_said_of_its_rows",
        "permission_has_an_effect", "plan_has_the_day_of_its_agreement", "plan_state_is_known",
        "plan_state_was_set_by_a_principal", "intervention_state_was_set_by_a_principal",
        "intervention_continues_one_of_its_kabupaten", "intervention_continues_the_same",
        "intervention_target_families_are_sensible", "intervention_target_people_are_sensible",
        "intervention_is_supported_by_some",
        "intervention_does_not_continue_itself", "intervention_is_carried_over_into_another",
        "what_is_continued_was_carried_over",
        "report_begins_unverified", "report_counts_what_was_verified", "report_counts_with_figures_or_as_nil",
        "report_reason_is_not_blank", "report_state_is_known", "report_state_was_set_by_a_principal",
        "report_dispute_gives_its_note", "report_keeps_what_its_village_said", "report_village_count_is_not_negative",
        "report_village_counts_what_it_disputes", "report_village_is_a_principal",
        "report_village_is_known_with_its_word", "report_village_note_is_not_blank",
        "report_village_says_what_is_known",
        "report_was_made_by_a_principal", "result_families_are_counted_together",
        "result_families_are_no_more_than_units", "results_are_written_by_closing",
        "result_families_are_counted_from_zero",
        "result_good_is_within_eligible", "round_category_goes_with_an_index", "round_has_its_result_once_closed",
        "round_index_is_within_the_scale", "round_state_is_known", "target_belongs_to_a_plan",
        "token_acts_for_one_principal_or_one_person", "token_belongs_to_a_principal", "token_belongs_to_an_account",
        "token_expires_after_its_making", "token_hash_is_sha256", "token_id_is_unique", "token_kind_is_known",
        "token_scope_names_permissions", "token_stays_revoked", "token_second_factor_is_of_a_session",
        "second_factor_code_is_used_once",
    ]

    /// The named constraints of every table that a request may write, and the rules that triggers and functions raise.
    private static let rules: Statement = """
        select distinct c.conname::text
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        where c.connamespace = 'selaras'::regnamespace and c.contype in ('c', 'u', 'f', 'x')
            and exists (
                select from pg_roles r
                where pg_has_role('selaras_login', r.oid, 'member') and r.rolname <> 'selaras_login'
                    and has_any_column_privilege(r.oid, t.oid, 'insert, update'))
        union
        select m[1] from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z0-9_]+)''', 'g') m
        where p.pronamespace = 'selaras'::regnamespace
        order by 1
        """

    @Test func everyRuleOfTheSchemaThatARequestCanBreakHasAText() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
            let rules: [String] = try await connection.pipeline(Self.rules.rows { row in try row.next() })
            await connection.close()
            #expect(rules.count > 60)
            for rule in rules where !Self.internalRules.contains(rule) {
                #expect(ProblemText.all[rule] != nil, "\(rule) has no text")
            }
            let gone = Self.internalRules.subtracting(rules)
            #expect(gone.isEmpty, "no longer rules: \(gone.sorted())")
        }
    }

    /// The API and the store name codes of their own; none is named that says nothing to people.
    @Test func everyCodeInTheSourcesHasAText() throws {
        var codes: Set<String> = []
        for folder in ["Sources/API", "Sources/Store"] {
            let url = TestDatabase.root.appending(path: folder)
            let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /(?:Rejection|init)\(\s*(?:status|\.[A-Za-z]+),\s*"([a-z0-9_]+)"/) {
                    codes.insert(String(match.1))
                }
                for match in text.matches(of: /rule: "([a-z0-9_]+)"/) { codes.insert(String(match.1)) }
                guard file.lastPathComponent == "Rejection+Error.swift" else { continue }
                for match in text.matches(of: /case \.[A-Za-z]+: "([a-z0-9_]+)"/) { codes.insert(String(match.1)) }
            }
        }
        #expect(codes.count > 30)
        for code in codes.sorted() { #expect(ProblemText.all[code] != nil, "\(code) has no text") }
    }
}
