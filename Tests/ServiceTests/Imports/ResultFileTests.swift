import Foundation
import Support
import Testing
import Wire

/// Results as they were announced: files of them, what is made of them, and what stands beside families.
@Suite struct ResultFileTests {
    static let desa = "63.02.12.2005"

    private func counts(_ receipt: Answer) -> [Int?] {
        ["rows_read", "added", "changed", "same", "ignored", "rounds_made"].map { receipt[$0].integer }
    }

    /// Lines about one lokus, each `code,value[,good,eligible[,source,day]]`.
    static func lines(_ desa: String, _ year: Int, _ purpose: String, _ figures: [String]) -> String {
        figures.map { "\(desa),\(year),\(purpose),\($0)" }.joined(separator: "\n")
    }

    @Test func whatWasAnnouncedStandsBesideFamilies() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(Self.desa, 2025)
            let id = try await client.closedRound(
                lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let path = "survey-rounds/\(id)"
            let before = try await client.get(path).expect(200)
            try await client.get("\(path)/reconciliation").expectProblem(409, "round_has_no_published_result")

            let source = "Rakor PK2D,2025-08-20"
            let receipt = try await client.results(
                Self.lines([
                    "IKK,75.91,,,\(source)", "KLS,\"75,83\",,,\(source)", "KKF,89.87,,,\(source)",
                    "KLS-02,59.29,134,226,\(source)",
                ])
            ).expect(201)
            #expect(counts(receipt) == [4, 4, 0, 0, 0, 0])
            let told = try #require(receipt["rounds"].items.first)
            #expect(told["id"].text == id && told["basis"].text == "families")
            let found = try await client.get(path).expect(200)
            #expect(found["result"] == before["result"] && found["basis"].text == "families")
            #expect(found.etag != before.etag)
            let published = found["published"].items
            #expect(published.map { $0["code"].text } == ["IKK", "KLS", "KKF", "KLS-02"])
            #expect(published[1]["value"] == .decimal("75.83") && published[3]["good"].integer == 134)
            #expect(published[0]["source"].text == "Rakor PK2D" && published[0]["published_on"].text == "2025-08-20")

            let reconciled = try await client.get("\(path)/reconciliation").expect(200)
            let candidates = reconciled["from_indicators"].items
            #expect(candidates.map { $0["aggregation"].text } == ["mean_of_dimensions", "mean_of_indicators"])
            #expect(candidates.map { $0["reproduces"].flag } == [true, false])
            #expect(candidates[1]["ikk_reproduced"].flag == false)
            #expect(candidates[0]["dimensions"].items.map { $0["reproduced"].flag } == [true, true, nil, nil, nil])
            #expect(reconciled["from_dimensions"].items.isEmpty)
            let beside = reconciled["indicators"].items
            #expect(beside.map { $0["code"].text } == ["KLS-02"] && beside[0]["reproduced"].flag == true)
            #expect(beside[0]["value"] == beside[0]["published"])
            func contradictions() async throws -> [String?] {
                try await client.get("\(path)/findings").expect(200).items
                    .filter { $0["kind"].text == "published_differs" }.map { $0["message"]["id"].text }
            }
            #expect(try await contradictions().isEmpty)

            // Announced anew: who, when and what stood before are in the events.
            let corrected = try await client.results(
                Self.lines(["IKK,76.00,,,Ralat,2025-10-01", "KLS,75.83,,,\(source)", "KKE-02,,140,264"]))
            #expect(counts(corrected.expect(201)) == [3, 1, 1, 1, 0, 0])
            let anew = try await client.get("\(path)/reconciliation").expect(200)
            let wrong = anew["indicators"].items.filter { $0["reproduced"].flag == false }
            #expect(wrong.map { $0["code"].text } == ["KKE-02"] && wrong[0]["published"] == .decimal("53.03"))
            let again = anew["from_indicators"].items[0]
            #expect(again["reproduces"].flag == false && again["ikk_difference"] == .decimal("0.09"))
            let sentences = try await contradictions()
            #expect(sentences.count == 2 && sentences[0]?.contains("53,03") == true, "\(sentences)")
            #expect(sentences.last??.contains("76,00") == true && sentences.last??.contains("75,91") == true)
            let event = """
                from event where subject = 'published_figure' and subject_id = '\(id)' and principal_id is not null
                """
            #expect(try await service.database.count("\(event) and action = 'insert'") == 5)
            let was = "(before ->> 'value')::numeric = 75.91 and (after ->> 'value')::numeric = 76.00"
            #expect(try await service.database.count("\(event) and action = 'update' and \(was)") == 1)
        }
    }

    /// The index and its dimensions alone: as announced, nothing computed, and every place says why.
    @Test func anIndexAndNothingElse() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(Self.desa, 2025)
            let receipt = try await client.results(
                Self.lines(["IKK,74.995", "KLS,75.83", "KKF,89.87", "KKE,68.4"])
            ).expect(201)
            #expect(counts(receipt) == [4, 4, 0, 0, 0, 1])
            let id = try #require(receipt["rounds"].items.first?["id"].text)
            let round = try await client.get("survey-rounds/\(id)").expect(200)
            let result = round["result"]
            #expect(round["basis"].text == "values" && round["state"].text == "closed" && round["design"].isNull)
            #expect(result["ikk"] == .decimal("75.00") && result["category"].text == "responsif")
            #expect(result["ikk_absence"].text == "values_only" && result["ikk_interval"].isNull)
            #expect(result["families_counted"].isNull && result["by_status"].isNull && result["weak_count"].isNull)
            #expect(result["indicators_used"].integer == 0)
            #expect(
                result["dimensions"].items.map { $0["absence"].text }[2...] == ["values_only", "no_value", "no_value"])
            #expect(result["indicators"].items.allSatisfy { $0["absence"].text == "not_published" })
            #expect(round["published"].items.first?["value"] == .decimal("74.995"))

            let weak = try await client.get("lokus/\(lokus)/weak-indicators").expect(200)
            #expect(weak.items.isEmpty && weak["round"]["indicators_used"].integer == 0)
            try await client.get("survey-rounds/\(id)/findings").expectProblem(409, "round_is_known_by_results_only")
            try await client.get("lokus/\(lokus)/sample-plan?purpose=baseline")
                .expectProblem(409, "round_is_known_by_results_only")
            try await client.get("lokus/\(lokus)/sample-plan").expectProblem(409, "round_is_not_closed")
            let reconciled = try await client.get("survey-rounds/\(id)/reconciliation").expect(200)
            #expect(reconciled["indicators_unknown"].integer == 29)
            #expect(reconciled["from_indicators"].items.isEmpty && reconciled["from_dimensions"].items.isEmpty)
            for list in ["lokus", "survey-rounds"] {
                for kind in ["application/json", "text/csv", "application/x-ndjson"] {
                    try await client.get(list, ["Accept": kind]).expect(200)
                }
            }

            // Compared with families: the change of what was announced, and no verdict.
            try await client.closedRound(lokus, "resurvey", "", SurveyText.kecil())
            let compared = try await client.get("lokus/\(lokus)/comparison").expect(200)
            #expect(compared["before"]["basis"].text == "values" && compared["before"]["families_counted"].isNull)
            #expect(compared["ikk_change"].number != nil && compared["ikk_absence"].text == "values_only")
            #expect(
                compared["indicators"].items.allSatisfy {
                    $0["verdict"].text == "not_comparable" && $0["reason"].text == "not_published"
                })
            let year = try await client.get("comparisons?year=2025").expect(200).items
            #expect(year.count == 1 && year[0]["obstacle"].isNull && year[0]["verdict"].text == "cannot_tell")
            #expect(year[0]["before"]["basis"].text == "values" && year[0]["before"]["weak_count"].isNull)

            // A plan on it, and what it aims at: nothing is known to be weak, and nothing known not to be.
            let plan = try await client.plan(lokus)
            _ = try await client.propose(plan, Client.intervention("V-1", from: "2025-01-01", until: "2025-12-31"))
            let detailed = try await client.get("action-plans/\(plan)").expect(200)
            #expect(detailed["gaps"].items.isEmpty && detailed["not_weak"].items.isEmpty)
        }
    }

    /// Values of indicators: classes follow, needed counts and intervals cannot.
    @Test func valuesOfIndicators() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(Self.desa, 2025)
            let figures = SurveyText.columns.map {
                "\($0),\($0 == "KLS-02" ? "59.29" : $0 == "KLS-03" ? "74.995" : "80")"
            }
            let id = try #require(
                try await client.results(Self.lines(figures)).expect(201)["rounds"].items.first?["id"].text)
            let result = try await client.get("survey-rounds/\(id)").expect(200)["result"]
            #expect(result["weak_count"].integer == 1 && result["indicators_used"].integer == 29)
            // ((80 + 59.29 + 74.995)/3 + 4 · 80)/5 = 78.2856…
            #expect(result["ikk"] == .decimal("78.29"))
            let indicators = result["indicators"].items
            #expect(indicators[2]["value"] == .decimal("75.00") && indicators[2]["weak"].flag == false)
            for name in ["good", "eligible", "families_missing", "needed_to_reach_threshold", "interval", "certainty"] {
                #expect(indicators.allSatisfy { $0[name].isNull }, "\(name)")
            }
            #expect(indicators.allSatisfy { $0["absence"].text == "values_only" })
            let weak = try await client.get("lokus/\(lokus)/weak-indicators").expect(200).items
            #expect(weak.map { $0["code"].text } == ["KLS-02"])
            #expect(weak[0]["needed_to_reach_threshold"].isNull && weak[0]["eligible"].isNull)
            #expect(!weak[0]["duties"].items.isEmpty)
            let plan = try await client.get("action-plans/\(client.plan(lokus))").expect(200)
            #expect(plan["gaps"].items.map { $0["code"].text } == ["KLS-02"])
            #expect(plan["gaps"].items[0]["needed_to_reach_threshold"].isNull)
        }
    }

    /// Totals taken from a round with families give its values, and what totals can tell; then the families come.
    @Test func totalsAndThenTheFamilies() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let text = try SurveyText.fixture("sampanahan-2025-baseline.csv")
            let own = try await client.closedRound(client.lokus(Self.desa, 2024), "baseline", "", text)
            let known = try await client.get("survey-rounds/\(own)").expect(200)["result"]
            let lokus = try await client.lokus(Self.desa, 2025)
            let figures = known["indicators"].items.map {
                "\($0["code"].text ?? ""),,\($0["good"].integer ?? -1),\($0["eligible"].integer ?? -1)"
            }
            let receipt = try await client.results(Self.lines(figures + ["IKK,75.91"])).expect(201)
            let id = try #require(receipt["rounds"].items.first?["id"].text)
            let round = try await client.get("survey-rounds/\(id)").expect(200)
            let result = round["result"]
            #expect(round["basis"].text == "totals" && result["ikk"] == known["ikk"])
            #expect(
                result["weak_indicators"] == known["weak_indicators"] && result["weak_count"] == known["weak_count"])
            #expect(result["ikk_absence"].text == "totals_only")
            for (found, from) in zip(result["indicators"].items, known["indicators"].items) {
                #expect(found["value"] == from["value"] && found["eligible"] == from["eligible"])
                #expect(found["needed_to_reach_threshold"] == from["needed_to_reach_threshold"])
                let persons = found["unit"].text == "person"
                #expect(found["absence"].text == (persons ? "totals_within_families" : nil))
                // Without the finite correction an interval is wider than that of a census.
                let (mine, theirs) = (
                    found["interval"]["lower"].number?.double, from["interval"]["lower"].number?.double
                )
                #expect(persons ? mine == nil : (mine ?? 101) <= (theirs ?? 0))
            }
            let reconciled = try await client.get("survey-rounds/\(id)/reconciliation").expect(200)["from_indicators"]
                .items
            #expect(reconciled.map { $0["reproduces"].flag } == [true, false])
            try await client.closedRound(
                lokus, "resurvey", "", SurveyText.fixture("sampanahan-2026-resurvey.csv"))
            let compared = try await client.get("lokus/\(lokus)/comparison").expect(200)
            #expect(compared["method"]["kind"].text == "independent" && compared["ikk_absence"].text == "totals_only")
            let birth = compared["indicators"].items.first { $0["code"].text == "KLS-02" }
            #expect(birth?["reason"].text == "totals_within_families")
            #expect(compared["indicators"].items.contains { $0["verdict"].text == "improved" })
            #expect(compared["ikk_common"].isNull && compared["contribution_of_differing_sets"].isNull)
            let rescored = try await Program.built(
                "selaras-server", environment: service.database.adminEnvironment
            ).run(["rescore"])
            #expect(rescored.code == 0 && rescored.out.contains("Dihitung: 2 pendataan"), "\(rescored)")

            // A survey cannot be a panel of it, but its families may come after all.
            try await client.survey(lokus, "midline", "&panel_of=baseline", text).expectProblem(422, "invalid_request")
            try await client.survey(lokus, "baseline", "&dry_run=true", text).expect(200)
            #expect(try await client.get("survey-rounds/\(id)").expect(200)["basis"].text == "totals")
            try await client.survey(lokus, "baseline", "", text).expect(201)
            let opened = try await client.get("survey-rounds/\(id)").expect(200)
            #expect(opened["basis"].text == "families" && opened["state"].text == "open" && opened["result"].isNull)
            #expect(opened["published"].items.count == 30)
            let closed = try await client.close(id).expect(200)
            #expect(closed["result"] == known && closed["published"].items.count == 30)
            let more = try await client.results(Self.lines(["IKK,75.92"])).expect(201)
            #expect(more["rounds"].items.first?["basis"].text == "families" && more["changed"].integer == 1)
        }
    }

    @Test func everyBadLineIsTold() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await client.lokus(Self.desa, 2025)
            let cells = try await client.results(
                Self.lines([
                    "IKK,100.01", "KLS,75.12345", "KLS-01,,3,2", "KLS-02,,,5", "KLS-03", "KKF-01,75,0,0",
                    "KKF-02,33.34,1,3", "KKF-03,tujuh", "KKF-04,74,-1,2",
                ]), "63.02.12,2025,baseline,IKK,75", "\(Self.desa),1999,baseline,IKK,75",
                "\(Self.desa),2025,awal,IKK,75")
            cells.expectProblem(422, "file_refused")
            #expect(
                cells.fileFaults() == [
                    FileFault(line: 2, column: "value", value: "100.01", code: "out_of_range"),
                    FileFault(line: 3, column: "value", value: "75.12345", code: "not_points"),
                    FileFault(line: 4, column: "good", value: "3", code: "good_above_eligible"),
                    FileFault(line: 5, column: "good", value: "", code: "value_missing"),
                    FileFault(line: 6, column: "code", value: "KLS-03", code: "figure_missing"),
                    FileFault(line: 7, column: "value", value: "75", code: "value_of_nobody"),
                    FileFault(line: 8, column: "value", value: "33.34", code: "value_contradicts_totals"),
                    FileFault(line: 9, column: "value", value: "tujuh", code: "not_points"),
                    FileFault(line: 10, column: "good", value: "-1", code: "not_an_integer"),
                    FileFault(line: 11, column: "desa_code", value: "63.02.12", code: "bad_desa_code"),
                    FileFault(line: 12, column: "year", value: "1999", code: "out_of_range"),
                    FileFault(line: 13, column: "purpose", value: "awal", code: "not_a_choice"),
                ])
            let twice = try await client.results(Self.lines(["IKK,75", "KLS,75", "IKK,76"]), query: "?dry_run=true")
            #expect(
                twice.fileFaults() == [FileFault(line: 4, column: "code", value: "IKK", code: "duplicate_figure")])
            // What only the database knows; a lokus of others is told as one that is not there.
            _ = try await service.coordinator("63.10").lokus("63.10.11.2011", 2025)
            let unknown = try await client.results(
                Self.lines(["IKK,75", "KKX,75", "KLS,75,1,2"]), "63.10.11.2011,2025,baseline,IKK,75",
                "\(Self.desa),2026,baseline,IKK,75")
            unknown.expectProblem(422, "file_refused")
            // The cells come first: what is wrong with them needs no database.
            #expect(
                unknown.fileFaults() == [
                    FileFault(line: 4, column: "value", value: "75", code: "value_contradicts_totals")
                ])
            let placed = try await client.results(
                Self.lines(["IKK,75", "KKX,75", "KLS,50,1,2"]), "63.10.11.2011,2025,baseline,IKK,75",
                "\(Self.desa),2026,baseline,IKK,75")
            #expect(
                placed.fileFaults() == [
                    FileFault(line: 3, column: "code", value: "KKX", code: "unknown_code"),
                    FileFault(line: 4, column: "good", value: "1", code: "totals_of_no_indicator"),
                    FileFault(line: 5, column: "desa_code", value: "63.10.11.2011/2025", code: "unknown_lokus"),
                    FileFault(line: 6, column: "desa_code", value: "\(Self.desa)/2026", code: "unknown_lokus"),
                ])
            #expect(placed["errors"].items.allSatisfy { $0["message"].text?.contains("aris") == true })
            #expect(try await service.database.count("from published_figure") == 0)
        }
    }
}
