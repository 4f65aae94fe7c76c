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
                // The loser is told the version that won.
                #expect(lost[0].1.etag.dropLast() == won[0].1.etag.prefix { $0 != "-" })
                tag = ["If-Match": won[0].1.etag]
                winners.append(won[0].0)
            }
            // What is there was written by the winners, by each once, and by nobody else.
            let stored = try await service.database.value(
                """
                select string_agg(after ->> 'decree_number', ' ' order by sequence) from event
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
                try await Service.serving(database) { try await deadlock($0) }
            }
        }
    }

    private func deadlock(_ service: Service) async throws {
        let client = try await service.coordinator()
        let lokus = try await client.lokus("63.02.12.2005", 2024)
        try await client.survey(lokus, "baseline", "", SurveyText.families(1...3)).expect(201)
        let plan = try await client.plan(lokus)
        let ids = [
            try await client.propose(plan, Client.intervention("P-1")),
            try await client.propose(plan, Client.intervention("P-2")),
        ]
        var options = ConnectionOptions(conninfo: service.database.adminConninfo)
        // The other one waits for ever, so that it is the service that must give way.
        options.settings = ["search_path": "selaras, pg_temp", "deadlock_timeout": "1h"]
        let other = try await Connection.open(options)
        let answer = try await other.transaction { transaction in
            try await transaction.simple("select from intervention where id = '\(ids[1])' for update")
            let answer = Task { try await client.post("action-plans/\(plan)/assign") }
            try await service.database.untilSomebodyWaits()
            try await transaction.simple("select from intervention where id = '\(ids[0])' for update")
            // Both rows are ours now: the service has rolled back, and waits again with its second try.
            try await service.database.untilSomebodyWaits()
            return answer
        }
        let assigned = try await answer.value
        assigned.expect(200)
        #expect(assigned["assigned"].integer == 2)
        await other.close()
        let events = "from event where subject = 'intervention' and action = 'update'"
        #expect(try await service.database.count(events) == 2)
    }
}

extension TestDatabase {
    /// Waits until a session of the service waits for a lock.
    func untilSomebodyWaits() async throws {
        for _ in 0..<600 {
            let waiting = """
                from pg_stat_activity where datname = current_database() and usename = 'selaras_login'
                    and wait_event_type = 'Lock'
                """
            if try await count(waiting) > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("nobody waits")
    }
}
