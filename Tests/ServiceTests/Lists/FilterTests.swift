import Planning
import Testing
import Wire

/// What is filtered, sorted, counted and added up is always about the same rows.
@Suite struct FilterTests {
    private func all(_ client: Client, _ path: String) async throws -> [JSONValue] {
        let answer = try await client.get(path, ["Accept": "application/x-ndjson"]).expect(200)
        return answer.text.split(separator: "\n").compactMap { try? JSONValue(parsing: Array($0.utf8)) }
    }

    /// Over random filters, for every role: the rows are those that meet the filter, however they are read, and their
    /// number is the number that is said.
    @Test(arguments: Caller.Role.signedIn) func everyTotalEqualsItsRows(role: Caller.Role) async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.client(role)
            let rows = try await all(client, "interventions")
            let expected = [
                Caller.Role.village: 120, .subdistrict: 180, .province: 360, .administrator: 360, .provincialAgency: 0,
            ]
            #expect(rows.count == expected[role] ?? 300)
            let known = try await all(try await service.client(.province), "interventions")
            var random = SplitMix(state: role.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
            for _ in 0..<60 {
                let condition = RandomCondition.random(known, &random)
                let wanted = rows.filter(condition.holds).map { $0["id"].text }
                let path = "interventions?page_size=1000&\(condition.query)"
                let page = try await client.get(path, ["Prefer": "count=exact"]).expect(200)
                #expect(page.items.map { $0["id"].text } == wanted, "\(path)")
                #expect(page["total"].integer == wanted.count, "\(path)")
                #expect(page.headers["preference-applied"] == "count=exact")
                let file = try await all(client, "interventions?\(condition.query)")
                #expect(file.map { $0["id"].text } == wanted, "\(path)")
            }
        }
    }

    /// What a plan adds up to is what the lists show that it leads to.
    @Test(arguments: [Caller.Role.coordinator, .agency, .village, .province])
    func plansAddUp(role: Caller.Role) async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.client(role)
            let plans = try await all(client, "action-plans")
            #expect(!plans.isEmpty)
            for plan in plans {
                let id = try #require(plan["id"].text)
                let totals = try await client.get("action-plans/\(id)").expect(200)["totals"]
                let rows = try await all(client, "interventions?plan_id=\(id)")
                #expect(totals["interventions"].integer == rows.count)
                #expect(totals["budget_idr"].integer == rows.reduce(0) { $0 + ($1["budget_idr"].integer ?? 0) })
                let spent = rows.reduce(0) { $0 + ($1["progress"]["spent_idr"].integer ?? 0) }
                #expect(totals["spent_idr"].integer == spent)
                for agency in totals["by_agency"].items {
                    let code = try #require(agency["code"].text)
                    let own = try await all(client, "interventions?plan_id=\(id)&agency_code=\(code)")
                    #expect(agency["interventions"].integer == own.count)
                    #expect(agency["budget_idr"].integer == own.reduce(0) { $0 + ($1["budget_idr"].integer ?? 0) })
                }
                for source in totals["by_source"].items {
                    let shares = rows.flatMap { $0["funding"].items }.filter { $0["source"] == source["source"] }
                    #expect(source["budget_idr"].integer == shares.reduce(0) { $0 + ($1["amount_idr"].integer ?? 0) })
                }
            }
        }
    }

    @Test func ordersAreCompleteAndPagesFollowThem() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.client(.province)
            for sort in [
                "state", "-state", "year,-reference", "-year", "-assigned_on,title", "assigned_on", "catalogue_code",
                "-target_quantity,starts_on", "budget_idr", "-budget_idr,-title,id", "-updated_at",
            ] {
                let whole = try await all(client, "interventions?sort=\(sort)")
                #expect(whole.count == 360)
                var (paged, token): ([JSONValue], String?) = ([], nil)
                repeat {
                    let next = token.map { "&page_token=\($0)" } ?? ""
                    let page = try await client.get("interventions?sort=\(sort)&page_size=47\(next)").expect(200)
                    paged += page.items
                    token = page["next_page_token"].text
                } while token != nil
                #expect(paged == whole, "\(sort)")
                let field = String(sort.split(separator: ",")[0].trimmingPrefix("-"))
                let values = whole.map { $0[field] }
                let numbers = values.compactMap { $0.number.map { Double($0.text) } ?? nil }
                if numbers.count == values.count {
                    #expect(numbers == (sort.hasPrefix("-") ? numbers.sorted(by: >) : numbers.sorted()), "\(sort)")
                }
                // Absent comes before everything else.
                let absent = values.map(\.isNull)
                let run = sort.hasPrefix("-") ? absent.reversed() : absent
                #expect(run.drop { $0 }.allSatisfy { !$0 }, "\(sort)")
            }
        }
    }

    /// Signs that SQL, Swift and URLs read differently.
    @Test func signsStandForThemselves() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            // A letter that has no form of its own with the sign: names are kept in NFC.
            _ = try await client.propose(world.plan, Client.intervention("Sxyq\u{301} akhir"))
            for pattern in ["S%25%CC%81%20akhir", "Sxy_%CC%81%20akhir", "S%25*", "%-0*"] {
                #expect(
                    try await client.get("interventions?reference=like.\(pattern)").expect(200).items.isEmpty,
                    "\(pattern)")
            }
            #expect(try await client.get("interventions?reference=like.Sxyq*").expect(200).items.count == 1)
            #expect(try await client.get("regions?q=---").expect(200).items.isEmpty)
            for preference in ["count=exact", "Count=Exact", "count=\"exact\"", "wait=1,\tcount=exact;x=1"] {
                let counted = try await client.get("interventions?page_size=1", ["Prefer": preference]).expect(200)
                #expect(counted["total"].integer ?? 0 > 1, "\(preference)")
            }
            try await client.get("lokus/\(world.lokus.uppercased())").expectProblem(404, "not_found")
        }
    }

    @Test func whatIsNoFilterIsRefused() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for (query, pointer, code) in [
                ("year=eq.x", "year", "wrong_type"), ("state=eq.gone", "state", "not_in_list"),
                ("state=lt.assigned", "state", "operator_not_allowed"), ("plan_id=eq.1", "plan_id", "not_an_id"),
                ("starts_on=gte.2025-02-30", "starts_on", "not_a_day"),
                ("budget_idr=gt.1.234", "budget_idr", "wrong_type"),
                ("created_at=gt.2025", "created_at", "not_a_moment"),
                ("desa_code=under.6302", "desa_code", "not_a_region_code"),
                ("state=is.proposed", "state", "not_in_list"), ("state=in.proposed", "state", "malformed_filter"),
                ("or=(state.eq.proposed", "or", "malformed_filter"), ("or=state.eq.proposed", "or", "malformed_filter"),
                ("or=(status.eq.x)", "or", "unknown_field"), ("or=(state.is.x)", "or", "not_in_list"),
                ("or=(state.matches.x)", "or", "operator_not_allowed"), ("or=()", "or", "unknown_field"),
                ("or=(and(or(and(year.eq.1))))", "or", "too_many_conditions"),
                (
                    "or=(\(Array(repeating: "year.eq.1", count: 21).joined(separator: ",")))", "or",
                    "too_many_conditions"
                ),
                (
                    "year=in.(\(Array(repeating: "1", count: 101).joined(separator: ",")))", "year",
                    "too_many_conditions"
                ),
                ("sort=status", "sort", "unknown_field"), ("sort=indicators", "sort", "unknown_field"),
                ("sort=year,-year", "sort", "repeated"), ("sort=year,", "sort", "unknown_field"),
                ("fields=id,name", "fields", "unknown_field"), ("expand=agency", "expand", "unknown_field"),
                ("reference=\(String(repeating: "x", count: 501))", "reference", "too_long"),
            ] {
                let answer = try await client.get("interventions?\(query)").expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map { $0["pointer"].text } == [pointer], "\(query)")
                #expect(answer["errors"].items.map { $0["code"].text } == [code], "\(query)")
            }
            try await client.get("interventions", ["Accept": "application/pdf"]).expectProblem(406, "not_acceptable")
            try await client.get("interventions", ["Accept": "text/csv;q=0, application/xml"])
                .expectProblem(406, "not_acceptable")
        }
    }
}
