import Testing

@testable import LibPQ

@Suite(
    "The server may stop and come back", .serialized,
    .enabled(
        if: ServerScript.isAvailable, "needs a server of its own: set SELARAS_TEST_POSTGRES_SCRIPT (`make test` does)"))
struct ServerLossTests {
    enum Loss: CaseIterable, Sendable { case stopped, killed }

    @Test(.timeLimit(.minutes(2)), arguments: Loss.allCases)
    func inMidFlight(_ loss: Loss) async throws {
        let server = ServerScript()
        defer { server.remove() }
        let pool = Pool(PoolOptions(ConnectionOptions(conninfo: try server.start()), size: 4))
        _ = try await pool.value("select 1", as: Int.self)
        let busy = (0..<8).map { _ in Task { try await pool.pipeline(Statement("select pg_sleep(60)").void) } }
        let copying = Task {
            try await pool.withConnection { connection in
                try await connection.copyIn("copy pg_temp.t from stdin") { _ in }
            }
        }
        while pool.status.open < 4 { try await Task.sleep(for: .milliseconds(10)) }
        try await Task.sleep(for: .milliseconds(200))
        switch loss {
        case .stopped: try server.stop()
        case .killed: try server.kill()
        }
        for task in busy {
            let error = try await databaseError { try await task.value }
            #expect([.connectionLost, .cannotConnect, .poolTimeout].contains(error.kind))
        }
        _ = try await databaseError { try await copying.value }
        let down = try await databaseError { try await pool.value("select 1", as: Int.self) }
        #expect(down.kind == .cannotConnect)

        _ = try server.start()
        try await pool.heal(within: .seconds(5))
        #expect(try await pool.value("select 2", as: Int.self) == 2)
        await pool.close()
    }

    @Test(.timeLimit(.minutes(2)))
    func restartBetweenRequestsGoesUnnoticed() async throws {
        let server = ServerScript()
        defer { server.remove() }
        let pool = Pool(PoolOptions(ConnectionOptions(conninfo: try server.start()), size: 3))
        try await withThrowingTaskGroup { group in
            for _ in 0..<6 { group.addTask { _ = try await pool.pipeline(Statement("select pg_sleep(0.1)").void) } }
            try await group.waitForAll()
        }
        while pool.status.idle < 2 { try await Task.sleep(for: .milliseconds(5)) }
        try server.stop()
        _ = try server.start()
        #expect(try await pool.value("select 1", as: Int.self) == 1)
        await pool.close()
    }

    @Test(.timeLimit(.minutes(2)))
    func copyMeetsAKilledServer() async throws {
        let server = ServerScript()
        defer { server.remove() }
        let connection = try await Connection.open(ConnectionOptions(conninfo: try server.start()))
        try await connection.simple("create temporary table c (s text)")
        let error = try await databaseError {
            try await connection.copyIn("copy c from stdin") { copy in
                try await copy.write(Array("a\n".utf8))
                try server.kill()
                for _ in 0..<1000 { try await copy.write([UInt8](repeating: 65, count: 100_000) + [10]) }
            }
        }
        #expect(error.kind == .connectionLost)
        #expect(await !connection.isReusable)
    }
}
