import Planning
import Support
import Testing
import Wire

/// From a draft to what counts: who submits, who verifies, what is sent back, and what counts meanwhile.
@Suite struct ReportStateTests {
    private struct Desk {
        let coordinator: Client
        let lead: Client
        /// PUPR, whose intervention it is.
        let agency: Client
        let plan: String
        let id: String

        func step(
            _ client: Client, _ report: String, _ action: String, _ reason: String? = nil, _ query: String = ""
        ) async throws -> Answer {
            let body: JSONValue? = reason.map { ["reason": .string($0)] }
            return try await client.post(
                "reports/\(report)/\(action)\(query)", body, try await client.tag("reports/\(report)"))
        }

        /// What counts, what was said, and of how many that is not verified.
        func money() async throws -> [Int?] {
            let totals = try await coordinator.get("action-plans/\(plan)").expect(200)["totals"]
            let own = totals["by_agency"].items.first ?? .null
            for name in ["spent_idr", "reported_idr", "unverified", "reporting"] {
                #expect(totals[name] == own[name], "\(name)")
            }
            return [totals["spent_idr"].integer, totals["reported_idr"].integer, totals["unverified"].integer]
        }
    }

    private func desk(_ service: Service) async throws -> Desk {
        let coordinator = try await service.coordinator()
        let lokus = try await coordinator.lokus("63.02.12.2005", 2024)
        try await coordinator.closedRound(lokus, "baseline", "", SurveyText.kecil())
        let plan = try await coordinator.plan(lokus)
        let id = try await coordinator.propose(plan, Client.intervention("P-1"))
        try await coordinator.assign(id)
        try await coordinator.accept(id)
        try await service.put(plan, into: "running")
        return Desk(
            coordinator: coordinator, lead: try await service.client(.lead), agency: try await service.agency("PUPR"),
            plan: plan, id: id)
    }

    @Test func onlyWhatIsVerifiedCounts() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let made = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            #expect(made["state"].text == "submitted" && made["counted"].isNull)
            #expect(made["may"]["verify"]["reason"].text == "role" && made["may"]["update"]["allowed"] == true)
            #expect(try await desk.money() == [0, 400, 1])
            let seen = try await desk.coordinator.get("interventions/\(desk.id)").expect(200)
            #expect(seen["progress"].isNull && seen["unverified"]["spent_idr"].integer == 400)

            // Agencies verify nothing; whoever may is told so.
            try await desk.step(desk.agency, made.id, "verify").expectProblem(403, "forbidden")
            let may = try await desk.coordinator.get("reports/\(made.id)")["may"]
            #expect(may["verify"]["allowed"] == true && may["submit"]["reason"].text == "state")
            let tried = try await desk.step(desk.coordinator, made.id, "verify", nil, "?dry_run=true").expect(200)
            #expect(tried["state"].text == "verified" && tried.headers["dry-run"] != nil)
            #expect(try await desk.money() == [0, 400, 1])
            let verified = try await desk.step(desk.coordinator, made.id, "verify").expect(200)
            #expect(verified["counted"]["spent_idr"].integer == 400 && verified["reported_by"] == made["reported_by"])
            #expect(verified["plan_totals"]["spent_idr"].integer == 400)
            #expect(try await desk.money() == [400, 400, 0])
            try await desk.step(desk.coordinator, made.id, "verify")
                .expectProblem(409, "report_follows_its_transitions")

