import Planning
import Testing
import Wire

/// `If-Match` and `If-None-Match`: nobody overwrites what he has not read.
@Suite struct ConditionalTests {
    /// Every request that changes something that is there.
    private func changes(_ world: World) -> [(method: String, path: String, subject: String, body: Client.Body)] {
        [
            (
                "PATCH", "lokus/\(world.lokus)", "lokus/\(world.lokus)",
                .json(["decree_number": "1", "decree_on": "2024-01-01"])
            ),
            ("POST", "survey-rounds/\(world.openRound)/close", "survey-rounds/\(world.openRound)", .none),
            ("PATCH", "action-plans/\(world.plan)", "action-plans/\(world.plan)", .json(["title": "Baru"])),
            ("PATCH", "interventions/\(world.proposed)", "interventions/\(world.proposed)", .json(["note": "x"])),
            ("POST", "interventions/\(world.proposed)/assign", "interventions/\(world.proposed)", .none),
            ("POST", "interventions/\(world.assigned)/accept", "interventions/\(world.assigned)", .none),
            ("PATCH", "reports/\(world.report)", "reports/\(world.report)", .json(["spent_idr": 3])),
        ]
    }

    @Test func aVersionIsAskedForAndCompared() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            for (method, path, subject, body) in changes(world) {
                let present = try await client.get(subject).expect(200).etag
                try await client.send(method, path, body).expectProblem(428, "precondition_required")
                let stale = try await client.send(method, path, body, ["If-Match": "\"999-x\""])
                stale.expectProblem(412, "stale_version")
                // The tag of what is there now, as a GET tells it.
                #expect(stale.etag == present)
                for malformed in ["1", "\"\"", "\"x\"", "*", "w/\"1\""] {
                    try await client.send(method, path, body, ["If-Match": malformed])
                        .expectProblem(400, "invalid_header")
                }
                #expect(try await client.get(subject).etag == present, "\(path) changed something")
                let done = try await client.send(method, path, body, ["If-Match": present]).expect(200)
                #expect(done.etag != present)
                // A plan's answer to a change, and everybody's, is what a later GET shows.
                #expect(try await client.get(subject).etag == done.etag, "\(path)")
            }
        }
    }

    @Test func whatIsKnownIsNotSentAgain() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            for path in [
                "lokus/\(world.lokus)", "survey-rounds/\(world.closedRound)", "action-plans/\(world.plan)",
                "interventions/\(world.accepted)", "reports/\(world.report)", "regions/63.02.12.2005",
                "frameworks/ikk-29/versions/1", "lokus/\(world.lokus)/comparison",
                "lokus/\(world.lokus)/weak-indicators", "me",
            ] {
                let tag = try await client.get(path).expect(200).etag
                #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 2)
                for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                    let answer = try await client.get(path, ["If-None-Match": known]).expect(304)
                    #expect(answer.bytes.isEmpty && answer.etag == tag)
                }
                try await client.get(path, ["If-None-Match": "\"other\""]).expect(200)
            }
        }
    }

    /// A lokus shows its rounds: its tag changes with them, although its own row, and so its version, does not.
    @Test func theTagCoversAllThatIsShown() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let path = "lokus/\(lokus)"
            let bare = try await client.get(path)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
            let withRound = try await client.get(path, ["If-None-Match": bare.etag]).expect(200)
            #expect(withRound.etag != bare.etag && withRound["version"] == bare["version"])
            try await client.closedRound(lokus, "baseline", "", SurveyText.families(1...3))
            let closed = try await client.get(path, ["If-None-Match": withRound.etag]).expect(200)
            // To change the decree, the tag from before the rounds is as good: nobody has changed the decree.
            try await client.patch(path, ["decree_number": "1", "decree_on": "2024-01-01"], ["If-Match": bare.etag])
                .expect(200)
            #expect(try await client.get(path).etag != closed.etag)
        }
    }

    /// Closing is final: who saw other families than there are now closes nothing.
    @Test func aRoundIsClosedAsItWasSeen() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let round =
                try await client.survey(lokus, "baseline", "", SurveyText.families(1...40)).expect(201)["round_id"].text
                ?? ""
            let seen = try await client.tag("survey-rounds/\(round)")
            let again = try await client.survey(lokus, "baseline", "", SurveyText.families(1...40)).expect(201)
            #expect(again["same"].integer == 40)
            // A file that changes nothing leaves the round as it was seen.
            try await client.post("survey-rounds/\(round)/close?dry_run=true", nil, seen).expect(200)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...60)).expect(201)
            try await client.post("survey-rounds/\(round)/close", nil, seen).expectProblem(412, "stale_version")
            try await client.post("survey-rounds/\(round)/close", nil, client.tag("survey-rounds/\(round)")).expect(
                200)
        }
    }

    @Test func oneOfTwoWins() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lead = try await service.client(.lead)
            let path = "lokus/\(try await client.lokus("63.02.12.2005", 2024))"
            for turn in 0..<200 {
                let tag = try await client.tag(path)
                let texts = ["A/\(turn)", "B/\(turn)"]
                func decree(_ text: String) -> JSONValue {
                    ["decree_number": .string(text), "decree_on": "2024-01-01"]
                }
                async let first = client.patch(path, decree(texts[0]), tag)
                async let second = lead.patch(path, decree(texts[1]), tag)
                let answers = try await [first, second]
                #expect(answers.map(\.status).sorted() == [200, 412])
                let winner = answers[0].status == 200 ? texts[0] : texts[1]
                #expect(try await client.get(path)["decree_number"].text == winner)
            }
            // Each winner left one event, each loser none.
            #expect(try await service.database.count("from event where subject = 'lokus' and action = 'update'") == 200)
        }
    }
}
