import Foundation
import Planning
import Support
import Testing
import Wire

/// Files of announced results, sent again, by two at a time, for a whole year, and by who may not.
@Suite struct ResultRepetitionTests {
    private static let desa = ResultFileTests.desa

    private func counts(_ receipt: Answer) -> [Int?] {
        ["rows_read", "added", "changed", "same", "ignored", "rounds_made"].map { receipt[$0].integer }
    }

    @Test func theSameFileChangesNothing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await client.lokus(Self.desa, 2025)
            let file = ResultFileTests.lines(["IKK,75.90", "KLS-01,,3,4"])
            let tried = try await client.results(file, query: "?dry_run=true").expect(200)
            #expect(counts(tried) == [2, 2, 0, 0, 0, 1] && tried["import_id"].isNull)
            #expect(tried["rounds"].items.first?["id"].isNull == true)
            #expect(try await service.database.count("from survey_round") == 0)

            let key = Client.key()
            let first = try await client.results(file, query: "?file_name=hasil.csv", key: key).expect(201)
            #expect(counts(first) == [2, 2, 0, 0, 0, 1])
            let receipt = try await client.get(String(first.location.dropFirst("/api/v1/".count))).expect(200)
            #expect(receipt.json == first.json && receipt["file_name"].text == "hasil.csv")
            let replay = try await client.results(file, query: "?file_name=hasil.csv", key: key).expect(201)
            #expect(replay.isReplay && replay.json == first.json)
            try await client.results(ResultFileTests.lines(["IKK,75.91"]), query: "?file_name=hasil.csv", key: key)
                .expectProblem(422, "idempotency_key_reused")