            // A correction waits, and what was verified counts until it is looked at.
            let corrected = try await desk.agency.change("reports/\(made.id)", ["spent_idr": 700]).expect(200)
            #expect(corrected["state"].text == "submitted" && corrected["counted"]["spent_idr"].integer == 400)
            #expect(try await desk.money() == [400, 700, 1])
            try await desk.step(desk.coordinator, made.id, "return").expectProblem(422, "invalid_request")
            let returned = try await desk.step(desk.coordinator, made.id, "return", "Kuitansi tidak ada").expect(200)
            #expect(
                returned["state_reason"].text == "Kuitansi tidak ada" && returned["counted"]["spent_idr"].integer == 400
            )
            // What was sent back is due again, and its agency is told of which report.
            let due = try await desk.agency.get("report-obligations?budget_year=2024&quarter=1").expect(200).items
            #expect(
                due.map { $0["report_state"].text } == ["returned"] && due.map { $0["report_id"].text } == [made.id])
            try await desk.step(desk.agency, made.id, "submit").expect(200)
            let (tag, key) = (try await desk.lead.tag("reports/\(made.id)"), Client.key())
            try await desk.lead.post("reports/\(made.id)/verify", nil, tag.merging(key) { $1 }).expect(200)
            let replay = try await desk.lead.post("reports/\(made.id)/verify", nil, tag.merging(key) { $1 }).expect(200)
            #expect(replay.headers["idempotent-replayed"] == "true")
            try await desk.coordinator.post("reports/\(made.id)/return", ["reason": "x"], tag)
                .expectProblem(412, "stale_version")
            #expect(try await desk.money() == [700, 700, 0])
            // What was verified wrongly is sent back, and counts no more.
            try await desk.step(desk.lead, made.id, "return", "Salah lokasi").expect(200)
            #expect(try await desk.money() == [0, 700, 1])
        }
    }

    @Test func nobodyVerifiesWhatTheyWrote() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let made = try await desk.coordinator.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            #expect(made["may"]["verify"]["reason"].text == "author")
            try await desk.step(desk.coordinator, made.id, "verify")
                .expectProblem(403, "report_is_decided_by_another")
            // Nor once somebody else has written over it.
            try await desk.agency.change("reports/\(made.id)", ["spent_idr": 500]).expect(200)
            try await desk.step(desk.coordinator, made.id, "verify")
                .expectProblem(403, "report_is_decided_by_another")
            try await desk.step(desk.lead, made.id, "verify").expect(200)
            #expect(try await desk.money() == [500, 500, 0])
        }
    }

    @Test func aDraftIsNotSaidYet() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            var document = Client.figures(2024, 1, 40, 18, 400)
            if case .object(var members) = document {
                members["draft"] = true
                document = .object(members)
            }
            let made = try await desk.agency.report(desk.id, document).expect(201)
            #expect(made["state"].text == "draft" && made["plan_totals"]["reporting"].integer == 0)
            #expect(try await desk.money() == [0, 0, 0])
            let due = try await desk.agency.get("report-obligations?budget_year=2024&quarter=1").expect(200).items
            #expect(due.map { $0["report_state"].text } == ["draft"])
            try await desk.step(desk.coordinator, made.id, "verify")
                .expectProblem(409, "report_follows_its_transitions")
            // A draft that is changed stays one.
            let changed = try await desk.agency.change("reports/\(made.id)", ["spent_idr": 450]).expect(200)
            #expect(changed["state"].text == "draft")
            try await desk.step(desk.agency, made.id, "submit").expect(200)
            #expect(try await desk.money() == [0, 450, 1])
            #expect(
                try await desk.agency.get("report-obligations?budget_year=2024&quarter=1").expect(200).items.isEmpty)
        }
    }

    /// What is verified is what was read: a report that was written over meanwhile is read again.
    @Test func whatIsVerifiedWasRead() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let made = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            let read = try await desk.coordinator.tag("reports/\(made.id)")
            try await desk.agency.change("reports/\(made.id)", ["spent_idr": 900]).expect(200)
            try await desk.coordinator.post("reports/\(made.id)/verify", nil, read).expectProblem(412, "stale_version")
            try await desk.coordinator.post("reports/\(made.id)/verify", nil).expectProblem(
                428, "precondition_required")
            #expect(try await desk.money() == [0, 900, 1])
            // Two at once: one of them verifies, and the other learns that it has changed.
            let tag = try await desk.coordinator.tag("reports/\(made.id)")
            async let first = desk.coordinator.post("reports/\(made.id)/verify", nil, tag)
            async let second = desk.lead.post("reports/\(made.id)/return", ["reason": "Kuitansi tidak ada"], tag)
            let statuses = [try await first.status, try await second.status].sorted()
            #expect(statuses == [200, 412])
        }
    }

    /// A nil report repeats what was said before it, and so does not count more than that does.
    @Test func aNilReportAfterWhatNobodyVerified() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let first = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            let second = try await desk.agency.report(
                desk.id, ["budget_year": 2024, "quarter": 2, "nil": true, "obstacles": "Musim hujan"]
            ).expect(201)
            try await desk.step(desk.coordinator, second.id, "verify").expect(200)
            #expect(try await desk.money() == [0, 400, 1])
            let seen = try await desk.coordinator.get("interventions/\(desk.id)").expect(200)
            #expect(seen["progress"]["spent_idr"].integer == 0 && seen["progress"]["report_id"].text == second.id)
            #expect(seen["unverified"]["spent_idr"].integer == 400)
            try await desk.step(desk.coordinator, first.id, "verify").expect(200)
            #expect(try await desk.money() == [400, 400, 0])
            let whole = try await desk.coordinator.get("interventions/\(desk.id)").expect(200)
            #expect(whole["progress"]["spent_idr"].integer == 400 && whole["unverified"].isNull)
        }
    }

    /// What was said of a plan is what its interventions say; what counts of it is what counts of them.
    @Test func totalsAreThoseOfTheirDrillDown() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let other = try await desk.coordinator.intervention(of: desk.plan, "P-2", service)
            for (id, figure) in [(desk.id, 400), (other, 70)] {
                try await desk.agency.report(id, Client.figures(2024, 1, 40, 18, figure)).expect(201)
            }
            try await desk.lead.verifyAll()
            let late = try await desk.agency.report(other, Client.figures(2024, 2, 50, 20, 90)).expect(201)
            try await desk.step(desk.coordinator, late.id, "return", "Tanpa kuitansi").expect(200)
            #expect(try await desk.money() == [470, 490, 1])
            let items = try await desk.coordinator.get("interventions?plan_id=\(desk.plan)").expect(200).items
            #expect(items.compactMap { $0["progress"]["spent_idr"].integer }.reduce(0, +) == 470)
            let said = items.map {
                ($0["unverified"].isNull ? $0["progress"] : $0["unverified"])["spent_idr"].integer ?? 0
            }
            #expect(said.reduce(0, +) == 490)
            let shares = try await desk.coordinator.get("reports?plan_id=\(desk.plan)").expect(200).items
            #expect(shares.compactMap { $0["share"]["spent_idr"].integer }.reduce(0, +) == 490)
            // The same in a sheet.
            let csv = try await desk.coordinator.get(
                "interventions?plan_id=\(desk.plan)&sort=reference&fields=reference,progress,unverified",
                ["Accept": "text/csv"]
            ).expect(200).text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            let columns = ["reference", "progress.spent_idr", "unverified.spent_idr"].map { name in
                csv[0].firstIndex { $0 == name }
            }
            #expect(
                csv.dropFirst().map { row in columns.map { $0.map { String(row[$0]) } } } == [
                    ["P-1", "400", ""], ["P-2", "70", "90"],
                ])
            let waiting = try await desk.coordinator.get(
                "reports?state=returned&plan_id=\(desk.plan)", ["Accept": "text/csv"]
            )
            .expect(200).text
            #expect(waiting.contains("Tanpa kuitansi") && waiting.contains("counted.spent_idr"))
        }
    }

    /// Of what has ended, reports are verified still; of a plan that was closed, none is.
    @Test func whatHasEnded() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            let first = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            let second = try await desk.agency.report(desk.id, Client.figures(2024, 2, 50, 20, 500)).expect(201)
            let path = "interventions/\(desk.id)"
            try await service.client(.leadership).post(
                "\(path)/cancel", ["reason": "Lokasi terkena banjir"], try await desk.coordinator.tag(path)
            ).expect(200)
            try await desk.step(desk.coordinator, first.id, "verify").expect(200)
            #expect(try await desk.money() == [400, 500, 1])
            try await service.put(desk.plan, into: "closed")
            try await desk.step(desk.coordinator, second.id, "verify").expectProblem(409, "plan_is_not_closed")
            try await desk.step(desk.coordinator, first.id, "return", "Salah").expectProblem(409, "plan_is_not_closed")
            #expect(try await desk.money() == [400, 500, 1])
        }
    }

    /// What counted then, counts in what is read of then.
    @Test func whatCountedThen() async throws {
        try await Service.run { service in
            let desk = try await desk(service)
            func moment() async throws -> String {
                try await Task.sleep(for: .milliseconds(1100))
                return try await service.database.value(
                    "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
            }
            func then(_ moment: String) async throws -> [Int?] {
                let totals = try await desk.coordinator.get("action-plans/\(desk.plan)?as_of=\(moment)").expect(200)[
                    "totals"]
                return ["spent_idr", "reported_idr", "unverified"].map { totals[$0].integer }
            }
            let made = try await desk.agency.report(desk.id, Client.figures(2024, 1, 40, 18, 400)).expect(201)
            let said = try await moment()
            try await desk.step(desk.coordinator, made.id, "verify").expect(200)
            let verified = try await moment()
            try await desk.agency.change("reports/\(made.id)", ["spent_idr": 700]).expect(200)
            #expect(try await then(said) == [0, 400, 1])
            #expect(try await then(verified) == [400, 400, 0])
            #expect(try await desk.money() == [400, 700, 1])
            let before = try await desk.coordinator.get("reports/\(made.id)?as_of=\(said)").expect(200)
            #expect(before["state"].text == "submitted" && before["counted"].isNull)
        }
    }
}

extension Client {
    /// An intervention of PUPR, accepted.
    fileprivate func intervention(of plan: String, _ reference: String, _ service: Service) async throws -> String {
        try await service.put(plan, into: "draft")
        let id = try await propose(plan, Client.intervention(reference))
        try await assign(id)
        try await accept(id)
        try await service.put(plan, into: "running")
        return id
    }
}
