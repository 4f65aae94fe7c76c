import Foundation
import Planning
import Support
import Testing
import Wire

/// What is no request, or might be read as another one by somebody on the way, is refused and the connection ended.
@Suite struct StrictRequestTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: String
        let status: Int
        let code: String

        init(_ name: String, _ request: String, _ status: Int, _ code: String) {
            (testDescription, self.request, self.status, self.code) = (name, request, status, code)
        }
    }

    private static let get = "GET /problems/not_found HTTP/1.1\r\n"
    private static let post = "POST /api/v1/lokus HTTP/1.1\r\nHost: x\r\n"

    private static func filler(_ count: Int) -> String { String(repeating: "a", count: count) }

    private static var cases: [Case] {
        let bad = [
            ("no host", "\(get)\r\n"), ("two hosts", "\(get)Host: x\r\nHost: x\r\n\r\n"),
            ("no name", "\(get)Host:\r\n\r\n"),
            ("a host with a blank", "\(get)Host: a b\r\n\r\n"),
            ("length and chunks", "\(post)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("chunks and length", "\(post)Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"),
            ("two lengths", "\(post)Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"),
            ("one length twice", "\(post)Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
            ("a list of lengths", "\(post)Content-Length: 3, 3\r\n\r\nabc"),
            ("a length with a sign", "\(post)Content-Length: +3\r\n\r\nabc"),
            ("two codings", "\(post)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            ("another coding", "\(post)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
            ("a field on two lines", "\(get)Host: x\r\nX-A: a\r\n b\r\n\r\n"),
            ("bare line feeds", "GET /problems/not_found HTTP/1.1\nHost: x\n\n"),
            ("one bare line feed", "\(get)Host: x\nX-A: b\r\n\r\n"), ("a bare return", "\(get)Host: x\rX-A: b\r\n\r\n"),
            ("a blank before the colon", "\(get)Host : x\r\n\r\n"),
            ("a blank before the name", "\(get) Host: x\r\n\r\n"),
            ("a control character", "\(get)Host: x\r\nX-A: a\u{1}b\r\n\r\n"), ("no HTTP", "\u{16}\u{3}\u{1}\u{2}\r\n"),
            ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        ].map { Case($0.0, $0.1, 400, "bad_request") }
        return bad + [
            Case("large header", "\(get)Host: x\r\nX-A: \(filler(17_000))\r\n\r\n", 431, "header_too_large"),
            Case(
                "many headers", get + "Host: x\r\n" + (0..<101).map { "X-\($0): a\r\n" }.joined() + "\r\n", 431,
                "header_too_large"),
            Case(
                "much in headers",
                get + "Host: x\r\n" + (0..<60).map { "X-\($0): \(filler(300))\r\n" }.joined()
                    + "\r\n", 431, "header_too_large"),
            Case("long path", "GET /\(filler(9_000)) HTTP/1.1\r\nHost: x\r\n\r\n", 414, "uri_too_long"),
            Case(
                "a million parameters",
                "GET /api/v1/lokus?\(String(repeating: "a&", count: 1_000_000)) HTTP/1.1\r\nHost: x\r\n\r\n", 414,
                "uri_too_long"),
            Case("CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405, "method_not_allowed"),
            Case("BREW", "BREW /problems HTTP/1.1\r\nHost: x\r\n\r\n", 501, "method_unknown"),
            Case("Expect", "\(post)Content-Length: 2\r\nExpect: tea\r\n\r\n", 417, "expectation_failed"),
        ]
    }

    @Test func refusedAndClosed() async throws {
        try await Service.run { service in
            for one in Self.cases {
                let answer = try #require(
                    try await RawSocket.lastWords(service.url, one.request), "\(one.testDescription): left open")
                #expect(answer.hasPrefix("HTTP/1.1 \(one.status) "), "\(one.testDescription): \(answer.prefix(200))")
                let body = answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
                let problem = try JSONValue(parsing: Array(body.utf8))
                #expect(problem["code"].text == one.code && problem["status"].integer == one.status)
                let members = ["type", "title", "detail", "instance", "request_id"]
                #expect(members.allSatisfy { problem[$0].text?.isEmpty == false }, "\(one.testDescription)")
                for field in ["application/problem+json", "Connection: close", "nosniff", "no-store"] {
                    #expect(answer.contains(field), "\(one.testDescription): \(field)")
                }
            }
            // One of many on a connection: those before it are answered, those after it are not.
            let mixed = "\(Self.get)Host: x\r\n\r\n\(Self.get)\r\n\(Self.get)Host: x\r\n\r\n"
            let answers = try #require(try await RawSocket.lastWords(service.url, mixed))
            let statuses = answers.matches(of: #/HTTP/1\.1 (\d+)/#).map { String($0.1) }
            #expect(statuses == ["200", "400"])
            let metrics = try await service.admin.get("/metrics").expect(200).text
            #expect(metrics.contains("selaras_http_refused_total{reason=\"host_missing\"} 3"))
        }
    }

    /// A body that is not wanted is not waited for, and one that is wanted is asked for.
    @Test func bodiesAreAskedFor() async throws {
        try await Service.run { service in
            let token = try await service.database.token(.coordinator).text
            let head = Self.post + "Authorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
            let large = try #require(
                try await RawSocket.lastWords(
                    service.url, head + "Content-Length: 2000000000\r\nExpect: 100-continue\r\n\r\n"))
            #expect(large.hasPrefix("HTTP/1.1 413 ") && large.contains("content_too_large"))
            let stranger = try #require(
                try await RawSocket.lastWords(
                    service.url, Self.post + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n"))
            #expect(stranger.hasPrefix("HTTP/1.1 401 "))

            let socket = try RawSocket(service.url)
            defer { socket.close() }
            let body = "{\"desa_code\": \"63.02.12.2005\", \"year\": 2024}"
            socket.send(head + "Content-Length: \(body.utf8.count)\r\nExpect: 100-continue\r\n\r\n")
            let interim = await socket.read { $0.hasSuffix("\r\n\r\n") }
            #expect(interim == "HTTP/1.1 100 Continue\r\n\r\n")
            socket.send(body)
            let made = await socket.read(until: RawSocket.isWhole)
            #expect(made?.hasPrefix("HTTP/1.1 201 ") == true)
        }
    }

    @Test func headAndOptionsMirrorGet() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for path in ["me", "lokus", "regions?q=sampanahan", "limits", "/problems/not_found", "nothing"] {
                let get = try await client.get(path)
                let head = try await client.send("HEAD", path)
                #expect(head.status == get.status && head.bytes.isEmpty, "\(path)")
                for name in ["content-type", "etag", "content-length", "cache-control", "content-security-policy"] {
                    // A problem has its own request number, of the same length.
                    #expect(head.headers[name] == get.headers[name], "\(path): \(name)")
                }
                #expect(get.headers["access-control-allow-origin"] == nil)
                if get.status == 200 {
                    let options = try await client.send("OPTIONS", path).expect(204)
                    #expect(options.headers["allow"]?.contains("HEAD") == true)
                }
            }
        }
    }
}
