import Testing
import Wire

/// What was sent by mistake is taken away again, and what it locked is open.
@Suite struct DiscardTests {
    private static let because: JSONValue = ["reason": "Berkas desa lain"]

    @Test func aReSurveyOfAnotherVillageGoesAndTargetsAreOpenAgain() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let plan = "action-plans/\(try await client.plan(lokus))"
            let receipt = try await client.survey(lokus, "resurvey", "", SurveyText.kecil()).expect(201)
            let round = "survey-rounds/\(receipt["round_id"].text ?? "")"
            let target: JSONValue = ["target_ikk": 80]
            try await client.patch(plan, target, client.tag(plan))
                .expectProblem(409, "targets_are_declared_before_the_resurvey")
            let before = try await client.get(round).expect(200)
            #expect(before["may"]["discard"]["allowed"] == true)

            // Tried, it stays; at another version, without a reason or a version nothing happens.
            let tag = try await client.tag(round)
            let tried = try await client.post("\(round)/discard?dry_run=true", Self.because, tag).expect(200)
            #expect(tried["families_discarded"].integer == 24)
            try await client.post("\(round)/discard", Self.because, ["If-Match": "\"99\""])
                .expectProblem(412, "stale_version")
            try await client.post("\(round)/discard", Self.because).expectProblem(428, "precondition_required")
            try await client.post("\(round)/discard", ["reason": " "], tag).expectProblem(422, "invalid_request")
            #expect(try await client.get(round).expect(200)["version"] == before["version"])

            let key = Client.key()
            let asked = tag.merging(key) { first, _ in first }
            let done = try await client.post("\(round)/discard", Self.because, asked).expect(200)
            #expect(done["families_discarded"].integer == 24)
            #expect(done["files_discarded"].integer == 1)
            // The same request again says the same, and does nothing.
            #expect(try await client.post("\(round)/discard", Self.because, asked).expect(200).bytes == done.bytes)
            try await client.get(round).expectProblem(404, "not_found")
            try await client.patch(plan, target, client.tag(plan)).expect(200)
            let answers = "from selaras.family_answer where round_id = '\(receipt["round_id"].text ?? "")'"
            #expect(try await service.database.count(answers) == 0)
            let events = try await client.get("events?action=discard").expect(200)["items"].items
            #expect(events.map { $0["after"]["reason"].text } == ["Berkas desa lain"])

            // The right file takes its place.
            try await client.closedRound(
                lokus, "resurvey", "", SurveyText.fixture("sampanahan-2026-resurvey.csv"))
            try await client.get("lokus/\(lokus)/comparison").expect(200)
        }
    }

    @Test func whatOthersStandOnStays() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let receipt = try await client.survey(lokus, "baseline", "", SurveyText.kecil()).expect(201)
            let round = "survey-rounds/\(receipt["round_id"].text ?? "")"
            func discard(_ round: String) async throws -> Answer {
                try await client.post("\(round)/discard", Self.because, client.tag(round))
            }
            // Families that a later round surveys again.
            let panel = try await client.survey(lokus, "midline", "&panel_of=baseline", SurveyText.kecil()).expect(201)
            try await discard(round).expectProblem(409, "round_with_a_panel_stays")
            try await discard("survey-rounds/\(panel["round_id"].text ?? "")").expect(200)
            // A plan that was made on it.
            _ = try await client.plan(lokus)
            try await discard(round).expectProblem(409, "round_that_a_plan_stands_on_stays")
            try await client.post("\(round)/close", nil, client.tag(round)).expect(200)
            let refused = try await discard(round).expectProblem(409, "round_closed_is_final")
            #expect(refused["errors"].items.isEmpty)
            #expect(try await client.get(round).expect(200)["may"]["discard"]["reason"].text == "state")
        }
    }
}
