import Measurement
import Phrasing
import Planning
import Testing
import Wire

struct RepresentationTests {
    @Test func lokus() {
        let lokus = Lokus(
            id: Samples.id(1), place: Samples.place, decree: nil,
            rounds: [
                Lokus.RoundSummary(
                    id: Samples.id(2), purpose: .baseline, state: .closed,
                    ikk: ShownValue(units: 5000, digits: 2), category: "low", weakCount: 9)
            ], planID: nil, stamp: Samples.stamp)
        #expect(
            Samples.text(lokus) == """
                {"id":\(Samples.idText(1)),"kabupaten_code":"63.02","kabupaten_name":"Kotabaru",\
                "desa_code":"63.02.12.2005","desa_name":"Sang-Sang","desa_level":"desa",\
                "kecamatan_name":"Kelumpang Tengah","year":2025,"decree_number":null,"decree_on":null,\
                "rounds":[{"id":\(Samples.idText(2)),"purpose":"baseline","state":"closed","ikk":50.00,\
                "category":"low","weak_count":9}],"plan_id":null,\(Samples.stampText)}
                """)
    }

    @Test func intervention() {
        let intervention = Intervention(
            id: Samples.id(6), planID: Samples.id(5), lokusID: Samples.id(1), place: Samples.place,
            agencyName: "Dinas Pekerjaan Umum", terms: Samples.terms, state: .assigned,
            assignedOn: CalendarDay("2025-08-01"), acceptedOn: nil, progress: Samples.progress, stamp: Samples.stamp)
        #expect(
            Samples.text(intervention) == """
                {"id":\(Samples.idText(6)),"plan_id":\(Samples.idText(5)),"lokus_id":\(Samples.idText(1)),\
                \(Samples.placeText),"reference":"SPH25-01","agency_code":"PUPR",\
                "agency_name":"Dinas Pekerjaan Umum","catalogue_code":null,"title":"Pembangunan bilik WC",\
                "indicators":["KLS-01"],"target_quantity":45,"unit":"unit",\
                "target_group":"Keluarga tanpa jamban","target_families":45,"target_people":null,\
                "location":"RT 003","supporting_agencies":["DINKES","PKK"],"starts_on":"2025-08-01",\
                "ends_on":"2025-12-15","note":"","state":"assigned","state_changed_at":null,"state_by":null,\
                "state_reason":null,"assigned_on":"2025-08-01","accepted_on":null,"ended_on":null,"continues_id":null,\
                "continued_by_id":null,\
                "funding":[{"source":"apbd_kabupaten","amount_idr":405000000,"shares":[]}],"budget_idr":405000000,\
                "progress":{"report_id":\(Samples.idText(7)),"budget_year":2025,"quarter":4,\
                "physical_percent":45.5,"quantity":20,"spent_idr":180000000,"nil":false},"unverified":null,\(Samples.stampText)}
                """)
    }

    @Test func whoMayNotKnowTheReporterMayNotReadTheWords() throws {
        func report(by name: String?) throws -> ProgressReport {
            ProgressReport(
                interventionID: Samples.id(6), reference: "SPH25-01", title: "Pembangunan bilik WC",
                planID: Samples.id(5), lokusID: Samples.id(2), agencyCode: "PUPR", agencyName: "Dinas Pekerjaan Umum",
                targetQuantity: Hundredths(45_00), unit: "unit", budget: Rupiah(405_000_000),
                progress: try #require(Samples.progress), share: Samples.figures,
                status: ProgressReport.Status(state: .verified, counted: Samples.figures),
                words: ProgressReport.Words(obstacles: "hujan", followUp: "dijadwalkan"), reportedBy: name,
                stamp: Samples.stamp)
        }
        let known = Samples.text(try report(by: "Dinas PUPR"))
        #expect(known.contains(#""obstacles":"hujan","follow_up":"dijadwalkan","basis":"","reported_by":"Dinas PUPR""#))
        #expect(known.hasSuffix(#","plan_totals":null}"#))
        let unknown = Samples.text(try report(by: nil))
        #expect(unknown.contains(#""obstacles":null,"follow_up":null,"basis":null,"reported_by":null"#))
    }

    @Test func aListOfRoundsLeavesOutWhatNeedsTheFramework() throws {
        var families = StatusCounts()
        families[.complete] = 10
        let tally = try #require(IndicatorTally(good: 7, eligible: 10))
        let round = SurveyRound(
            id: Samples.id(2), lokusID: Samples.id(1), place: Samples.place, framework: Samples.framework.id,
            purpose: .baseline, design: .census, familiesInVillage: nil, panelOf: nil, surveyedFrom: nil,
            surveyedUntil: nil, closedAt: Samples.moment, imports: [],
            result: SurveyRound.Result(
                families: families, familiesRepresented: 10, indicatorsUsed: 1, weakCount: 1,
                ikk: ShownValue(units: 7000, digits: 2), category: "low",
                dimensions: [ShownValue(units: 7000, digits: 2)], tallies: [tally, IndicatorTally()]),
            stamp: Samples.stamp)
        let inAList = """
            "indicators_total":null,"weak_count":1,"weak_below":null,"ikk":70.00,"ikk_interval":null,\
            "ikk_standard_error":null,"ikk_relative_standard_error_percent":null,\
            "ikk_relative_standard_error_class":null,"ikk_absence":null,"category":"low",\
            "category_name":null,"dimensions":null,"indicators":null,"weak_indicators":null}
            """
        #expect(Samples.text(round).contains(inAList))
        let scheme = try #require(Samples.scheme)
        // Nothing was kept of its families.
        let unknown = """
            "interval":null,"standard_error":null,"effective_size":null,"relative_standard_error_percent":null,\
            "relative_standard_error_class":null,"certainty":null,"absence":null
            """
        let alone = """
            "indicators":[{"code":"KLS-01","name":"Air minum","dimension":"KLS","unit":"family","maximum":1,\
            "value":70.00,"good":7,"eligible":10,"families_missing":0,"families_not_applicable":0,"weak":true,\
            "needed_to_reach_threshold":1,\(unknown)},{"code":"KLS-02","name":"Sekolah","dimension":"KLS",\
            "unit":"person","maximum":1,"value":null,"good":0,"eligible":0,"families_missing":0,\
            "families_not_applicable":0,"weak":null,"needed_to_reach_threshold":null,\(unknown)}],\
            "weak_indicators":["KLS-01"]}
            """
        #expect(Samples.text(try ScoredRound(round: round, scheme: scheme, evidence: nil)).contains(alone))
    }

    @Test func aDryRunNamesNothingThatItMade() throws {
        func receipt(dryRun: Bool, madeRound: Bool) -> SurveyReceipt {
            SurveyReceipt(
                id: Samples.id(3), roundID: Samples.id(2), purpose: .baseline, fileName: "a.csv",
                fileSHA256: [0x0A, 0xFF], rowsRead: 2, added: 1, changed: 0, same: 1, removed: 0,
                importedAt: Samples.moment,
                outcome: SurveyReceipt.Outcome(
                    isDryRun: dryRun, madeRound: madeRound, missingFromFile: 4, familiesInRound: 6,
                    byStatus: StatusCounts()))
        }
        #expect(
            Samples.text(receipt(dryRun: false, madeRound: true)) == """
                {"import_id":\(Samples.idText(3)),"round_id":\(Samples.idText(2)),"dry_run":false,\
                "purpose":"baseline","file_name":"a.csv","file_sha256":"0aff","rows_read":2,"added":1,"changed":0,\
                "same":1,"ignored":0,"rejected":0,"removed":0,"missing_from_file":4,\
                "by_status":{"complete":0,"partial":0,\
                "no_respondent":0,"refused":0,"moved":0},"families_in_round":6}
                """)
        #expect(
            Samples.text(receipt(dryRun: true, madeRound: true)).hasPrefix(
                #"{"import_id":null,"round_id":null,"dry_run":true"#))
        #expect(
            Samples.text(receipt(dryRun: true, madeRound: false)).hasPrefix(
                #"{"import_id":null,"round_id":\#(Samples.idText(2)),"dry_run":true"#))
    }

    @Test func problem() throws {
        let problem = Problem(
            status: 422, text: .of("invalid_request"), language: .english, instance: "/api/v1/lokus",
            requestID: "r-1",
            faults: .members([
                DraftFault(pointer: "/year", code: .outOfRange, value: "1999"),
                DraftFault(pointer: "/desa_code", code: .required),
            ]))
        let value = try JSONValue(parsing: JSONWriter.bytes(of: problem))
        #expect(value["type"].text == "/problems/invalid_request")
        #expect(value["errors"].items.map { $0["pointer"].text } == ["/year", "/desa_code"])
        #expect(value["errors"].items.map { $0["value"].text } == ["1999", nil])
        #expect(value["faults_total"].isNull)
    }
}
