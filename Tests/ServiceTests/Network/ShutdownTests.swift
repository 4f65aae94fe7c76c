import Foundation
import LibPQ
import Planning
import Support
import Synchronization
import Testing
import Wire

/// Told to stop, the service finishes what it has begun, and begins nothing else.
@Suite struct ShutdownTests {
    private struct Count {
        var answered = 0
        var broken: [String] = []
        var toldToClose = 0
    }

    private final class Counter: Sendable {
        private let count = Mutex(Count())
        var now: Count { count.withLock { $0 } }
        func note(_ change: (inout Count) -> Void) { count.withLock { change(&$0) } }
    }

    @Test(.timeLimit(.minutes(30))) func underLoad() async throws {
        try await withServer { service, server in
            let client = try await service.coordinator()
            let token = try #require(client.token)
            let counter = Counter()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { await Self.work(service.url, token, counter) }
                }
                while counter.now.answered < 200 { try? await Task.sleep(for: .milliseconds(10)) }
                #expect(await server.stop() == 0)
            }
            let end = counter.now
            #expect(end.broken == [])
            #expect(end.answered >= 200 && end.toldToClose > 0)
        }
    }

    /// One request after another on one connection, until it is closed.
    private static func work(_ url: String, _ token: String, _ counter: Counter) async {
        guard let socket = try? RawSocket(url) else { return }
        defer { socket.close() }
        while true {
            socket.send("GET /api/v1/regions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n")
            let answer = await socket.read(until: RawSocket.isWhole) ?? "nothing for a long time"
            // Closed before a byte of an answer: the request was not taken, and may be sent again elsewhere.
            if answer.isEmpty { return }
            let isClosing = answer.contains("Connection: close")
            counter.note { count in
                if answer.hasPrefix("HTTP/1.1 200 ") && RawSocket.isWhole(answer) {
                    count.answered += 1
                } else {
                    count.broken.append(String(answer.prefix(300)))
                }
                if isClosing { count.toldToClose += 1 }
            }
            if isClosing { return }
        }
    }

    /// A change that waits for a row when the signal comes is made; a stalled upload holds nobody up.
    @Test(.timeLimit(.minutes(30))) func whatWasBegunIsFinished() async throws {
        try await withServer(["--silence-seconds", "1"]) { service, server in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let tag = try await client.tag("lokus/\(lokus)")
            let stalled = try RawSocket(service.url)
            defer { stalled.close() }
            stalled.send(
                "POST /api/v1/lokus HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(client.token ?? "")\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
            let admin = try await Connection.open(ConnectionOptions(conninfo: service.database.adminConninfo))
            let (change, end) = try await admin.transaction { transaction in
                try await transaction.simple("select from selaras.lokus where id = '\(lokus)' for update")
                let change = Task {
                    try await client.patch(
                        "lokus/\(lokus)", ["decree_number": "1", "decree_on": "2024-01-01"], tag)
                }
                try await service.database.untilSomebodyWaits()
                let end = Task { await server.stop() }
                try await eventually("the end is told") { (try? await service.admin.get("/readyz").status) == 503 }
                try await service.admin.get("/readyz").expectProblem(503, "shutting_down")
                return (change, end)
            }
            await admin.close()
            try await change.value.expect(200)
            #expect(await end.value == 0)
            #expect(try await service.database.value("select decree_number from lokus") == "1")
            #expect((await stalled.read()).map { $0.isEmpty || $0.hasPrefix("HTTP/1.1 408 ") } == true)
        }
    }

    private func withServer(
        _ arguments: [String] = [], _ body: (Service, RunningServer) async throws -> Void
    ) async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                try await Service.killing(database, arguments: arguments) { try await body($0, $1) }
            }
        }
    }
}
