import Testing
import Wire

/// Files that arrive together, break off, or are large.
@Suite struct ConcurrentImportTests {
    @Test func aBrokenUploadLeavesNothing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let before = try await Kept(in: service.database)
            // The whole of some rows, and the middle of one: both would be files of their own.
            let bytes = Array(SurveyText.families(1...400).utf8)
            for length in [bytes.count, bytes.count - 20, SurveyText.header.utf8.count] {
                await #expect(throws: (any Error).self) {
                    try await client.send(
                        "POST", "lokus/\(lokus)/survey-imports?purpose=baseline",
                        .broken(Array(bytes[..<length]), length: bytes.count + 10), Client.key())
                }
            }
            try await service.database.untilNobodyIsBusy()
            #expect(try await Kept(in: service.database) == before)
            // And the connections that they held can be used.
            try await client.survey(lokus, "baseline", "", bytes).expect(201)
        }
    }

    @Test func twoFilesForOneNewRound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for year in 2020..<2026 {
                let lokus = try await client.lokus("63.02.12.2005", year)
                async let first = client.survey(lokus, "baseline", "", SurveyText.families(1...60))
                async let second = client.survey(lokus, "baseline", "", SurveyText.families(41...100))
                let answers = try await [first, second]
                for answer in answers { answer.expect(201) }
                #expect(answers[0]["round_id"] == answers[1]["round_id"])
                #expect(answers.compactMap { $0["added"].integer }.reduce(0, +) == 100)
                #expect(answers.compactMap { $0["same"].integer }.reduce(0, +) == 20)
                #expect(answers.compactMap { $0["families_in_round"].integer }.max() == 100)
            }
        }
    }

    /// Whichever comes first: the result counts the families that are there, and nobody closes what they have not seen.
    @Test func importingWhileClosing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for year in 2015..<2030 {
                let lokus = try await client.lokus("63.02.12.2005", year)
                let round =
                    try await client.survey(lokus, "baseline", "", SurveyText.families(1...20))
                    .expect(201)["round_id"].text ?? ""
                let tag = try await client.tag("survey-rounds/\(round)")
                async let late = client.survey(lokus, "baseline", "", SurveyText.families(21...60))
                async let closing = client.post("survey-rounds/\(round)/close", nil, tag)
                var (imported, closed) = try await (late, closing)
                if imported.status == 201 {
                    closed.expectProblem(412, "stale_version")
                    closed = try await client.close(round)
                } else {
                    imported.expectProblem(409, "round_closed_is_final")
                }
                closed.expect(200)
                let stored = try await service.database.count("from family_answer where round_id = '\(round)'")
                #expect(closed["result"]["families_listed"].integer == stored)
                #expect(stored == (imported.status == 201 ? 60 : 20))
            }
        }
    }

    @Test func twentyThousandFamilies() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let receipt = try await client.survey(lokus, "baseline", "", SurveyText.families(1...20_000)).expect(201)
            #expect(receipt["added"].integer == 20_000)
            let result = try await client.close(receipt["round_id"].text ?? "").expect(200)["result"]
            #expect(result["families_counted"].integer == 20_000)
            #expect(result["indicators"].items.first?["eligible"].integer == 20_000)
        }
    }
}