            let id = try #require(first["rounds"].items.first?["id"].text)
            let before = try await client.get("survey-rounds/\(id)").expect(200)
            let events = try await service.database.count("from event where subject <> 'result_import'")
            #expect(counts(try await client.results(file).expect(201)) == [2, 0, 0, 2, 0, 0])
            #expect(try await client.get("survey-rounds/\(id)").expect(200).etag == before.etag)
            #expect(try await service.database.count("from event where subject <> 'result_import'") == events)
            // 75.9 is known to one decimal only: another figure.
            let coarser = try await client.results(ResultFileTests.lines(["IKK,75.9"])).expect(201)
            #expect(counts(coarser) == [1, 0, 1, 0, 0, 0])
            try await client.send("POST", "result-imports", .csv("x"), [:])
                .expectProblem(400, "idempotency_key_required")
        }
    }

    /// What takes the place of an announced result is families, and nothing less.
    @Test func aSurveyFileWithoutAFamilyLeavesWhatWasAnnounced() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(Self.desa, 2025)
            let made = try await client.results(ResultFileTests.lines(["IKK,75.90", "KLS-01,,3,4"])).expect(201)
            let path = "survey-rounds/\(made["rounds"].items.first?["id"].text ?? "")"
            let before = try await client.get(path).expect(200)
            let survey = try SurveyText.kecil()
            let header = String(survey.prefix { $0 != "\n" }) + "\n"
            for (query, file) in [("&strategy=update", survey), ("", header)] {
                let refused = try await client.survey(lokus, "baseline", query, file)
                #expect(refused.status == 409 || refused.status == 422, "\(query)")
                #expect(try await client.get(path).expect(200).json == before.json)
            }
            try await client.survey(lokus, "baseline", "&strategy=update", survey)
                .expectProblem(409, "round_is_known_by_results_only")
            try await client.survey(lokus, "baseline", "", survey).expect(201)
            #expect(try await client.get(path).expect(200)["state"].text == "open")
        }
    }

    /// All that follows from a figure follows from its correction.
    @Test func aCorrectionIsComputedAgain() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await client.lokus(Self.desa, 2025)
            let all = SurveyText.columns.map { "\($0),,30,40" }
            let made = try await client.results(ResultFileTests.lines(all)).expect(201)
            let path = "survey-rounds/\(made["rounds"].items.first?["id"].text ?? "")"
            let first = try await client.get(path).expect(200)["result"]
            #expect(first["ikk"] == .decimal("75.00") && first["weak_count"].integer == 0)
            try await client.results(ResultFileTests.lines(["KLS-01,,10,40"])).expect(201)
            let second = try await client.get(path).expect(200)["result"]
            // (25 + 75 + 75) / 3, and the mean of that and four times 75.
            #expect(second["dimensions"].items.first?["value"] == .decimal("58.33"))
            #expect(second["ikk"] == .decimal("71.67") && second["weak_count"].integer == 1)
        }
    }

    /// A further file fills in what was not known; then the index is computed.
    @Test func filesAddUp() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            _ = try await client.lokus(Self.desa, 2025)
            let columns = SurveyText.columns
            let first = try await client.results(
                ResultFileTests.lines(["IKK,91.00"] + columns.prefix(3).map { "\($0),,30,40" })
            ).expect(201)
            let path = "survey-rounds/\(first["rounds"].items.first?["id"].text ?? "")"
            let partly = try await client.get(path).expect(200)
            #expect(partly["basis"].text == "totals" && partly["result"]["ikk"] == .decimal("91.00"))
            #expect(partly["result"]["dimensions"].items.first?["value"] == .decimal("75.00"))
            #expect(partly["result"]["indicators_used"].integer == 3 && partly["result"]["weak_count"].integer == 0)
            let second = try await client.results(ResultFileTests.lines(columns.dropFirst(3).map { "\($0),,20,40" }))
            #expect(second.expect(201)["rounds_made"].integer == 0)
            let whole = try await client.get(path).expect(200)
            // (75 + 4 · 50)/5, whatever was announced.
            #expect(whole["result"]["ikk"] == .decimal("55.00") && whole["closed_at"] == partly["closed_at"])
            #expect((whole["version"].integer ?? 0) > (partly["version"].integer ?? 0))
            let differs = try await client.get("\(path)/reconciliation").expect(200)["from_indicators"].items[0]
            #expect(differs["ikk_difference"].number?.double == 36)
            // One value among totals: a round of values.
            try await client.results(ResultFileTests.lines(["KLS-01,75"])).expect(201)
            let mixed = try await client.get(path).expect(200)
            #expect(mixed["basis"].text == "values" && mixed["result"]["indicators"].items[1]["good"].isNull)
        }
    }

    /// Thirteen lokus of a year in one file; the lines of other kabupaten are refused, or left alone when asked.
    @Test func allLokusOfAYear() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            // The register of the tests has few desa, so years stand in for places.
            let found = try await client.get("regions?level=eq.desa&code=under.63.02").expect(200).items
            let places = (2023...2025).flatMap { year in found.map { ($0["code"].text ?? "", year) } }.suffix(13)
            try #require(places.count == 13)
            for (desa, year) in places { _ = try await client.lokus(desa, year) }
            let figures = SurveyText.columns.map { "\($0),80.25" } + ["IKK,80.25", "KLS,80.25"]
            let lines = places.map { ResultFileTests.lines($0.0, $0.1, "baseline", figures) }.joined(separator: "\n")
            let foreign = "63.10.11.2011,2025,baseline,IKK,75"
            let refused = try await client.results(lines, foreign)
            #expect(refused.fileFaults().map(\.code) == ["unknown_lokus"])
            let receipt = try await client.results(lines, foreign, query: "?own_area=true").expect(201)
            #expect(counts(receipt) == [13 * 31 + 1, 13 * 31, 0, 0, 1, 13])
            let told = receipt["rounds"].items.map { "\($0["desa_code"].text ?? "") \($0["year"].integer ?? 0)" }
            #expect(told == places.map { "\($0.0) \($0.1)" }.sorted())
            let year = try await client.get("comparisons?year=2025").expect(200).items
            #expect(year.count == found.count && year.allSatisfy { $0["obstacle"].text == "after_missing" })
            #expect(year.allSatisfy { $0["before"]["ikk"] == .decimal("80.25") })
            let nothing = try await client.results(foreign, query: "?own_area=true").expect(201)
            #expect(counts(nothing) == [1, 0, 0, 0, 1, 0] && nothing["rounds"].items.isEmpty)
            #expect(
                try await client.get("result-imports/\(nothing["import_id"].text ?? "")").expect(200).json
                    == nothing.json)
        }
    }

    /// Two files for the same lokus wait for each other: all lines of both are there, and one round.
    @Test func twoAtATime() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let desas = [Self.desa, "63.02.12.2008", "63.02.14.2008"]
            for desa in desas { _ = try await client.lokus(desa, 2025) }
            let halves = [SurveyText.columns.prefix(15), SurveyText.columns.suffix(14)].map {
                $0.map { "\($0),,30,40" }
            }
            try await withThrowingTaskGroup { group in
                for (number, figures) in (halves + halves).enumerated() {
                    let order = number % 2 == 0 ? desas : desas.reversed()
                    let lines = order.map { ResultFileTests.lines($0, 2025, "baseline", figures) }
                    group.addTask { try await client.results(lines.joined(separator: "\n")).expect(201) }
                }
                try await group.waitForAll()
            }
            let rounds = try await client.get("survey-rounds").expect(200).items
            #expect(rounds.count == 3 && rounds.allSatisfy { $0["result"]["indicators_used"].integer == 29 })
            #expect(rounds.allSatisfy { $0["result"]["ikk"] == .decimal("75.00") && $0["basis"].text == "totals" })
            #expect(try await service.database.count("from published_figure") == 87)
            #expect(try await service.database.count("from indicator_result") == 87)
        }
    }

    /// A province reads what was announced and enters none; a village reads its own; receipts are the coordinators'.
    @Test func whoMay() async throws {
        try await Service.run { service in
            let coordinator = try await service.coordinator()
            _ = try await coordinator.lokus(Self.desa, 2025)
            _ = try await coordinator.lokus("63.02.12.2008", 2025)
            let receipt = try await coordinator.results(
                ResultFileTests.lines(["IKK,75.91"]), ResultFileTests.lines("63.02.12.2008", ["IKK,76"])
            ).expect(201)
            let ids = receipt["rounds"].items.compactMap { $0["id"].text }
            for role in [Caller.Role.province, .village, .viewer, .agency] {
                let client = try await service.client(role)
                try await client.results(ResultFileTests.lines(["IKK,80"])).expectProblem(403, "forbidden")
                let round = try await client.get("survey-rounds/\(ids[0])").expect(200)
                #expect(round["published"].items.count == 1 && round["result"]["ikk"] == .decimal("75.91"))
                #expect(
                    try await client.get("survey-rounds/\(ids[0])/reconciliation").expect(200)["ikk_published"]
                        == .decimal("75.91"))
                let others = try await client.get("survey-rounds/\(ids[1])")
                others.expect(role == .village ? 404 : 200)
                try await client.get("result-imports/\(receipt["import_id"].text ?? "")").expectProblem(
                    403, "forbidden")
            }
            let neighbour = try await service.coordinator("63.10")
            try await neighbour.get("result-imports/\(receipt["import_id"].text ?? "")").expectProblem(404, "not_found")
            try await neighbour.get("survey-rounds/\(ids[0])/reconciliation").expectProblem(404, "not_found")
        }
    }

    /// What is not known to rest on enough families is withheld, as of every other round.
    @Test func anybodySeesWhatHidesNobody() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for desa in [Self.desa, "63.02.12.2008", "63.02.14.2008"] { _ = try await client.lokus(desa, 2025) }
            let totals = SurveyText.columns.map { "\($0),,\($0 == "KKE-01" ? 38 : 30),40" }
            try await client.results(ResultFileTests.lines(totals)).expect(201)
            try await client.results(
                ResultFileTests.lines("63.02.12.2008", SurveyText.columns.map { "\($0),75" } + ["IKK,75"])
            ).expect(201)
            try await client.results(ResultFileTests.lines("63.02.14.2008", ["IKK,75.91"])).expect(201)
            func indicators(_ desa: String) async throws -> [String: String] {
                let path = "open-data/indicators?desa_code=\(desa)&page_size=100"
                let rows = try await service.stranger.get(path).expect(200).items
                return Dictionary(rows.map { ($0["indicator_code"].text ?? "", $0["status"].text ?? "") }) { $1 }
            }
            func index(_ desa: String) async throws -> JSONValue? {
                try await service.stranger.get("open-data/indices?desa_code=\(desa)&level=index").expect(200).items
                    .first
            }
            let shown = try await indicators(Self.desa)
            // Two families without, a partner that hides it, and persons, of whom the families are not known.
            #expect(shown["KKE-01"] == "withheld" && shown["KLS-02"] == "withheld" && shown["KLS-01"] == "withheld")
            #expect(shown.values.count { $0 == "published" } >= 20)
            #expect(try await index(Self.desa)?["status"].text == "published")
            #expect(try await index(Self.desa)?["families_counted"].isNull == true)
            #expect(Set(try await indicators("63.02.12.2008").values) == ["withheld"])
            #expect(try await index("63.02.12.2008")?["status"].text == "withheld")
            #expect(Set(try await indicators("63.02.14.2008").values) == ["not_applicable"])
            #expect(try await index("63.02.14.2008")?["value"] == .decimal("75.91"))
        }
    }
}

extension ResultFileTests {
    static func lines(_ desa: String, _ figures: [String]) -> String { lines(desa, 2025, "baseline", figures) }
    static func lines(_ figures: [String]) -> String { lines(desa, 2025, "baseline", figures) }
}
