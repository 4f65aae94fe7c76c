import Foundation
import Planning
import Testing
import Wire

/// Budget lines, and the shares that interventions have of them.
@Suite struct BudgetLineTests {
    @Test func oneLineInItsThreeSpellings() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let spelled = Client.budgetLine("Kegiatan masyarakat", code: "2.08.04.02.01.0003")
            let made = try await client.post("budget-lines", spelled).expect(201)
            #expect(made["code"].text == "2.08.04.2.01.0003" && made["written_code"].text == "2.08.04.02.01.0003")
            #expect(made["stage"].text == "murni" && made["left_idr"].integer == 5000 && made["shares"].items == [])
            for spelling in ["2.08.04.2.01.0003", "2.08.04.2.01.03", "2.08.04.02.01.0003"] {
                // Another name does not make it another line.
                try await client.post("budget-lines", Client.budgetLine("Lain", code: spelling))
                    .expectProblem(409, "budget_line_is_there_once")
                let found = try await client.get("budget-lines?code=eq.\(spelling)").expect(200)
                #expect(found.items.map { $0["id"].text } == [made.id])
            }
            // What is no code of a sub-activity is kept as it was written, and then the title counts.
            let free = try await client.post("budget-lines", Client.budgetLine("Bibit", source: "csr", code: "CSR/12"))
                .expect(201)
            #expect(free["code"].isNull && free["written_code"].text == "CSR/12")
            try await client.post("budget-lines", Client.budgetLine("BIBIT", source: "csr"))
                .expectProblem(409, "budget_line_is_there_once")
            try await client.post("budget-lines", Client.budgetLine("Bibit", source: "csr", year: 2025)).expect(201)
            try await client.change("budget-lines/\(free.id)", ["nomenclature": "900.1-2850/2025"])
                .expectProblem(422, "budget_line_nomenclature_is_of_a_code")
            let versioned = try await client.change(
                "budget-lines/\(made.id)", ["nomenclature": "900.1-2850/2025", "title": "Kegiatan"]
            ).expect(200)
            #expect(versioned["nomenclature"].text == "900.1-2850/2025" && versioned["version"].integer == 2)
        }
    }

    @Test func whatIsWrongWithALineIsToldAtOnce() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let wrong: JSONValue = [
                "kabupaten_code": "63", "agency_code": " ", "budget_year": 2014, "source": "none", "title": "x",
                "stage": "awal", "ceiling_idr": .decimal("1.5"), "left_idr": 1,
            ]
            let refused = try await client.post("budget-lines", wrong).expect(422)
            #expect(
                Set(refused["errors"].items.compactMap { $0["pointer"].text }) == [
                    "/kabupaten_code", "/agency_code", "/budget_year", "/source", "/stage", "/ceiling_idr", "/left_idr",
                ])
            try await client.post("budget-lines", Client.budgetLine("x", agency: "DINAS"))
                .expectProblem(409, "budget_line_agency_is_of_the_kabupaten")
            let id = try await client.budgetLine(Client.budgetLine("x"))
            try await client.change("budget-lines/\(id)", ["stage": "perubahan"])
                .expectProblem(422, "invalid_request")
            try await client.patch("budget-lines/\(id)", ["ceiling_idr": 1], [:]).expectProblem(
                428, "precondition_required")
            try await client.patch("budget-lines/\(id)", ["ceiling_idr": 1], ["If-Match": "\"7-x\""])
                .expectProblem(412, "stale_version")
            try await client.get("budget-lines/\(UUID().uuidString.lowercased())").expectProblem(404, "not_found")
        }
    }

    /// What is only tried leaves nothing, and what is sent twice is done once.
    @Test func triedAndRepeated() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let before = try await service.database.digest()
            let tried = try await client.post("budget-lines?dry_run=true", Client.budgetLine("x")).expect(200)
            #expect(tried["ceiling_idr"].integer == 5000)
            #expect(try await service.database.digest() == before)
            let key = Client.key()
            let made = try await client.post("budget-lines", Client.budgetLine("x"), key).expect(201)
            let again = try await client.post("budget-lines", Client.budgetLine("x"), key).expect(201)
            #expect(again.isReplay && again.id == made.id)
            #expect(try await service.database.count("from budget_line") == 1)
            // A change that changes nothing is no change.
            let same = try await client.change("budget-lines/\(made.id)", ["ceiling_idr": 5000]).expect(200)
            #expect(same["version"].integer == 1)
            let events = try await client.get("events?subject=budget_line").expect(200)
            #expect(events.items.map { $0["action"].text } == ["insert"])
        }
    }

    @Test func agenciesKeepTheirOwnLines() async throws {
        try await Service.run { service in
            let coordinator = try await service.coordinator()
            let (own, stranger) = (try await service.agency("PUPR"), try await service.agency("DINKES"))
            let id = try await own.budgetLine(Client.budgetLine("Sumur"))
            try await stranger.post("budget-lines", Client.budgetLine("Sumur bor")).expectProblem(403, "forbidden")
            let seen = try await stranger.get("budget-lines/\(id)").expect(200)
            #expect(
                seen["may"]["update"]["allowed"].flag == false && seen["may"]["update"]["reason"].text == "condition")
            try await stranger.change("budget-lines/\(id)", ["ceiling_idr": 1]).expectProblem(403, "forbidden")
            try await own.change("budget-lines/\(id)", ["ceiling_idr": 6000]).expect(200)
            #expect(try await own.get("budget-lines/\(id)").expect(200)["may"]["update"]["allowed"].flag == true)
            try await coordinator.change("budget-lines/\(id)", ["ceiling_idr": 7000]).expect(200)
            try await service.client(.viewer).change("budget-lines/\(id)", ["ceiling_idr": 1])
                .expectProblem(403, "forbidden")
        }
    }

    @Test func severalInterventionsShareALine() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            let (first, second) = (
                try await client.propose(scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 700)])),
                try await client.propose(scene.other, Client.intervention("S-1", funding: [("apbd_kabupaten", 700)]))
            )
            let shared = try await client.fund(first, [("apbd_kabupaten", 700, [(line, 600)])]).expect(200)
            #expect(shared["budget_idr"].integer == 700, "a share is part of the money and not beside it")
            try await client.fund(second, [("apbd_kabupaten", 700, [(line, 401)])])
                .expectProblem(409, "shares_stay_within_the_ceiling")
            try await client.fund(second, [("apbd_kabupaten", 300, [(line, 400)])])
                .expectProblem(409, "shares_stay_within_their_funding")
            try await client.fund(second, [("apbd_kabupaten", 700, [(line, 400)])]).expect(200)
            let found = try await client.get("budget-lines/\(line)").expect(200)
            #expect(found["shared_idr"].integer == 1000 && found["left_idr"].integer == 0)
            #expect(
                found["shares"].items.map { "\($0["reference"].text ?? "") \($0["amount_idr"].integer ?? 0)" }.sorted()
                    == ["P-1 600", "S-1 400"])
            // A village sees who has the one, and that there is more.
            let village = try await service.client(.village).get("budget-lines/\(line)").expect(200)
            #expect(village["shares"].items.map { $0["reference"].text } == ["P-1"])
            #expect(village["shared_idr"].integer == 1000 && village["unseen_idr"].integer == 400)

            // Whoever knows nothing of lines leaves the shares as they are.
            let plain = try await client.change(
                "interventions/\(first)", ["funding": [["source": "apbd_kabupaten", "amount_idr": 650]]]
            ).expect(200)
            #expect(plain["funding"].items.first?["shares"].items.first?["amount_idr"].integer == 600)
            try await client.change(
                "interventions/\(first)", ["funding": [["source": "apbd_kabupaten", "amount_idr": 599]]]
            )
            .expectProblem(409, "shares_stay_within_their_funding")
            // More money and more of the line at once, and less of both.
            try await client.fund(second, [("apbd_kabupaten", 700, [(line, 100)])]).expect(200)
            try await client.fund(first, [("apbd_kabupaten", 900, [(line, 900)])]).expect(200)
            try await client.fund(first, [("apbd_kabupaten", 100, [(line, 100)])]).expect(200)
            // A source that goes takes its shares along.
            try await client.fund(first, [("csr", 5, [])]).expect(200)
            #expect(try await client.get("budget-lines/\(line)").expect(200)["shared_idr"].integer == 100)
        }
    }

    @Test func aLineFitsWhatItPays() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let id = try await client.propose(scene.plan, Client.intervention("P-1"))
            let others = try await client.budgetLine(Client.budgetLine("Gizi", agency: "DINKES"))
            let later = try await client.budgetLine(Client.budgetLine("Jamban", year: 2025))
            let given = try await client.budgetLine(Client.budgetLine("Bantuan", agency: "DINKES", source: "csr"))
            try await client.fund(id, [("apbd_kabupaten", 9, [(others, 1)])])
                .expectProblem(409, "share_of_apbd_is_of_the_agency")
            try await client.fund(id, [("apbd_kabupaten", 9, [(later, 1)])])
                .expectProblem(409, "share_is_of_a_year_of_the_intervention")
            try await client.fund(id, [("apbd_kabupaten", 9, [(given, 1)])])
                .expectProblem(409, "share_is_of_a_line_of_its_source")
            try await client.fund(id, [("csr", 9, [(given, 1), (given, 2)])]).expectProblem(422, "invalid_request")
            try await client.fund(id, [("csr", 9, [(given, 0)])]).expectProblem(422, "invalid_request")
            // Money of others pays whom they like.
            try await client.fund(id, [("csr", 9, [(given, 1)])]).expect(200)
            // With the dates the line may change, too.
            let moved: JSONValue = [
                "ends_on": "2025-06-30",
                "funding": Client.funding([("csr", 9, [(given, 1)]), ("apbd_kabupaten", 9, [(later, 9)])]),
            ]
            try await client.change("interventions/\(id)", moved).expect(200)
            try await client.change("interventions/\(id)", ["ends_on": "2024-12-31"])
                .expectProblem(409, "share_is_of_a_year_of_the_intervention")
            try await client.change("interventions/\(id)", ["agency_code": "DINKES"])
                .expectProblem(409, "share_of_apbd_is_of_the_agency")
            // The neighbours' lines are not there.
            let stranger = try await service.coordinator("63.10")
            try await stranger.get("budget-lines/\(given)").expectProblem(404, "not_found")
        }
    }

    /// The budget is cut: the earlier stage stays, and it is told whom it concerns.
    @Test func aLaterStageCuts() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            let id = try await client.propose(
                scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 800)]))
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 800)])]).expect(200)
            let path = "budget-lines/\(line)"
            #expect(try await client.change(path, ["ceiling_idr": 799]).expect(200)["left_idr"].integer == -1)
            try await client.change(path, ["ceiling_idr": 1000]).expect(200)
            let cut = try await client.change(path, ["stage": "perubahan", "ceiling_idr": 500]).expect(200)
            #expect(
                cut["stage"].text == "perubahan" && cut["ceiling_idr"].integer == 500 && cut["left_idr"].integer == -300
            )
            #expect(
                cut["stages"].items.map { "\($0["stage"].text ?? "") \($0["ceiling_idr"].integer ?? 0)" } == [
                    "murni 1000", "perubahan 500",
                ])
            #expect(cut["shares"].items.map { $0["reference"].text } == ["P-1"])
            #expect(
                try await client.get("budget-lines?left_idr=lt.0").expect(200).items.map { $0["id"].text } == [line])
            let totals = try await client.get("action-plans/\(scene.plan)").expect(200)["totals"]
            #expect(totals["by_line"].items.first?["left_idr"].integer == -300)
            // Until it fits, the share only shrinks; what says nothing of it leaves it.
            try await client.fund(id, [("apbd_kabupaten", 900, [(line, 801)])])
                .expectProblem(409, "shares_stay_within_the_ceiling")
            try await client.change("interventions/\(id)", ["note": "Menunggu APBD-P"]).expect(200)
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 600)])]).expect(200)
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 500)])]).expect(200)
            // From its approval on the plan's shares stand, and budgets still change.
            try await service.put(scene.plan, into: "approved")
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 400)])]).expectProblem(
                409, "plan_content_is_open")
            try await client.change(path, ["stage": "perubahan", "ceiling_idr": 2000]).expect(200)
        }
    }

    /// A file says nothing of lines: read again as it came, it changes nothing, and with other money it keeps the shares.
    @Test func aFileKeepsTheShares() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            let id = try await client.propose(
                scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 800)]))
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 800)])]).expect(200)
            let list = "interventions?plan_id=\(scene.plan)"
            let file = try await client.get(list, ["Accept": "text/csv"]).expect(200).text
            let before = try await client.get("interventions/\(id)").expect(200)
            let target = "action-plans/\(scene.plan)/intervention-imports"
            let same = try await client.send("POST", target, .csv(file), Client.key()).expect(201)
            #expect(same["same"].integer == 1 && same["changed"].integer == 0)
            #expect(try await client.get("interventions/\(id)").expect(200).json == before.json)
            let more = file.replacing("apbd_kabupaten=800", with: "apbd_kabupaten=850").replacing(
                ",800,", with: ",850,")
            #expect(try await client.send("POST", target, .csv(more), Client.key()).expect(201)["changed"].integer == 1)
            let now = try await client.get("interventions/\(id)").expect(200)["funding"].items.first
            #expect(now?["amount_idr"].integer == 850 && now?["shares"].items.first?["amount_idr"].integer == 800)
        }
    }

    /// What was known then: an earlier ceiling, and a share before it changed.
    @Test func thePastOfALine() async throws {
        try await Service.run { service in
            let scene = try await BudgetScene(service)
            let client = scene.client
            let line = try await client.budgetLine(Client.budgetLine("Jamban", ceiling: 1000))
            let id = try await client.propose(
                scene.plan, Client.intervention("P-1", funding: [("apbd_kabupaten", 800)]))
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 700)])]).expect(200)
            let then = try await service.database.value(
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
            try await client.fund(id, [("apbd_kabupaten", 800, [(line, 100)])]).expect(200)
            try await client.change("budget-lines/\(line)", ["stage": "pergeseran", "ceiling_idr": 300]).expect(200)
            let past = try await client.get("budget-lines/\(line)?as_of=\(then)").expect(200)
            #expect(past["ceiling_idr"].integer == 1000 && past["shared_idr"].integer == 700)
            let intervention = try await client.get("interventions/\(id)?as_of=\(then)").expect(200)
            #expect(intervention["funding"].items.first?["shares"].items.first?["amount_idr"].integer == 700)
            let changes = try await client.get("action-plans/\(scene.plan)/changes?from=\(then)").expect(200)
            #expect(changes["interventions"].items.first?["fields"].items.map { $0["field"].text } == ["funding"])
        }
    }
}
