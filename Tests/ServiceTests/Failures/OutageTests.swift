import LibPQ
import Support
import Testing
import Wire

/// A database that goes away and comes back, and what the service says meanwhile.
@Suite struct OutageTests {
    @Test func stoppedAndStartedAgain() async throws {
        try await Service.onCluster { cluster, service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let tag = try await client.tag("lokus/\(lokus)")
            try await service.admin.get("/readyz").expect(200)

            try await cluster.stop()
            // Twice: once over connections that have just broken, once where none can be opened.
            for _ in 0..<2 {
                for answer in [
                    try await service.admin.get("/readyz"), try await client.get("lokus"),
                    try await client.get("lokus/\(lokus)"),
                    try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2025]),
                    try await client.patch("lokus/\(lokus)", ["decree_number": "1", "decree_on": "2024-01-01"], tag),
                    try await client.survey(lokus, "baseline", "", SurveyText.families(1...300)),
                ] {
                    answer.expectProblem(503, "database_unreachable")
                    #expect(Int(answer.headers["retry-after"] ?? "") != nil)
                }
                try await service.admin.get("/livez").expect(200)
            }

            try await cluster.restart()
            try await untilItWorks { try await service.admin.get("/readyz") }
            #expect(try await client.get("lokus").expect(200).items.map(\.["id"].text) == [lokus])
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2025]).expect(201)
        }
    }

    /// Sixteen clients write and read while the server is killed; what was answered with 201 is there afterwards, and
    /// what was not is there once when it is sent again under its key.
    @Test func killedUnderLoad() async throws {
        try await Service.onCluster(isDurable: true) { cluster, service in
            let client = try await service.coordinator()
            let progress = Progress()
            let outcomes = try await withThrowingTaskGroup(of: [Attempt].self) { group in
                for worker in 0..<16 {
                    group.addTask { try await write(as: worker, client, progress) }
                }
                await progress.reach(60)
                try await cluster.kill()
                var all: [Attempt] = []
                for try await attempts in group { all += attempts }
                return all
            }
            #expect(outcomes.filter { $0.location != nil }.count >= 60)
            #expect(outcomes.contains { $0.location == nil })

            try await cluster.restart()
            try await untilItWorks { try await service.admin.get("/readyz") }
            for attempt in outcomes {
                let answer = try await client.post("lokus", attempt.document, ["Idempotency-Key": attempt.key])
                answer.expect(201)
                if let location = attempt.location {
                    #expect(answer.location == location && answer.isReplay)
                }
            }
            #expect(try await service.database.count("from lokus") == outcomes.count)
            #expect(try await service.database.count("from event where subject = 'lokus'") == outcomes.count)
        }
    }

    private struct Attempt: Sendable {
        let document: JSONValue
        let key: String
        /// Nil where there was no 201.
        let location: String?
    }

    /// One of the sixteen: its own desa and years, until the first answer that is none.
    private func write(as worker: Int, _ client: Client, _ progress: Progress) async throws -> [Attempt] {
        let desa = ["63.02.12.2005", "63.02.12.2008", "63.02.14.2008", "63.02.21.2009"][worker % 4]
        var attempts: [Attempt] = []
        for year in (0..<21).map({ 2015 + worker / 4 * 21 + $0 }) {
            let document: JSONValue = ["desa_code": .string(desa), "year": .integer(year)]
            let key = "\(worker)-\(year)"
            let answer = try await client.post("lokus", document, ["Idempotency-Key": key])
            attempts.append(
                Attempt(document: document, key: key, location: answer.status == 201 ? answer.location : nil))
            if answer.status != 201 {
                answer.expectProblem(503, "database_unreachable")
                return attempts
            }
            await progress.advance()
            let read = try await client.get("lokus?year=\(year)")
            if read.status != 200 { read.expectProblem(503, "database_unreachable") }
        }
        return attempts
    }

    /// The server is killed and started again while 32 clients read and write: nothing but successes and 503, and every
    /// one of them succeeds again, without anybody touching the service.
    @Test func restartedUnderLoad() async throws {
        try await Service.onCluster { cluster, service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2015)
            let (progress, restarted) = (Progress(), Flag())
            let outcomes = try await withThrowingTaskGroup(of: [Int].self) { group in
                for worker in 0..<32 {
                    group.addTask { try await work(as: worker, client, lokus, progress, until: restarted) }
                }
                await progress.reach(64)
                try await cluster.kill()
                try await cluster.restart()
                await restarted.raise()
                return try await group.reduce(into: [[Int]]()) { $0.append($1) }
            }
            #expect(outcomes.allSatisfy { $0.last == 200 })
            #expect(outcomes.joined().allSatisfy { $0 == 200 || $0 == 503 })
        }
    }

    /// Reads, or writes and undoes it, until a success after the restart. The statuses.
    private func work(
        as worker: Int, _ client: Client, _ lokus: String, _ progress: Progress, until restarted: Flag
    ) async throws -> [Int] {
        var outcomes: [Int] = []
        for _ in 0..<10_000 {
            let isAfter = await restarted.isRaised
            let answer =
                worker.isMultiple(of: 2)
                ? try await client.get("lokus/\(lokus)")
                : try await client.post("lokus?dry_run=true", ["desa_code": "63.02.12.2008", "year": 2016])
            outcomes.append(answer.status)
            if answer.status == 200 {
                await progress.advance()
                if isAfter { return outcomes }
            } else {
                answer.expectProblem(503, "database_unreachable")
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        return outcomes
    }

    @Test func backendsThatAreTerminated() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            for _ in 0..<5 {
                try await service.database.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and usename = 'selaras_login'
                    """)
                // A pooled connection may turn out to be dead at its first use; that is said, and it is not for long.
                try await untilItWorks { try await client.get("lokus/\(lokus)") }
                try await untilItWorks {
                    try await client.survey(lokus, "baseline", "", SurveyText.families(1...20))
                }
            }
            try await service.admin.get("/readyz").expect(200)
        }
    }
}

private actor Flag {
    private(set) var isRaised = false

    func raise() { isRaised = true }
}
