import Planning
import Testing
import Wire

/// A village, and the lead office, learn which families of their own list an intervention is for.
@Suite struct TargetFamilyTests {
    /// Family, RT and the answer of every line of the survey file that was listed.
    private static func answers(_ file: String, to indicator: String) throws -> [(id: String, rt: String, text: String)]
    {
        let lines = file.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(lines.first?.firstIndex { $0 == indicator })
        return lines.dropFirst().map { (String($0[0]), String($0[1]), String($0[column])) }
    }

    private static func lacks(_ answer: String) -> Bool {
        let parts = answer.split(separator: "/").compactMap { Int($0) }
        return answer == "tidak" || parts.count == 2 && parts[0] < parts[1]
    }

    private static func asking(_ indicator: String, _ families: [String]) -> JSONValue {
        ["indicator": .string(indicator), "family_ids": .array(families.map { .string($0) })]
    }

    @Test(arguments: ["KLS-02", "KKE-02"]) func theyAreThoseOfTheFile(_ indicator: String) async throws {
        let file = try SurveyText.fixture("sampanahan-2025-baseline.csv")
        let families = try Self.answers(file, to: indicator)
        try await Service.run { service in
            let coordinator = try await service.coordinator()
            let lokus = try await coordinator.lokus("63.02.12.2005", 2025)
            let round = try await coordinator.closedRound(lokus, "baseline", "", file)
            let path = "survey-rounds/\(round)/target-families"
            let ids = families.map(\.id) + ["SPH-9999"]
            let expected = families.filter { Self.lacks($0.text) }.sorted { ($0.rt, $0.id) < ($1.rt, $1.id) }
            for client in [try await service.client(.village), try await service.client(.lead)] {
                let found = try await client.post(path, Self.asking(indicator, ids)).expect(200)
                #expect(found["items"].items.map { $0["family_id"].text } == expected.map(\.id))
                #expect(found["items"].items.map { $0["rt"].text } == expected.map(\.rt))
                #expect(found["families_asked"].integer == ids.count)
                #expect(found["families_lacking"].integer == expected.count && expected.count > 10)
                #expect(found["unknown_family_ids"].items.map(\.text) == ["SPH-9999"])
                let counts = ["lacking", "good", "not_applicable", "unanswered", "unknown"]
                #expect(counts.reduce(0) { $0 + (found["families_\($1)"].integer ?? 0) } == ids.count)
                let neighbourhoods = found["neighbourhoods"].items
                #expect(neighbourhoods.map { $0["families_lacking"].integer ?? 0 }.reduce(0, +) == expected.count)
                #expect(neighbourhoods.map { $0["families_asked"].integer ?? 0 }.reduce(0, +) == families.count)
            }
            // Who asked is an event; for whom is nowhere: neither there nor in what the server says of its requests.
            let event = "from event where action = 'sensitive_read' and subject_id = '\(round)'"
            #expect(try await service.database.count("\(event) and principal_id is not null") == 2)
            let told =
                "\(event) and after ->> 'indicator' = '\(indicator)' and after ->> 'families_asked' = '\(ids.count)'"
            #expect(try await service.database.count(told) == 2)
            #expect(try await service.database.count("from event where concat(before, after) like '%SPH-%'") == 0)
        }
    }

    @Test func whatIsRefused() async throws {
        try await Service.run { service in
            let coordinator = try await service.coordinator()
            let lokus = try await coordinator.lokus("63.02.12.2005", 2025)
            let file = try SurveyText.fixture("sampanahan-2025-baseline.csv")
            let round = try await coordinator.survey(lokus, "baseline", "", file).expect(201)["round_id"].text ?? ""
            let path = "survey-rounds/\(round)/target-families"
            let village = try await service.client(.village)
            let asked = Self.asking("KLS-02", ["SPH-0001"])
            try await village.post(path, asked).expectProblem(409, "round_is_not_closed")
            try await coordinator.close(round).expect(200)
            try await village.post(path, asked).expect(200)
            for sensitive in ["KKSP-01", "KKSP-02", "KKSB-05"] {
                try await village.post(path, Self.asking(sensitive, ["SPH-0001"]))
                    .expectProblem(403, "target_indicator_is_not_sensitive")
            }
            try await village.post(path, Self.asking("KLS-99", ["SPH-0001"]))
                .expectProblem(409, "target_indicator_is_of_the_framework")
            for wrong: [String] in [[], ["SPH-0001", "SPH-0001"], [" "], (0...5000).map { "F-\($0)" }] {
                try await village.post(path, Self.asking("KLS-02", wrong)).expectProblem(422, "invalid_request")
            }
            try await village.post(path, ["indicator": "KLS-02"]).expectProblem(422, "invalid_request")
            try await coordinator.post(path, asked).expectProblem(403, "forbidden")
            // Another village's, and that of another kabupaten: as if there were none.
            let other = try await coordinator.lokus("63.02.14.2008", 2025)
            let elsewhere = try await coordinator.closedRound(other, "baseline", "", file)
            try await village.post("survey-rounds/\(elsewhere)/target-families", asked).expectProblem(404, "not_found")
            try await service.client(.lead).post("survey-rounds/\(elsewhere)/target-families", asked).expect(200)
        }
    }
}
