import Foundation
import Testing
import Wire

/// Addresses, methods and answers as RFC 9110 and 9112 have them.
@Suite struct MessageFormTests {
    /// What may be written as it is, is the same when it is encoded; what may not, stays a name that nothing has.
    @Test func encodedPathsNameTheSame() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let plain = try await client.get("lokus/\(lokus)").expect(200)
            for path in ["lokus/\(lokus.replacing("-", with: "%2D"))", "%6Cokus/\(lokus.replacing("-", with: "%2d"))"] {
                #expect(try await raw(service, client, "GET /api/v1/\(path)").hasPrefix("HTTP/1.1 200 "))
            }
            #expect(try await raw(service, client, "GET /api/v1/regions/63%2E02").hasPrefix("HTTP/1.1 200 "))
            #expect(try await raw(service, client, "GET /api/v1/lokus?code=%2e").hasPrefix("HTTP/1.1 422 "))
            for path in [
                "lokus/\(lokus.replacing("-", with: "%252D"))", "lokus%2F\(lokus)", "lokus/\(lokus)%3Fx", "lokus/%2",
                "lokus/%zz", "lokus/%00",
                // What is no UTF-8 has no name; it does not lead to `/` either.
                "lokus/%FF%FE", "%FF%FE",
            ] {
                #expect(try await raw(service, client, "GET /api/v1/\(path)").hasPrefix("HTTP/1.1 404 "), "\(path)")
            }
            // A key is for one thing, however its address is spelled.
            #expect(plain.id == lokus)
        }
    }

    @Test func optionsOfEverything() async throws {
        try await Service.run { service in
            let answer = try await raw(service, service.stranger, "OPTIONS *")
            #expect(answer.hasPrefix("HTTP/1.1 204 "))
            #expect(answer.contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"))
        }
    }

    @Test func anOldClientGetsNoChunks() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.coordinator()
            let wanted = try await client.get("interventions", ["Accept": "text/csv"]).expect(200)
            let answer = try await raw(service, client, "GET /api/v1/interventions", "HTTP/1.0", "Accept: text/csv\r\n")
            let halves = try #require(answer.range(of: "\r\n\r\n"))
            #expect(answer[halves.upperBound...] == wanted.text)
            let head = answer[..<halves.lowerBound].lowercased()
            #expect(!head.contains("transfer-encoding") && head.contains("connection: close"))
        }
    }

    /// Nobody is told a length that the list has not, and what follows on the connection is read as what it is.
    @Test func theHeadOfAFileHasNoLength() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.coordinator()
            let socket = try RawSocket(service.url)
            defer { socket.close() }
            let fields = "Host: x\r\nAuthorization: Bearer \(client.token ?? "")\r\nAccept: text/csv\r\n"
            socket.send("HEAD /api/v1/interventions HTTP/1.1\r\n\(fields)\r\n")
            socket.send("GET /problems/not_found HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let answers = try #require(await socket.read()).components(separatedBy: "\r\n\r\n")
            #expect(answers[0].hasPrefix("HTTP/1.1 200 ") && !answers[0].lowercased().contains("content-length"))
            #expect(answers[1].hasPrefix("HTTP/1.1 200 "))
            let metrics = try await service.admin.get("/metrics").expect(200).text
            #expect(!metrics.contains("incomplete_answer"))
        }
    }

    private func raw(
        _ service: Service, _ client: Client, _ line: String, _ version: String = "HTTP/1.1", _ fields: String = ""
    ) async throws -> String {
        let token = client.token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        return try await RawSocket.lastWords(
            service.url, "\(line) \(version)\r\nHost: x\r\n\(token)\(fields)Connection: close\r\n\r\n") ?? ""
    }
}
