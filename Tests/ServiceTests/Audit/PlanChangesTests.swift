import Foundation
import Support
import Testing
import Wire

/// The difference of a plan between two moments.
@Suite struct PlanChangesTests {
    private func moment(_ database: TestDatabase) async throws -> String {
        try await Task.sleep(for: .milliseconds(1100))
        let now = try await database.value(
            "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        try await Task.sleep(for: .milliseconds(1100))
        return now
    }

    private func lines(_ lines: JSONValue) -> [String] {
        lines.items.map { "\($0["field"].text ?? "") \($0["before"].written()) \($0["after"].written())" }
    }

    @Test func everyLineThatDiffersIsTold() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let path = "action-plans/\(world.plan)"
            let start = try await moment(service.database)
            try await client.patch(path, ["title": "Rencana lain"], client.tag(path)).expect(200)
            try await client.patch(
                "interventions/\(world.accepted)", ["title": "Lain"], client.tag("interventions/\(world.accepted)")
            ).expect(200)
            let middle = try await moment(service.database)
            let added = try await client.propose(world.plan, Client.intervention("P-9"))
            try await client.patch(
                "reports/\(world.report)", ["spent_idr": 60], client.tag("reports/\(world.report)")
            ).expect(200)

            let first = try await client.get("\(path)/changes?from=\(start)&to=\(middle)").expect(200)
            #expect(first["plan"].items.count == 1 && lines(first["plan"])[0].hasSuffix("\"Rencana lain\""))
            #expect(first["interventions"].items.count == 1)
            let changed = try #require(first["interventions"].items.first)
            #expect(changed["change"].text == "changed" && changed["reference"].text == "P-3")
            #expect(lines(changed["fields"]) == ["title \"Pembangunan jamban\" \"Lain\""])

            let second = try await client.get("\(path)/changes?from=\(middle)").expect(200)
            #expect(second["plan"].items.isEmpty)
            let told = second["interventions"].items
            #expect(told.map { $0["change"].text } == ["changed", "added"])
            #expect(lines(told[0]["fields"]).count == 1 && lines(told[0]["fields"])[0].hasPrefix("unverified "))
            #expect(told[1]["id"].text == added && lines(told[1]["fields"]).contains("reference null \"P-9\""))

            // From before there was a plan, all of it is new; and nothing differs from itself.
            let all = try await client.get("\(path)/changes?from=2020-01-01T00:00:00Z").expect(200)
            #expect(all["interventions"].items.count == 4 && all["plan"].items.count > 3)
            let none = try await client.get("\(path)/changes?from=\(start)&to=\(start)").expect(200)
            #expect(none["plan"].items.isEmpty && none["interventions"].items.isEmpty)

            try await client.get("\(path)/changes").expectProblem(422, "invalid_request")
            try await client.get("\(path)/changes?from=kemarin").expectProblem(422, "invalid_request")
            try await client.get("\(path)/changes?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                .expectProblem(404, "not_found")
            try await service.coordinator("63.10").get("\(path)/changes?from=\(start)")
                .expectProblem(404, "not_found")
        }
    }

    /// However many interventions a plan has: a page holds a thousand.
    @Test func aPlanOfMoreThanAPageIsComparedWhole() async throws {
        try await Service.run { service in
            let world = try await World(service)
            try await service.database.execute(
                """
                insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, catalogue_code,
                    title, target_quantity, unit, starts_on, ends_on, note)
                select kabupaten_code, gen_random_uuid(), plan_id, lokus_id, 'Z-' || lpad(n::text, 4, '0'), agency_code,
                    catalogue_code, title, target_quantity, unit, starts_on, ends_on, note
                from intervention cross join generate_series(1, 1005) n where id = '\(world.proposed)'
                """)
            let start = try await moment(service.database)
            try await service.database.execute(
                "update intervention set title = 'Lain' where reference in ('Z-0001', 'Z-1005')")
            let changes = try await world.coordinator.get("action-plans/\(world.plan)/changes?from=\(start)").expect(
                200)
            #expect(changes["interventions"].items.map { $0["reference"].text } == ["Z-0001", "Z-1005"])
        }
    }

    /// By the command line, on the same service.
    @Test func theCommandLineReadsThePast() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let start = try await moment(service.database)
            let path = "action-plans/\(world.plan)"
            try await client.patch(path, ["title": "Rencana lain"], client.tag(path)).expect(200)
            let program = try Program.built(
                "selaras",
                environment: ["SELARAS_URL": service.url, "SELARAS_TOKEN": client.token ?? "", "SELARAS_LANG": "id"])
            let lokus = "63.02.12.2005/2024"
            let diff = try await program("plan", "diff", lokus, "--from", start, "-o", "csv")
            #expect(diff.code == 0 && diff.out.contains("title,") && diff.out.contains("Rencana lain"), "\(diff)")
            #expect(diff.out.split(whereSeparator: \.isNewline).count == 2, "\(diff.out)")
            let past = try await program("plan", "show", lokus, "--as-of", start, "-o", "json")
            #expect(past.code == 0 && !past.out.contains("Rencana lain"), "\(past)")
            #expect(try await program("plan", "show", lokus, "-o", "json").out.contains("Rencana lain"))
            let none = try await program("lokus", "list", "--as-of", "2020-01-01", "-o", "csv")
            #expect(none.code == 0 && none.out.split(whereSeparator: \.isNewline).count == 1, "\(none)")
            let wrong = try await program("lokus", "list", "--as-of", "kemarin")
            #expect(wrong.code != 0 && wrong.error.contains("2026-06-30"), "\(wrong)")
            let trail = try await program("event", "list", "--filter", "subject=action_plan", "-o", "csv")
            #expect(trail.code == 0 && trail.out.contains("update,action_plan"), "\(trail)")
        }
    }
}
