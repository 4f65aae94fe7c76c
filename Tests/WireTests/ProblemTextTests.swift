import Foundation
import Planning
import Testing
import Wire

struct ProblemTextTests {
    /// What a request writes to; only configuration writes to the others.
    private static let tables: Set<String> = [
        "lokus", "survey_round", "survey_import", "family_answer", "indicator_result", "dimension_result",
        "action_plan",
        "intervention", "intervention_indicator", "intervention_funding", "progress_report", "idempotency_key",
    ]

    /// Rules about what the service itself puts together, which no request can break.
    private static let internalRules: Set<String> = [
        "dimension_result_belongs_to_a_round", "dimension_result_is_within_the_scale",
        "family_answers_have_both_bytes", "family_is_a_keyed_hash", "idempotency_key_belongs_to_a_principal",
        "idempotency_key_has_a_sensible_length", "import_hash_is_sha256", "import_receipt_adds_up",
        "import_was_made_by_a_principal", "indicator_result_belongs_to_a_round", "previous_family_is_a_keyed_hash",
        "report_was_made_by_a_principal", "results_are_written_by_closing", "result_families_are_counted_from_zero",
        "result_good_is_within_eligible",
        "round_category_goes_with_an_index", "round_has_its_result_once_closed", "round_index_is_within_the_scale",
        "round_state_is_known",
    ]

    @Test func everyRuleOfTheSchemaThatARequestCanBreakHasAText() throws {
        let rules = try Self.rules()
        #expect(rules.count > 50)
        for rule in rules.subtracting(Self.internalRules).sorted() {
            #expect(ProblemText.all[rule] != nil, "\(rule) has no text")
        }
    }

    @Test func everyTextSaysSomething() {
        for text in ProblemText.all.values {
            #expect(!text.title.isEmpty && !text.title.hasSuffix("."))
            #expect(text.detail.hasSuffix("."), "\(text.code)")
        }
    }

    @Test func namesOfTheDatabaseItselfAreNotShown() {
        #expect(ProblemText.of("lokus_pkey").code == "other_rule")
        #expect(ProblemText.of("survey_round_lokus_id_fkey").code == "other_rule")
        #expect(ProblemText.of("region").code == "other_rule")
        #expect(ProblemText.of("a_rule_of_tomorrow").code == "a_rule_of_tomorrow")
        #expect(ProblemText.of("a_rule_of_tomorrow").title == ProblemText.of("lokus_pkey").title)
    }

    @Test(arguments: DraftFault.Code.allCases)
    func everyFaultHasAMessage(code: DraftFault.Code) throws {
        let fault = try JSONValue(parsing: JSONWriter.bytes(of: DraftFault(pointer: "/a", code: code)))
        #expect(fault["message"].text?.hasSuffix(".") == true)
        #expect(fault["value"].isNull)
    }

    /// The names of the constraints of these tables, and of those that functions raise.
    private static func rules() throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Schema/migrations")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var rules: Set<String> = []
        for file in files where file.pathExtension == "sql" {
            var isRequested = false
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let match = line.firstMatch(of: /^create table selaras\.([a-z_]+)/) {
                    isRequested = tables.contains(String(match.1))
                } else if line.hasPrefix(");") {
                    isRequested = false
                }
                if isRequested, let match = line.firstMatch(of: /constraint ([a-z0-9_]+)/) {
                    rules.insert(String(match.1))
                }
                if let match = line.firstMatch(of: /constraint = '([a-z0-9_]+)'/) { rules.insert(String(match.1)) }
            }
        }
        return rules
    }
}
