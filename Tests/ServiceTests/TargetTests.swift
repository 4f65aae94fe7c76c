import Foundation
import Support
import Testing
import Wire

/// What a plan wants to reach: declared before the re-survey, and judged by it.
@Suite struct TargetTests {
    private static let targets: JSONValue = [
        ["indicator_code": "KKE-02", "value": 75], ["indicator_code": "KLS-02", "value": .decimal("81.19")],
    ]

    @Test func targetsAreDeclaredChangedAndTakenBack() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let made = try await client.post(
                "action-plans", ["lokus_id": .string(lokus), "target_ikk": 80, "targets": Self.targets]
            ).expect(201)
            #expect(made["targets"] == Self.targets && made["target_ikk"].integer == 80)
            let path = "action-plans/\(made.id)"
            let first = try await client.tag(path)

            // The same in another order changes nothing.
            let same = try await client.patch(path, ["targets": .array(Self.targets.items.reversed())], first).expect(
                200)
            #expect(same["version"].integer == 1)
            let tried = try await client.patch("\(path)?dry_run=true", ["targets": []], first).expect(200)
            #expect(tried["targets"].items.isEmpty)
            #expect(try await client.get(path).expect(200)["targets"] == Self.targets)

            let other: JSONValue = [["indicator_code": "KLS-01", "value": .decimal("90.5")]]
            let changed = try await client.patch(path, ["targets": other, "target_ikk": nil], first).expect(200)
            #expect(changed["targets"] == other && changed["target_ikk"].isNull && changed["version"].integer == 2)
            // Whoever had not seen that changes nothing.
            try await client.patch(path, ["targets": []], first).expectProblem(412, "stale_version")
            #expect(try await client.get(path).expect(200)["targets"] == other)
            let kept = try await client.patch(path, ["title": "Rencana"], try await client.tag(path)).expect(200)
            #expect(kept["targets"] == other)
            let events = try await service.database.count("from selaras.event where subject = 'plan_target'")
            #expect(events == 5)
            let listed = try await client.get("action-plans?fields=id,target_ikk").expect(200)["items"].items
            #expect(listed.map { $0["target_ikk"].isNull } == [true])
        }
    }

    @Test func whatIsNoTargetIsRefused() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            try await client.closedRound(lokus, "baseline", "", SurveyText.kecil())
            func post(_ code: String, _ value: JSONValue) async throws -> Answer {
                let target: JSONValue = ["indicator_code": .string(code), "value": value]
                return try await client.post("action-plans", ["lokus_id": .string(lokus), "targets": [target]])
            }
            try await post("KLS-99", 75).expectProblem(409, "target_is_of_an_indicator_of_the_framework")
            try await post("KLS-02", 101).expectProblem(422, "invalid_request")
            try await post("KLS-02", -1).expectProblem(422, "invalid_request")
            try await post("KLS-02", .decimal("75.005")).expectProblem(422, "invalid_request")
            try await post("KLS-02", nil).expectProblem(422, "invalid_request")
            let twice: JSONValue = [
                "lokus_id": .string(lokus), "targets": .array(Self.targets.items + Self.targets.items),
            ]
            let refused = try await client.post("action-plans", twice).expectProblem(422, "invalid_request")
            #expect(
                refused["errors"].items.map { $0["pointer"].text } == [
                    "/targets/2/indicator_code", "/targets/3/indicator_code",
                ])
            #expect(try await client.get("action-plans").expect(200)["items"].items.isEmpty)
        }
    }

    /// Targets are compared with what is shown: 81.19 of exactly 81.188… is reached.
    @Test func theResurveyJudgesThem() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let made = try await client.post(
                "action-plans", ["lokus_id": .string(lokus), "target_ikk": 80, "targets": Self.targets]
            ).expect(201)
            let resurvey = try SurveyText.fixture("sampanahan-2026-resurvey.csv")
            try await client.closedRound(lokus, "midline", "&panel_of=baseline", resurvey)
            let early = try await client.get("lokus/\(lokus)/comparison?after=midline").expect(200)
            #expect(early["target_ikk"].integer == 80 && early["target_ikk_reached"].isNull)
            #expect(early["method"]["tested_targets"].integer == 0)
            #expect(early["indicators"].items.allSatisfy { $0["target_reached"].isNull })

            try await client.closedRound(lokus, "resurvey", "&panel_of=baseline", resurvey)
            let found = try await client.get("lokus/\(lokus)/comparison").expect(200)
            #expect(found["target_ikk_reached"].flag == false)
            #expect(found["method"]["tested_targets"].integer == 2 && found["method"]["tested_others"].integer == 27)
            let judged = found["indicators"].items.filter { !$0["target"].isNull }.map {
                "\($0["code"].text ?? "") \($0["target_reached"].flag == true) \($0["is_target"].flag == true)"
            }
            #expect(judged == ["KLS-02 true true", "KKE-02 false true"])
            // Judged among two and not among 29: its adjusted p is smaller than where nothing was declared.
            func adjusted(_ answer: Answer) -> Double {
                answer["indicators"].items.first { $0["code"].text == "KKE-02" }?["adjusted_p"].number?.double ?? .nan
            }
            #expect(adjusted(found) < adjusted(early))

            let year = try #require(try await client.get("comparisons?year=2025").expect(200)["items"].items.first)
            #expect(year["target_ikk"].integer == 80 && year["target_ikk_reached"].flag == false)
            #expect(year["targets"].integer == 2 && year["targets_reached"].integer == 1)
            let verdicts = found["indicators"].items.map(\.["verdict"].text)
            for verdict in ["improved", "worsened", "cannot_tell"] {
                #expect(year[verdict].integer == verdicts.count { $0 == verdict }, "\(verdict)")
            }

            let path = "action-plans/\(made.id)"
            for change: JSONValue in [["targets": []], ["target_ikk": 70], ["target_ikk": nil]] {
                try await client.patch(path, change, try await client.tag(path))
                    .expectProblem(409, "targets_are_declared_before_the_resurvey")
            }
            try await client.patch(path, ["title": "Judul baru", "target_ikk": 80], try await client.tag(path)).expect(
                200)
        }
    }
}
