import Foundation
import Planning
import Support
import Testing
import Wire

/// `as_of`: what was known then, by whoever may read it now.
@Suite struct PastTests {
    /// A whole second that has passed, after which nothing that was done before it can still come.
    private func moment(_ database: TestDatabase) async throws -> String {
        try await Task.sleep(for: .milliseconds(1100))
        return try await database.value(
            "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
    }

    /// What a request answers, without what every answer has anew.
    private func seen(_ client: Client, _ path: String, _ moment: String? = nil) async throws -> JSONValue {
        let mark = path.contains("?") ? "&" : "?"
        return try await client.get(path + (moment.map { "\(mark)as_of=\($0)" } ?? "")).expect(200).json
    }

    /// What may be done with it is of today, and nothing is said of it.
    private static func withoutMay(_ answer: JSONValue) -> JSONValue {
        guard case .object(let object) = answer else { return answer }
        return .object(JSONObject(object.members.filter { $0.name != "may" }.map { ($0.name, $0.value) }))
    }

    /// The end of a day is the last microsecond of it, and a day that has begun is known as far as it has come.
    @Test func toTheMicrosecond() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let lokus = "lokus/\(world.lokus)"
            let at = "to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            let made = "from event where subject = 'lokus' and subject_id = '\(world.lokus)' and action = 'insert'"
            let moment = try await service.database.value("select \(at) \(made)")
            try await world.coordinator.get("\(lokus)?as_of=\(moment)").expect(200)
            let before = try await service.database.value(
                "select \(at.replacing("occurred_at", with: "(occurred_at - interval '1 microsecond')")) \(made)")
            try await world.coordinator.get("\(lokus)?as_of=\(before)").expectProblem(404, "not_found")
            let program = try Program.built(
                "selaras",
                environment: ["SELARAS_URL": service.url, "SELARAS_TOKEN": world.coordinator.token ?? ""])
            let today = try await service.database.value("(now() at time zone 'Asia/Makassar')::date::text")
            let shown = try await program("lokus", "list", "--as-of", today, "-o", "csv")
            #expect(shown.code == 0 && shown.out.contains("63.02.12.2005"), "\(shown)")
            let tomorrow = try await service.database.value("((now() at time zone 'Asia/Makassar')::date + 2)::text")
            let refused = try await program("lokus", "list", "--as-of", tomorrow)
            #expect(refused.code != 0 && refused.error.contains("belum tiba"), "\(refused)")
        }
    }

    @Test func thePastIsWhatWasReadThen() async throws {
        try await Service.run { service in
            let world = try await World(service)
            // Sampanahan of another year has only what was announced of it.
            let announced = try await world.coordinator.lokus(World.desa, 2025)
            let made = try await world.coordinator.results("\(World.desa),2025,baseline,KLS-01,,3,4").expect(201)
            let known = try #require(made["rounds"].items.first?["id"].text)
            let paths = [
                "lokus", "lokus/\(world.lokus)", "action-plans", "action-plans/\(world.plan)",
                "interventions?expand=lokus,plan", "interventions/\(world.accepted)",
                "interventions/\(world.accepted)/reports", "reports?sort=-quarter", "reports/\(world.report)",
                "survey-rounds", "survey-rounds/\(world.closedRound)", "survey-rounds/\(known)",
                "survey-rounds/\(world.closedRound)/reconciliation", "lokus/\(announced)/weak-indicators",
                "lokus/\(world.lokus)/weak-indicators", "lokus/\(world.lokus)/comparison", "comparisons?year=2025",
                "report-obligations?state=in.(due,overdue,reported)", "annual-evaluations",
                "action-plans/\(world.plan)/matrix", "action-plans/\(world.plan)/findings",
            ]
            let people = [
                world.coordinator, try await service.agency("PUPR"), try await service.client(.village),
                try await service.client(.viewer), try await service.client(.province),
            ]
            var then: [[JSONValue]] = []
            for person in people {
                var answers: [JSONValue] = []
                for path in paths {
                    let answer = try await person.get(path)
                    answers.append(answer.status == 200 ? answer.json : .null)
                }
                then.append(answers)
            }
            let moment = try await moment(service.database)

            let lokus = "lokus/\(world.lokus)"
            try await world.coordinator.patch(
                lokus, ["decree_number": "9/2026", "decree_on": "2026-02-01"], world.coordinator.tag(lokus)
            ).expect(200)
            let plan = "action-plans/\(world.plan)"
            try await world.coordinator.patch(plan, ["title": "Rencana lain"], world.coordinator.tag(plan)).expect(200)
            let intervention = "interventions/\(world.accepted)"
            try await world.coordinator.patch(
                intervention, ["title": "Lain", "funding": [["source": "csr", "amount_idr": 77]]],
                world.coordinator.tag(intervention)
            ).expect(200)
            let report = "reports/\(world.report)"
            try await world.coordinator.patch(report, ["spent_idr": 60], world.coordinator.tag(report)).expect(200)
            _ = try await world.coordinator.propose(world.plan, Client.intervention("P-77"))
            _ = try await world.coordinator.lokus("63.02.14.2008", 2031)
            try await world.coordinator.results("\(World.desa),2024,baseline,IKK,75.91").expect(201)
            try await world.coordinator.results(
                "\(World.desa),2025,baseline,KLS-01,,1,4", "\(World.desa),2025,resurvey,KLS-01,,2,4"
            ).expect(201)

            for (person, answers) in zip(people, then) {
                for (path, answer) in zip(paths, answers) {
                    guard !answer.isNull else {
                        // What is forbidden now is forbidden of then.
                        let mark = path.contains("?") ? "&" : "?"
                        let status = try await person.get("\(path)\(mark)as_of=\(moment)").status
                        #expect(status == 403 || status == 404, "\(path)")
                        continue
                    }
                    #expect(try await seen(person, path, moment) == Self.withoutMay(answer), "\(path)")
                    #expect(try await seen(person, path) != answer, "\(path)")
                }
            }
            // The present is the present again, on the same connections; and a file of the past is of the past.
            #expect(try await seen(world.coordinator, plan)["title"].text == "Rencana lain")
            let csv = try await world.coordinator.get("lokus?as_of=\(moment)", ["Accept": "text/csv"]).expect(200)
            #expect(!csv.text.contains("9/2026"))
        }
    }

    @Test func beforeItWasMadeThereWasNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            #expect(try await seen(client, "lokus", "2020-01-01T00:00:00Z")["items"].items.isEmpty)
            try await client.get("lokus/\(world.lokus)?as_of=2020-01-01T00:00:00Z").expectProblem(404, "not_found")
            // Nobody can be told what will be known.
            for path in ["lokus", "lokus/\(world.lokus)", "action-plans/\(world.plan)/changes"] {
                let name = path.hasSuffix("changes") ? "from" : "as_of"
                let answer = try await client.get("\(path)?\(name)=2999-01-01T00:00:00Z")
                let fault = answer.expectProblem(422, "invalid_request")["errors"].items.first
                #expect(fault?["code"].text == "in_the_future" && fault?["pointer"].text == name)
            }
            for wrong in [
                "2020-01-01", "kemarin", "2020-13-01T00:00:00Z", "2020-01-01T00:00:00.Z",
                "2020-01-01T00:00:00.1234567Z",
                "2020-01-01T00:00:00.+1Z",
            ] {
                try await client.get("lokus?as_of=\(wrong)").expectProblem(422, "invalid_request")
                try await client.get("lokus/\(world.lokus)?as_of=\(wrong)").expectProblem(422, "invalid_request")
            }
            // Only what is kept so that it can be read of then: elsewhere the parameter is unknown.
            for path in ["regions", "agencies", "operations", "me"] {
                try await client.get("\(path)?as_of=2020-01-01T00:00:00Z").expectProblem(422, "invalid_request")
            }
            // A neighbour sees no more of the past than of the present.
            let neighbour = try await service.coordinator("63.10")
            let now = try await moment(service.database)
            #expect(
                try await seen(neighbour, "lokus", now)["items"].items.map { $0["id"].text } == [world.foreignLokus])
            try await neighbour.get("lokus/\(world.lokus)?as_of=\(now)").expectProblem(404, "not_found")
        }
    }
}
