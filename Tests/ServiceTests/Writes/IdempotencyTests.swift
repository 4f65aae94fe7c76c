import Planning
import Support
import Testing
import Wire

/// A request that is sent again, because its answer was lost, takes effect once.
@Suite struct IdempotencyTests {
    /// Sends the same request fifty times at once, and then once more.
    private func storm(_ send: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for _ in 0..<50 { group.addTask { try await send() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let made = answers.filter { $0.status == 201 }
        #expect(made.filter { !$0.isReplay }.count == 1)
        #expect(Set(made.map(\.location)).count == 1)
        for answer in answers where answer.status != 201 {
            answer.expectProblem(409, "idempotency_key_in_use")
            #expect(Int(answer.headers["retry-after"] ?? "") != nil)
        }
        let again = try await send().expect(201)
        #expect(again.isReplay && again.location == made.first?.location)
        return again
    }

    @Test func fiftyAtOnce() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let database = service.database

            let lokus = try await storm {
                try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024], ["Idempotency-Key": "k"])
            }.id
            #expect(try await database.count("from lokus") == 1)
            #expect(try await database.count("from event where subject = 'lokus'") == 1)

            let file = SurveyText.families(1...30)
            _ = try await storm { try await client.survey(lokus, "baseline", "", file, key: ["Idempotency-Key": "k"]) }
            #expect(try await database.count("from survey_import") == 1)
            #expect(try await database.count("from event where subject = 'survey_import'") == 1)
            #expect(try await database.count("from family_answer") == 30)

