import Foundation
import Support
import Testing
import Wire

/// One session of the database that stops answering, without breaking, takes its own requests with it and no others.
@Suite struct FrozenBackendTests {
    @Test(.timeLimit(.minutes(30))) func othersAreServed() async throws {
        try await Service.onCluster(arguments: ["--connections", "4"]) { _, service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            // All connections are open and have been used.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 { group.addTask { try await client.get("lokus/\(lokus)").expect(200) } }
                try await group.waitForAll()
            }
            let backends = try await service.database.value(
                """
                select string_agg(pid::text, ' ' order by state_change desc) from pg_stat_activity
                where datname = current_database() and usename = 'selaras_login'
                """)
            // The one that was used last is the one that will be used next.
            let frozen = try #require(backends.split(separator: " ").first.flatMap { Int32($0) })
            #expect(backends.split(separator: " ").count > 1)
            try #require(kill(frozen, SIGSTOP) == 0)
            defer { kill(frozen, SIGCONT) }

            let served = Progress()
            let requests = 200
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<requests {
                    group.addTask {
                        let answer = try await client.get("lokus/\(lokus)")
                        if answer.status == 200 { await served.advance() }
                        return answer.status
                    }
                }
                // Four in five, while the one is still frozen; the time limit is for a service that never gets there.
                await served.reach(requests * 4 / 5)
                try await service.admin.get("/livez").expect(200)
                kill(frozen, SIGCONT)
                // Whoever waited for the frozen one is answered, too.
                for try await status in group { #expect(status == 200 || status == 503 || status == 504) }
            }
            try await service.admin.get("/readyz").expect(200)
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2025]).expect(201)
        }
    }
}
