import Foundation
import Testing

@testable import LibPQ

@Suite("Nothing leaks")
struct LeakTests {
    private var residentKilobytes: Int {
        get throws {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
            return Int(line.filter(\.isNumber)) ?? 0
        }
    }

    @Test func tenThousandFailingPipelines() async throws {
        let pool = try TestDatabase.pool(size: 2)
        func fail(_ times: Int) async throws {
            for _ in 0..<times {
                let error = try await databaseError {
                    try await pool.pipeline(
                        Statement("select repeat('x', 1000)").one { try $0.next(String.self) },
                        Statement("select 1/0").void, Statement("select repeat('x', 1000)").void)
                }
                #expect(error.kind == .server)
            }
        }
        try await fail(1000)
        let before = try residentKilobytes
        try await fail(10_000)
        // One PGresult each would be some 30 MB; other suites run at the same time, hence the generous bound.
        #expect(try residentKilobytes - before < 150_000)
        #expect(pool.status.open <= 2)
        await pool.close()
    }

    @Test func connectionsCloseTheirSockets() async throws {
        var options = try TestDatabase.options()
        let name = "leak \(UUID().uuidString.prefix(8))"
        options.applicationName = name
        let probe = try await TestDatabase.connect()
        for _ in 0..<30 {
            let connection = try await Connection.open(options)
            _ = try await connection.value("select 1", as: Int.self)
        }
        var open = 1
        for _ in 0..<3000 where open > 0 {
            try await Task.sleep(for: .milliseconds(20))
            open = try await probe.value(
                "select count(*) from pg_stat_activity where application_name = \(name)", as: Int.self)
        }
        #expect(open == 0)
    }
}
