import LibPQ
import Support
import Testing
import Wire

/// Two who write the same thing at the same time.
@Suite struct RaceTests {
    @Test func aThousandConcurrentEdits() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            var tag = try await client.tag("lokus/\(lokus)")
            var winners: [String] = []
            for turn in 0..<1000 {
                let texts = ["\(turn)-kiri", "\(turn)-kanan"]
                let answers = try await withThrowingTaskGroup(of: (String, Answer).self) { [tag] group in
                    for text in texts {
                        group.addTask {
                            let decree: JSONValue = ["decree_number": .string(text), "decree_on": "2024-02-01"]
                            return (text, try await client.patch("lokus/\(lokus)", decree, tag))
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let won = answers.filter { $0.1.status == 200 }
                let lost = answers.filter { $0.1.status == 412 }
                guard won.count == 1, lost.count == 1 else {
                    Issue.record("\(answers.map { ($0.0, $0.1.status, $0.1.text) })")
                    return
                }
                #expect(won[0].1["decree_number"].text == won[0].0)
                // The loser is told the tag of what won.
                #expect(lost[0].1.etag == won[0].1.etag)
                tag = ["If-Match": won[0].1.etag]
                winners.append(won[0].0)
            }
            // What is there was written by the winners, by each once, and by nobody else.
            let stored = try await service.database.value(
                """
                select string_agg(after ->> 'decree_number', ' ' order by number) from event
                where subject = 'lokus' and action = 'update'
                """)
            #expect(stored == winners.joined(separator: " "))
            #expect(try await client.get("lokus/\(lokus)")["version"].integer == 1001)
        }
    }

    /// A deadlock that PostgreSQL itself finds: the service is the one that fails, and does the whole of it again.
    @Test func aDeadlockIsTriedAgain() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                try await database.execute("alter database \(database.name) set deadlock_timeout = '50ms'")
                try await Service.serving(database) { service in
                    let client = try await service.coordinator()
                    let lokus = try await client.lokus("63.02.12.2005", 2024)
                    try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
                    let plan = try await client.plan(lokus)
                    let first = try await client.propose(plan, Client.intervention("P-1"))
                    let second = try await client.propose(plan, Client.intervention("P-2"))
                    // On a busy machine the service may have given up waiting before the circle is closed: it says so
                    // with 503, has done nothing, and is asked again.
                    var answer = try await deadlock(service, client, plan, holding: second, wanting: first)
                    for _ in 0..<20 where answer.status == 503 {
                        answer = try await deadlock(service, client, plan, holding: second, wanting: first)
                    }
                    #expect(answer.expect(200)["assigned"].integer == 2)
                    let events = "from event where subject = 'intervention' and action = 'update'"
                    #expect(try await database.count(events) == 2)
                }
            }
        }
    }

    /// Assigns the plan's interventions while somebody holds one of them and then wants the other, too.
    private func deadlock(
        _ service: Service, _ client: Client, _ plan: String, holding held: String, wanting wanted: String
    ) async throws -> Answer {
        var options = ConnectionOptions(conninfo: service.database.adminConninfo)
        // The other one waits for ever, so that it is the service that must give way.
        options.settings = ["search_path": "selaras, pg_temp", "deadlock_timeout": "1h"]
        let other = try await Connection.open(options)
        let answer = try await other.transaction { transaction in
            try await transaction.simple("select from intervention where id = '\(held)' for update")
            let answer = Task { try await client.post("action-plans/\(plan)/assign") }
            try await service.database.untilSomebodyWaits()
            try await transaction.simple("select from intervention where id = '\(wanted)' for update")
            return answer
        }
        await other.close()
        return try await answer.value
    }
}

extension TestDatabase {
    /// Waits until a session of the service waits for a lock.
    func untilSomebodyWaits() async throws {
        let waiting = """
            from pg_stat_activity where datname = current_database() and usename = 'selaras_login'
                and wait_event_type = 'Lock'
            """
        try await eventually("somebody waits") { try await count(waiting) > 0 }
    }
}
