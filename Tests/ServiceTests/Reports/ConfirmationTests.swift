import Planning
import Support
import Testing
import Wire

/// What a village says of reports: whether what they tell of arrived.
@Suite struct ConfirmationTests {
    private struct Desk {
        let coordinator: Client
        let lead: Client
        /// PUPR, whose intervention it is.
        let agency: Client
        let village: Client
        let plan: String
        let id: String

        func say(
            _ client: Client, _ report: String, _ word: String, _ body: JSONValue? = nil, _ query: String = ""
        ) async throws -> Answer {
            try await client.post(
                "reports/\(report)/\(word)\(query)", body, try await coordinator.tag("reports/\(report)"))
        }

        func waiting() async throws -> [String?] {
            try await village.get("reports?awaits_confirmation=true&sort=state,budget_year,quarter").expect(200).items
                .map { $0["id"].text }
        }

        func disputes(_ client: Client) async throws -> [JSONValue] {
            try await client.get("action-plans/\(plan)/findings").expect(200)["items"].items
                .filter { $0["kind"].text == "report_disputed" }
        }
    }

    private func desk(_ service: Service) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus(World.desa, 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        let id = try await coordinator.propose(plan, Client.intervention("P-1"))
        try await coordinator.assign(id)
        try await coordinator.accept(id)
        try await service.put(plan, into: "running")
        return Desk(
            coordinator: coordinator, lead: try await service.client(.lead), agency: try await service.agency("PUPR"),
            village: try await service.client(.village), plan: plan, id: id)
    }

    @Test func aVillageConfirmsWhatArrived() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let report = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            #expect(report["confirmation"].isNull && report["may"]["confirm"]["reason"].text == "role")
            #expect(try await desk.waiting() == [report.id])
            let seen = try await desk.village.get("reports/\(report.id)").expect(200)
            #expect(seen["may"]["confirm"]["allowed"] == true && seen["may"]["dispute"]["allowed"] == true)
            #expect(seen["may"]["verify"]["reason"].text == "role")

            let tried = try await desk.say(desk.village, report.id, "confirm", nil, "?dry_run=true").expect(200)
            #expect(tried["confirmation"]["state"].text == "confirmed" && tried.headers["dry-run"] != nil)
            #expect(try await desk.waiting() == [report.id])

            // Who had read the report before the village spoke reads it again before verifying it.
            let before = try await desk.lead.tag("reports/\(report.id)")
            let (tag, key) = (try await desk.village.tag("reports/\(report.id)"), Client.key())
            let said = try await desk.village.post("reports/\(report.id)/confirm", nil, tag.merging(key) { $1 }).expect(
                200)
            let confirmation = said["confirmation"]
            #expect(confirmation["state"].text == "confirmed" && confirmation["note"].isNull)
            #expect(confirmation["said_by"].text == "Penguji village " && confirmation["is_current"] == true)
            #expect(confirmation["of"]["version"] == report["version"] && confirmation["of"]["quantity"] == 18)
            #expect(said["state"].text == "submitted" && said["reported_by"] == report["reported_by"])
            #expect(try await desk.waiting().isEmpty)
            let replay = try await desk.village.post("reports/\(report.id)/confirm", nil, tag.merging(key) { $1 })
            #expect(replay.expect(200).headers["idempotent-replayed"] == "true")
            try await desk.lead.post("reports/\(report.id)/verify", nil, before).expectProblem(412, "stale_version")
            try await desk.village.post("reports/\(report.id)/dispute", ["note": "Belum"], tag)
                .expectProblem(412, "stale_version")
            try await desk.village.post("reports/\(report.id)/confirm", nil)
                .expectProblem(428, "precondition_required")
            // The same once more changes nothing.
            let again = try await desk.say(desk.village, report.id, "confirm").expect(200)
            #expect(again["version"] == said["version"] && again["confirmation"] == confirmation)

