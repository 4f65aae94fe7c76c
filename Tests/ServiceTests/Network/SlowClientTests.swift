import Foundation
import Planning
import Support
import Testing
import Wire

/// Who holds connections without using them is let go, and nobody else waits for it.
@Suite struct SlowClientTests {
    private static let arguments = ["--head-seconds", "3", "--silence-seconds", "3", "--most-clients", "600"]

    /// A thousand, of every sort, where six hundred have room.
    @Test(.timeLimit(.minutes(30))) func aThousandAreLetGo() async throws {
        try await Service.run(arguments: Self.arguments) { service in
            let client = try await service.coordinator()
            try await client.get("lokus").expect(200)
            let token = try #require(client.token)
            let head = "Host: x\r\nAuthorization: Bearer \(token)\r\n"
            let upload = "POST /api/v1/lokus HTTP/1.1\r\n\(head)Content-Type: application/json\r\n"
            var sockets: [RawSocket] = []
            defer { for socket in sockets { socket.close() } }
            for number in 0..<1000 {
                let socket = try RawSocket(service.url)
                sockets.append(socket)
                switch number % 4 {
                case 0: break
                case 1: socket.send("GET /api/v1/lokus HT")
                case 2: socket.send("GET /api/v1/lokus HTTP/1.1\r\n\(head)X-")
                default: if number < 400 { socket.send(upload + "Content-Length: 1000\r\n\r\n{") }
                }
                if number.isMultiple(of: 50) { try await client.get("lokus").expect(200) }
            }
            let readers = try Self.readers(of: service, head)
            sockets += readers
            for _ in 0..<20 { try await client.get("lokus").expect(200) }
            // None of them was closed on this side.
            try await Self.untilFew(service)
            try await client.get("lokus").expect(200)
            let told = await sockets[1].read()
            #expect(told?.isEmpty == true || told?.hasPrefix("HTTP/1.1 408 ") == true)
        }
    }

    /// The last answer of a connection waits for its reader, as all others do.
    @Test func aSlowReaderGetsTheLastAnswerWhole() async throws {
        try await Service.run { service in
            let whole = try await service.stranger.get("/api/v1/openapi.json").expect(200).bytes.count
            for version in ["1.1", "1.0"] {
                let socket = try RawSocket(service.url, window: 4096)
                defer { socket.close() }
                socket.send("GET /api/v1/openapi.json HTTP/\(version)\r\nHost: x\r\nConnection: close\r\n\r\n")
                // Longer than the connection is kept after an answer has left.
                try await Task.sleep(for: .seconds(4))
                let text = await socket.read() ?? ""
                let end = try #require(text.range(of: "\r\n\r\n"))
                #expect(text[end.upperBound...].utf8.count == whole, "HTTP/\(version)")
            }
        }
    }

    /// They ask for much and read nothing of it.
    private static func readers(of service: Service, _ head: String) throws -> [RawSocket] {
        let request = "GET /api/v1/frameworks/ikk-29/versions/1 HTTP/1.1\r\n\(head)\r\n"
        return try (0..<10).map { _ in
            let socket = try RawSocket(service.url)
            socket.send(String(repeating: request, count: 2000), waits: false)
            return socket
        }
    }

    private static func untilFew(_ service: Service) async throws {
        try await eventually("connections that nobody uses are closed") {
            let metrics = try await service.admin.get("/metrics").expect(200).text
            let open = metrics.firstMatch(of: #/selaras_http_connections (\d+)/#).flatMap { Int($0.1) }
            // The client of this test keeps some of its own.
            return try #require(open) < 8
        }
    }

    /// An upload that stands still is told so, and keeps nothing.
    @Test func aStalledUploadIsCut() async throws {
        try await Service.run(arguments: ["--silence-seconds", "1"]) { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let token = try #require(client.token)
            let answer = try #require(
                try await RawSocket.lastWords(
                    service.url,
                    "POST /api/v1/lokus/\(lokus)/survey-imports?purpose=baseline HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: Bearer \(token)\r\nContent-Type: text/csv\r\nIdempotency-Key: k\r\n"
                        + "Content-Length: 100000\r\n\r\n" + SurveyText.families(1...5)))
            #expect(answer.hasPrefix("HTTP/1.1 408 ") && answer.contains("request_timed_out"))
            #expect(try await service.database.count("from survey_import") == 0)
            try await service.database.untilNobodyIsBusy()
        }
    }
}
