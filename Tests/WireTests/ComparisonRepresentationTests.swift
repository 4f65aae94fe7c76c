import Measurement
import Planning
import Testing
import Wire

struct ComparisonRepresentationTests {
    private func comparison() throws -> LokusComparison {
        let scheme = try #require(Samples.scheme)
        let before = [try tally(5, 10), try tally(8, 10)]
        let after = [try tally(8, 10), try tally(8, 10)]
        let rounds = try RoundComparison(
            scheme: scheme, before: before, after: after,
            shownBefore: RoundScore(scheme: scheme, indicators: before).shown,
            shownAfter: RoundScore(scheme: scheme, indicators: after).shown)
        return try LokusComparison(
            lokusID: Samples.id(1), place: Samples.place, scheme: scheme,
            before: side(.baseline, "low", weak: 1), after: side(.resurvey, "high", weak: 0), rounds: rounds,
            pair: RoundPair(
                scheme: scheme, before: RoundPair.Side(tallies: before, basis: .values),
                after: RoundPair.Side(tallies: after, basis: .values)),
            interventions: [Samples.planned])
    }

    private func tally(_ good: Int, _ eligible: Int) throws -> IndicatorTally {
        try #require(IndicatorTally(good: good, eligible: eligible))
    }

    private func side(_ purpose: SurveyRound.Purpose, _ category: String, weak: Int) -> LokusComparison.Side {
        LokusComparison.Side(
            roundID: Samples.id(2), purpose: purpose, closedAt: Samples.moment, category: category, weakCount: weak,
            familiesCounted: 10, familiesRepresented: 10)
    }

    @Test func golden() throws {
        // Only values are known of these rounds, so that every statistic says why it is not there.
        let described = """
            "interval":null,"standard_error":null,"effective_size":null,"relative_standard_error_percent":null,\
            "relative_standard_error_class":null,"certainty":null,"absence":"values_only"
            """
        let tested = """
            "interval":null,"p":null,"adjusted_p":null,"verdict":"not_comparable","reason":"values_only",\
            "is_target":false,"is_undecided_by_comparisons":false,"correlation":null,"panel":null
            """
        let side =
            #""weak_count":%,"families_counted":10,"families_represented":10,"closed_at":"2025-09-30T15:59:59Z"}"#
        #expect(
            Samples.text(try comparison()) == """
                {"lokus":{"id":\(Samples.idText(1)),\(Samples.placeText)},"framework_code":"ikk-2",\
                "framework_version":1,"bridged":null,\
                "before":{"round_id":\(Samples.idText(2)),"purpose":"baseline","ikk":65.00,\
                "ikk_interval":null,"ikk_standard_error":null,"basis":"families","category":"low",\
                \(side.replacing("%", with: "1")),\
                "after":{"round_id":\(Samples.idText(2)),"purpose":"resurvey","ikk":80.00,\
                "ikk_interval":null,"ikk_standard_error":null,"basis":"families","category":"high",\
                \(side.replacing("%", with: "0")),\
                "method":{"basis":"superpopulation","kind":"independent","families_in_either":null,\
                "families_in_both":null,"confidence_percent":95,"false_discovery_percent":5,"tested_targets":0,\
                "tested_others":0},\
                "ikk_change":15.0,"ikk_interval":null,"ikk_standard_error":null,"ikk_p":null,\
                "ikk_absence":"values_only","target_ikk":null,"target_ikk_reached":null,"targets_left_out":[],"contributions_total":15.0,"ikk_common":null,\
                "contribution_of_differing_sets":null,\
                "dimensions":[{"code":"KLS","name":"Kelangsungan","before":65.00,"after":80.00,"change":15.0,\
                "interval":null,"standard_error":null,"p":null,"absence":"values_only"}],\
                "association":{"completed":[],"mean_change_with":null,"mean_change_without":15.0,"indicators_with":0,\
                "indicators_without":2,"difference":null,"interval":null,"standard_error":null,"p":null,\
                "absence":"no_value"},\
                "indicators":[{"code":"KLS-01","name":"Air minum","dimension":"KLS","unit":"family","maximum":1,\
                "before":{"value":50.00,"good":5,"eligible":10,"weak":true,\(described)},\
                "after":{"value":80.00,"good":8,"eligible":10,"weak":false,\(described)},"change":30.0,\(tested),\
                "transition":"weak_to_clear","target":null,"target_reached":null,"contribution":15.0,"interventions":["SPH25-01"]},\
                {"code":"KLS-02","name":"Sekolah","dimension":"KLS","unit":"person","maximum":1,\
                "before":{"value":80.00,"good":8,"eligible":10,"weak":false,\(described)},\
                "after":{"value":80.00,"good":8,"eligible":10,"weak":false,\(described)},"change":0.0,\(tested),\
                "transition":"stayed_clear","target":null,"target_reached":null,"contribution":0.0,"interventions":[]}],\
                "interventions":[{"id":\(Samples.idText(6)),"reference":"SPH25-01","title":"Pembangunan bilik WC",\
                "agency_code":"PUPR","agency_name":"PUPR","indicators":["KLS-01"],"target_quantity":45,\
                "unit":"unit","budget_idr":405000000,"progress":{"report_id":\(Samples.idText(7)),\
                "budget_year":2025,"quarter":4,"physical_percent":45.5,"quantity":20,"spent_idr":180000000,\
                "nil":false},"unverified":null}]}
                """)
    }
}