            let verified = try await desk.say(desk.lead, report.id, "verify").expect(200)
            #expect(verified["confirmation"] == confirmation && verified["counted"]["quantity"] == 18)
            // What is verified can be disputed, and counts on.
            let disputed = try await desk.say(
                desk.village, report.id, "dispute", ["note": "Baru 12 bilik terpasang", "quantity": .decimal("12.5")]
            ).expect(200)
            #expect(
                disputed["confirmation"]["quantity"].number?.text == "12.5" && disputed["counted"]["quantity"] == 18)
            #expect(disputed["plan_totals"] == verified["plan_totals"] && disputed["state"].text == "verified")
        }
    }

    @Test func whatIsWrongIsRefused() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let report = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201).id
            let wrong: [(JSONValue, String, String)] = [
                ([:], "/note", "required"), (["note": " "], "/note", "blank"), (["note": 1], "/note", "wrong_type"),
                (["note": "x", "quantity": -1], "/quantity", "out_of_range"),
                (["note": "x", "quantity": "12"], "/quantity", "wrong_type"),
                (["note": "x", "spent_idr": 1], "/spent_idr", "unknown_member"),
            ]
            for (body, pointer, code) in wrong {
                let answer = try await desk.say(desk.village, report, "dispute", body)
                answer.expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map { $0["pointer"].text } == [pointer])
                #expect(answer["errors"].items.map { $0["code"].text } == [code])
            }
            // Who confirms counts as the report does.
            try await desk.say(desk.village, report, "confirm", ["quantity": 3]).expectProblem(422, "invalid_request")
            try await desk.say(desk.village, report, "dispute", ["note": "Kurang", "quantity": 18])
                .expectProblem(422, "report_village_counts_another_quantity")
            let read = try await desk.village.get("reports/\(report)").expect(200)
            #expect(read["confirmation"].isNull && read["version"] == 1)
            try await desk.village.get("reports?confirmation=maybe").expectProblem(422, "invalid_request")
        }
    }

    @Test func onlyItsOwnVillageSpeaks() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let report = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201).id
            let elsewhere = Client(
                url: service.url, token: try await service.database.token(.village, desa: "63.02.14.2008").text)
            try await desk.say(elsewhere, report, "confirm").expectProblem(404, "not_found")
            for role in [
                Caller.Role.coordinator, .lead, .leadership, .agency, .reporter, .subdistrict, .viewer, .auditor,
                .province,
                .administrator,
            ] {
                try await desk.say(try await service.client(role), report, "dispute", ["note": "x"])
                    .expectProblem(403, "forbidden")
            }
            // A person who reported for the agency is no other person in the village.
            try await service.database.execute(
                """
                insert into selaras.account (id, name, email)
                values ('0197a1b2-0000-7000-8000-00000000beef', 'Rahmad', 'rahmad@example.org');
                update selaras.principal set account_id = '0197a1b2-0000-7000-8000-00000000beef'
                where role = 'village' and desa_code = '\(World.desa)' or role = 'agency' and agency_code = 'PUPR'
                """)
            try await desk.agency.change("reports/\(report)", ["follow_up": "Menyusul"]).expect(200)
            #expect(try await desk.village.get("reports/\(report)")["may"]["confirm"]["reason"].text == "author")
            try await desk.say(desk.village, report, "confirm").expectProblem(403, "report_is_confirmed_by_another")
        }
    }

    @Test func whatItSpeaksOf() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            var document = Client.figures(2024, 1, 40, 18, 400)
            if case .object(var members) = document {
                members["draft"] = true
                document = .object(members)
            }
            let report = try await desk.agency.report(desk.id, document).expect(201).id
            // A draft is not said yet, and what was sent back is to be said anew.
            #expect(try await desk.waiting().isEmpty)
            #expect(try await desk.village.get("reports/\(report)")["may"]["confirm"]["reason"].text == "state")
            try await desk.say(desk.village, report, "confirm").expectProblem(409, "change_is_permitted_in_this_state")
            try await desk.say(desk.agency, report, "submit").expect(200)
            try await desk.say(desk.coordinator, report, "return", ["reason": "Lengkapi"]).expect(200)
            try await desk.say(desk.village, report, "confirm").expectProblem(409, "change_is_permitted_in_this_state")
            try await desk.say(desk.agency, report, "submit").expect(200)
            #expect(try await desk.waiting() == [report])
            let moment = try await service.database.value(
                "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
            try await desk.say(desk.village, report, "dispute", ["note": "Dua belum beratap", "quantity": 16]).expect(
                200)

            // What was spent is not seen in a village; a quantity is, and the dispute of the one before stands beside.
            let paid = try await desk.agency.change("reports/\(report)", ["spent_idr": 450]).expect(200)
            #expect(paid["confirmation"]["is_current"] == true)
            let corrected = try await desk.agency.change("reports/\(report)", ["quantity": 16]).expect(200)
            #expect(
                corrected["confirmation"]["is_current"] == false && corrected["confirmation"]["of"]["quantity"] == 18)
            #expect(try await desk.waiting() == [report])
            #expect(try await desk.disputes(desk.lead).map { $0["disputed_report"]["quantity"].integer } == [16])
            try await desk.say(desk.village, report, "confirm", ["note": "Sesuai"]).expect(200)
            #expect(try await desk.disputes(desk.lead).isEmpty)

            let then = try await desk.coordinator.get("reports/\(report)?as_of=\(moment)")
            #expect(then.expect(200)["confirmation"].isNull)

            // A nil report waits for nobody; what it leaves out can be told all the same.
            let quiet = try await desk.agency.report(desk.id, ["budget_year": 2024, "quarter": 2, "nil": true]).expect(
                201
            ).id
            #expect(try await desk.waiting().isEmpty)
            let told = try await desk.say(desk.village, quiet, "dispute", ["note": "Dua unit tiba", "quantity": 18])
            #expect(told.expect(200)["confirmation"]["of"]["quantity"].isNull)

            try await service.put(desk.plan, into: "closed")
            try await desk.say(desk.village, report, "dispute", ["note": "Terlambat"])
                .expectProblem(409, "plan_is_not_closed")
        }
    }

    @Test func disputesAreFoundBesideWhatCounts() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let waiting = try await desk.agency.report(desk.id, Client.figures(2024, 1, 20, 9, 200)).expect(201).id
            let counted = try await desk.agency.report(desk.id, Client.figures(2024, 2, 40, 18, 400)).expect(201).id
            try await desk.say(desk.lead, counted, "verify").expect(200)
            for report in [waiting, counted] {
                try await desk.say(desk.village, report, "dispute", ["note": "Belum semua"]).expect(200)
            }
            // What counts is told first; unconfirmed reports are no fault.
            let found = try await desk.disputes(desk.lead)
            #expect(found.map { $0["disputed_report"]["id"].text } == [counted, waiting])
            #expect(found.first?["disputed_report"]["state"].text == "verified")
            #expect(found.first?["disputed_report"]["confirmation"]["note"].text == "Belum semua")
            #expect(found.first?["interventions"].items.map { $0["reference"].text } == ["P-1"])
            for client in [desk.agency, desk.village, desk.coordinator] {
                #expect(try await desk.disputes(client).count == 2)
            }
            // A viewer reads how far it got, and is told that this was not looked for.
            let viewer = try await service.client(.viewer)
            let seen = try await viewer.get("action-plans/\(desk.plan)/findings").expect(200)
            #expect(!seen["checked"].texts.contains("report_disputed") && !seen.text.contains("Belum semua"))
            #expect(
                try await desk.lead.get("action-plans/\(desk.plan)/findings")["checked"].texts.contains(
                    "report_disputed"))

            let list = try await desk.lead.get("reports?confirmation=disputed&state=verified").expect(200).items
            #expect(list.map { $0["id"].text } == [counted] && list.first?["may"].isNull == true)
            #expect(try await desk.lead.get("reports?confirmation=is.null").expect(200).items.isEmpty)
            let csv = try await desk.lead.get("reports?confirmation=disputed", ["Accept": "text/csv"]).expect(200).text
            #expect(csv.contains("confirmation.state") && csv.contains("disputed,Belum semua,"))
            let pack = try await desk.lead.get("action-plans/\(desk.plan)/pack").expect(200).text
            #expect(pack.contains("Disanggah desa/kelurahan: laporan TW II TA 2024 P-1"))
        }
    }

    @Test func twoOfOneVillageAtOnce() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let other = try await service.client(.village)
            let report = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201).id
            let tag = try await desk.village.tag("reports/\(report)")
            async let first = desk.village.post("reports/\(report)/confirm", nil, tag)
            async let second = other.post("reports/\(report)/dispute", ["note": "Belum"], tag)
            let statuses = [try await first.status, try await second.status].sorted()
            #expect(statuses == [200, 412])
            #expect(try await desk.coordinator.get("reports/\(report)").expect(200)["version"] == 2)
        }
    }
}
