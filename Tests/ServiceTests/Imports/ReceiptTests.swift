import Testing
import Wire

/// What a file does to a round, and what its receipt says of it.
@Suite struct ReceiptTests {
    /// Added, changed, same, removed, missing from the file, in the round.
    private func counts(_ receipt: Answer) -> [Int?] {
        ["added", "changed", "same", "removed", "missing_from_file", "families_in_round"].map { receipt[$0].integer }
    }

    @Test func aDryRunKeepsNothing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let before = try await Kept(in: service.database)
            let receipt = try await client.survey(
                lokus, "baseline", "&dry_run=true&file_name=a.csv", SurveyText.families(1...5), key: [:]
            ).expect(200)
            #expect(counts(receipt) == [5, 0, 0, 0, 0, 5])
            #expect(receipt["dry_run"].flag == true && receipt["import_id"].isNull && receipt["round_id"].isNull)
            #expect(receipt.location.isEmpty)
            #expect(try await Kept(in: service.database) == before)

            // Neither does one over a round that exists.
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...5)).expect(201)
            let between = try await Kept(in: service.database)
            let second = try await client.survey(
                lokus, "baseline", "&dry_run=true&replace=true", SurveyText.families(4...6), key: [:]
            ).expect(200)
            #expect(counts(second) == [1, 0, 2, 3, 3, 3])
            #expect(!second["round_id"].isNull)
            #expect(try await Kept(in: service.database) == between)
        }
    }

    @Test func theSameFileTwiceAndAChangedOne() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let file = SurveyText.families(1...6)
            let first = try await client.survey(lokus, "baseline", "&file_name=satu.csv", file).expect(201)
            #expect(counts(first) == [6, 0, 0, 0, 0, 6])
            #expect(first["by_status"]["complete"].integer == 6)
            #expect(first.location == "/api/v1/survey-rounds/\(first["round_id"].text ?? "")")
            let again = try await client.survey(lokus, "baseline", "", file).expect(201)
            #expect(counts(again) == [0, 0, 6, 0, 0, 6])
            #expect(again["file_sha256"] == first["file_sha256"])

            var rows = (2...6).map { SurveyText.row("F-\($0)") }
            rows[0] = SurveyText.row("F-2", ["KLS-01": "tidak"])
            rows[1] = SurveyText.row("F-3", status: "5")
            rows.append(SurveyText.row("F-7"))
            let changed = SurveyText.header + rows.joined()
            let third = try await client.survey(lokus, "baseline", "", changed).expect(201)
            #expect(counts(third) == [1, 2, 3, 0, 1, 7])
            #expect(third["by_status"]["moved"].integer == 1)

            let fourth = try await client.survey(lokus, "baseline", "&replace=true", changed).expect(201)
            #expect(counts(fourth) == [0, 0, 6, 1, 1, 6])
            let round = try await client.get(first.location).expect(200)
            #expect(round["imports"].items.count == 4)
            #expect(round["imports"].items.first?["file_name"].text == "satu.csv")
            #expect(try await service.database.count("from family_answer") == 6)
        }
    }

    @Test func twoPartsAreTheWhole() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let text = try SurveyText.kecil()
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.isEmpty }
            func part(_ lines: some Sequence<Substring>) -> String { lines.map { "\($0)\n" }.joined() }
            let whole = try await client.lokus("63.02.12.2005", 2024)
            let halves = try await client.lokus("63.02.12.2008", 2024)
            try await client.survey(whole, "baseline", "", text).expect(201)
            // In the other order, with other line ends, separators and a byte order mark.
            let last = part([lines[0]] + lines[12...]).replacing("\n", with: "\r\n")
            try await client.survey(halves, "baseline", "", "\u{FEFF}" + last).expect(201)
            let first = part(lines[..<12]).replacing(",", with: ";")
            let receipt = try await client.survey(halves, "baseline", "", first).expect(201)
            #expect(receipt["families_in_round"].integer == lines.count - 1)

            var results: [JSONValue] = []
            for lokus in [whole, halves] {
                let rounds = try await client.get("survey-rounds?lokus_id=\(lokus)").items
                let round = try #require(rounds.first?["id"].text)
                results.append(try await client.close(round).expect(200)["result"])
            }
            #expect(results[0] == results[1])
        }
    }

    @Test func aClosedRoundTakesNothing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.closedRound(lokus, "baseline", "", SurveyText.families(1...3))
            let before = try await Kept(in: service.database)
            for query in ["", "&replace=true", "&dry_run=true"] {
                try await client.survey(lokus, "baseline", query, SurveyText.families(1...4))
                    .expectProblem(409, "round_closed_is_final")
            }
            #expect(try await Kept(in: service.database) == before)
        }
    }

    @Test func aRoundIsMadeOnce() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
            try await client.survey(
                lokus, "baseline", "&framework=ikk-29&framework_version=2", SurveyText.families(1...3)
            ).expectProblem(409, "round_was_made_differently")
            try await client.survey(lokus, "midline", "&design=simple_random_sample", SurveyText.families(1...3))
                .expectProblem(422, "round_sample_says_how_many_families_it_speaks_for")
            try await client.survey(lokus, "resurvey", "&panel_of=midline", SurveyText.families(1...3))
                .expectProblem(422, "invalid_request")
            #expect(try await service.database.count("from survey_round") == 1)
        }
    }
}
