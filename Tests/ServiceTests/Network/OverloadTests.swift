import Foundation
import LibPQ
import Planning
import Support
import Testing
import Wire

/// More than can be done is refused while that is cheap, and what was begun is finished.
@Suite struct OverloadTests {
    private static let arguments = ["--connections", "1", "--most-waiting", "4"]
    /// At work on one connection at a time, and waiting behind them.
    private static let most = 8 + 4

    @Test(.timeLimit(.minutes(30))) func theRestIsRefused() async throws {
        try await Service.run(arguments: Self.arguments) { service in
            let client = try await service.coordinator()
            try await client.get("lokus").expect(200)
            let admin = try await Connection.open(ConnectionOptions(conninfo: service.database.adminConninfo))
            let answers = try await admin.transaction { transaction in
                try await transaction.simple("lock table selaras.lokus in access exclusive mode")
                let waiting = Task {
                    try await withThrowingTaskGroup(of: Answer.self) { group in
                        for _ in 0..<100 { group.addTask { try await client.get("lokus") } }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                }
                try await service.untilRefused(60)
                // Whoever asks how the service is gets an answer, and so does whoever needs no database.
                try await service.admin.get("/livez").expect(200)
                try await service.admin.get("/readyz").expect(200)
                try await service.stranger.get("/problems/overloaded").expect(200)
                return waiting
            }
            await admin.close()
            let all = try await answers.value
            let refused = all.filter { $0.status == 503 && $0.code == "overloaded" }
            #expect(refused.count >= 100 - 2 * Self.most)
            for answer in refused {
                answer.expectProblem(503, "overloaded")
                #expect(answer.headers["retry-after"] == "1")
            }
            #expect(all.allSatisfy { $0.status == 200 || $0.status == 503 })
            try await client.get("lokus").expect(200)
        }
    }

    /// Bodies that come slowly lie in memory together: beyond 64 MiB of them the rest is refused, each being allowed by
    /// itself; and what they held is free again once they are gone.
    @Test func bodiesShareWhatTheyMayHold() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let token = try #require(client.token)
            // All but the last byte of a body that is just allowed.
            let body = #"{"desa_code":""# + String(repeating: "6", count: (1 << 20) - 15)
            let request =
                "POST /api/v1/lokus HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count + 1)\r\n\r\n" + body
            let sockets = try (0..<80).map { _ in try RawSocket(service.url) }
            for socket in sockets { Thread.detachNewThread { socket.send(request) } }
            try await service.untilRefused(1)
            for socket in sockets { socket.close() }
            try await service.untilRegistered(client)
        }
    }
}

extension Service {
    /// Writes until it is taken, as what was held is given back with each connection that ends.
    fileprivate func untilRegistered(_ client: Client) async throws {
        try await eventually("memory of bodies that are gone is free again") {
            // The connection of this client may have been closed for want of use meanwhile.
            guard let answer = try? await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024])
            else { return false }
            if [201, 409].contains(answer.status) { return true }
            answer.expectProblem(503, "overloaded")
            return false
        }
    }

    /// Waits until so many were refused, while the others still wait.
    fileprivate func untilRefused(_ count: Int) async throws {
        try await eventually("\(count) refused") {
            let metrics = try await admin.get("/metrics").expect(200).text
            let refused = metrics.firstMatch(of: #/selaras_http_problems_total\{code="overloaded"\} (\d+)/#)
            return refused.flatMap { Int($0.1) } ?? 0 >= count
        }
    }
}