            let plan = try await client.plan(lokus)
            let intervention = try await client.propose(plan, Client.intervention("P-1"))
            try await client.assign(intervention)
            let report = try await storm {
                try await client.report(intervention, Client.figures(2024, 1, 5, 5, 5), key: ["Idempotency-Key": "k"])
            }
            #expect(report["plan_totals"]["reported_idr"].integer == 5)
            #expect(try await database.count("from progress_report") == 1)
            #expect(try await database.count("from event where subject = 'progress_report'") == 1)
            #expect(try await database.count("from idempotency_key") == 3)
        }
    }

    /// Transitions take keys as well: whoever lost the answer to a closing sends it again, with the tag that he had.
    @Test func transitionsAreReplayed() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            for (path, verb) in [
                ("survey-rounds/\(world.openRound)", "close"), ("interventions/\(world.proposed)", "assign"),
                ("interventions/\(world.proposed)", "accept"),
            ] {
                let tag = try await client.tag(path)
                let headers = tag.merging(["Idempotency-Key": "k"]) { $1 }
                // A stale one does not take the key.
                try await client.post("\(path)/\(verb)", nil, ["If-Match": "\"77\"", "Idempotency-Key": "k"])
                    .expectProblem(412, "stale_version")
                let first = try await client.post("\(path)/\(verb)", nil, headers).expect(200)
                let second = try await client.post("\(path)/\(verb)", nil, headers).expect(200)
                #expect(!first.isReplay && second.isReplay && first.bytes == second.bytes)
            }
            let headers = ["Idempotency-Key": "k"]
            _ = try await client.propose(world.plan, Client.intervention("P-7"))
            let assigned = try await client.post("action-plans/\(world.plan)/assign", nil, headers).expect(200)
            #expect(assigned["assigned"].integer == 1)
            let again = try await client.post("action-plans/\(world.plan)/assign", nil, headers).expect(200)
            #expect(again.isReplay && again.bytes == assigned.bytes)
            let file = Client.Body.csv(Route.interventionFile)
            let imports = "action-plans/\(world.plan)/intervention-imports"
            let receipt = try await client.send("POST", imports, file, headers).expect(201)
            let replay = try await client.send("POST", imports, file, headers).expect(201)
            #expect(replay.isReplay && replay.bytes == receipt.bytes && receipt["added"].integer ?? 0 > 0)
        }
    }

    @Test func aKeyIsOfOneRequest() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let key = ["Idempotency-Key": "satu"]
            let document: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
            let lokus = try await client.post("lokus", document, key).expect(201).id
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2025], key)
                .expectProblem(422, "idempotency_key_reused")
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...3), key: key).expect(201)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...4), key: key)
                .expectProblem(422, "idempotency_key_reused")
            try await client.survey(lokus, "baseline", "&replace=true", SurveyText.families(1...3), key: key)
                .expectProblem(422, "idempotency_key_reused")
            #expect(try await service.database.count("from family_answer") == 3)
            // Somebody else's key of the same name is another key.
            let lead = try await service.client(.lead)
            try await lead.post("lokus", document, key).expectProblem(409, "lokus_once_per_desa_and_year")
        }
    }

    /// Also when the round was closed meanwhile: the answer that was lost is still the answer.
    @Test func anImportIsReplayedAfterClosing() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let key = ["Idempotency-Key": "satu"]
            let file = SurveyText.families(1...3)
            let first = try await client.survey(lokus, "baseline", "", file, key: key).expect(201)
            try await client.close(first["round_id"].text ?? "").expect(200)
            let again = try await client.survey(lokus, "baseline", "", file, key: key).expect(201)
            #expect(again.isReplay && again.location == first.location && again["import_id"] == first["import_id"])
            #expect(try await service.database.count("from survey_import") == 1)
        }
    }

    @Test func aFailureTakesNoKey() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let key = ["Idempotency-Key": "satu"]
            try await client.post("lokus", ["desa_code": "63.02.12.2009", "year": 2024], key).expect(409)
            try await client.post("lokus", ["desa_code": "63.02.12.2008", "year": 2014], key).expect(422)
            try await client.post("lokus", ["desa_code": "63.02.12.2008", "year": 2024], key).expect(201)

            let imports = "lokus/\(world.spareLokus)/survey-imports?purpose=baseline"
            try await client.send("POST", imports, .csv("family_id\n"), key).expectProblem(422, "file_refused")
            try await client.send("POST", imports, .csv(SurveyText.families(1...2)), key).expect(201)

            let reports = "interventions/\(world.accepted)/reports"
            try await client.post(reports, Client.figures(2023, 1, 1, 1, 1), key).expect(422)
            try await client.post(reports, Client.figures(2024, 2, 1, 1, 1), key).expect(201)

            let interventions = "action-plans/\(world.plan)/interventions"
            try await client.post(interventions, Client.intervention("N", agency: "TIDAKADA"), key).expect(409)
            try await client.post(interventions, Client.intervention("N"), key).expect(201)
        }
    }

    @Test func whereMoneyIsReportedAKeyIsRequired() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let files = "lokus/\(world.lokus)/survey-imports?purpose=midline"
            let plans = "action-plans/\(world.plan)/intervention-imports"
            let reports = "interventions/\(world.accepted)/reports"
            let required: [(String, Client.Body)] = [
                (files, .csv(try SurveyText.kecil())), (plans, .csv(Route.interventionFile)),
                (reports, .json(Client.figures(2024, 2, 1, 1, 1))),
            ]
            for (path, body) in required {
                try await client.send("POST", path, body).expectProblem(400, "idempotency_key_required")
            }
            // A dry run keeps nothing that could be doubled.
            try await client.send("POST", "\(files)&dry_run=true", .csv(try SurveyText.kecil())).expect(200)
            try await client.send("POST", "\(plans)?dry_run=true", .csv(Route.interventionFile)).expect(200)
            for key in [String(repeating: "k", count: 256), "dua kata", "café"] {
                try await client.send("POST", reports, required[2].1, ["Idempotency-Key": key])
                    .expectProblem(400, "invalid_header")
            }
            try await client.send(
                "POST", reports, required[2].1, ["Idempotency-Key": String(repeating: "k", count: 255)]
            )
            .expect(201)
        }
    }

    @Test func replaysOutliveTheServer() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let key = ["Idempotency-Key": "satu"]
                let document: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
                let file = SurveyText.families(1...9)
                var (first, receipt): (Answer?, Answer?)
                try await Service.serving(database) { service in
                    let client = try await service.coordinator()
                    first = try await client.post("lokus", document, key).expect(201)
                    receipt = try await client.survey(first?.id ?? "", "baseline", "", file, key: key).expect(201)
                }
                try await Service.serving(database) { service in
                    let client = try await service.coordinator()
                    let again = try await client.post("lokus", document, key).expect(201)
                    #expect(again.isReplay && again.location == first?.location)
                    let same = try await client.survey(again.id, "baseline", "", file, key: key).expect(201)
                    #expect(same.isReplay && same.location == receipt?.location)
                    #expect(same["import_id"] == receipt?["import_id"] && same["added"].integer == 9)
                }
                #expect(try await database.count("from survey_import") == 1)
            }
        }
    }

    /// The server is killed while fifty identical requests are under way; sent again to the next one, they are one.
    @Test func killedInTheMiddle() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let key = ["Idempotency-Key": "satu"]
                let document: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
                let token = try await database.token(.coordinator).text
                var told: Set<String> = []
                for round in 0..<3 {
                    try await Service.killing(database) { service, server in
                        let client = Client(url: service.url, token: token)
                        let locations = await withTaskGroup(of: String.self) { group in
                            for _ in 0..<50 {
                                group.addTask { (try? await client.post("lokus", document, key).location) ?? "" }
                            }
                            // The first time before anybody was answered, then in between.
                            if round > 0 { _ = await group.next() }
                            await server.kill()
                            return await group.reduce(into: Set<String>()) { $0.insert($1) }
                        }
                        told.formUnion(locations.subtracting([""]))
                    }
                }
                try await Service.serving(database) { service in
                    let client = Client(url: service.url, token: token)
                    let last = try await client.post("lokus", document, key).expect(201)
                    #expect(told.subtracting([last.location]).isEmpty)
                }
                #expect(try await database.count("from lokus") == 1)
                #expect(try await database.count("from event where subject = 'lokus'") == 1)
            }
        }
    }
}
