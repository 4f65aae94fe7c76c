import Foundation
import Testing

@testable import selaras

@Suite struct APICommandTests {
    private func echo() -> FakeTransport { FakeTransport { _ in FakeTransport.answer(200, #"{"x": 1}"#) } }

    @Test(arguments: [
        ("GET /me", "/api/v1/me"), ("get me", "/api/v1/me"), ("GET /api/v1/me", "/api/v1/me"),
        ("GET //readyz", "/readyz"), ("GET /lokus -f year=2025 -f q=a&b", "/api/v1/lokus?year=2025&q=a%26b"),
        ("GET /lokus?year=2025 -f page_size=1", "/api/v1/lokus?year=2025&page_size=1"),
    ])
    func addresses(_ arguments: String, _ path: String) async {
        let transport = echo()
        let session = Session(transport)
        #expect(await session.run("api " + arguments) == .success)
        #expect(transport.asked.map(\.path) == [path])
        #expect(transport.asked.first?.headers["Authorization"] == "Bearer slr_test")
        #expect(session.output == "{\"x\": 1}\n")
    }

    @Test func aWriteHasBodyAndKey() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).json").path()
        try #"{"a":1}"#.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let transport = echo()
        #expect(await Session(transport).run("api POST /lokus --input \(path)") == .success)
        let sent = try #require(transport.asked.last)
        #expect(sent.body == #"{"a":1}"#)
        #expect(sent.headers["Content-Type"] == "application/json")
        #expect(sent.headers["Idempotency-Key"] == "key-1")
    }

    @Test func statedHeadersWin() async {
        let transport = echo()
        let arguments = [
            "api", "DELETE", "/x", "-H", "Idempotency-Key: mine", "-H", "accept: text/csv", "-H", "If-Match:\"3\"",
        ]
        #expect(await Session(transport).run(arguments) == .success)
        let headers = transport.asked[0].headers
        #expect(headers["Idempotency-Key"] == "mine" && headers["accept"] == "text/csv" && headers["Accept"] == nil)
        #expect(headers["If-Match"] == "\"3\"")
    }

    @Test func allPages() async {
        let transport = FakeTransport { asked in
            asked.path.contains("page_token=p2")
                ? FakeTransport.answer(200, #"{"items":[3],"next_page_token":null}"#)
                : FakeTransport.answer(200, #"{"items":[1,2],"next_page_token":"p2"}"#)
        }
        let session = Session(transport)
        #expect(await session.run("api GET /lokus --paginate") == .success)
        #expect(session.output == #"{"items":[1,2,3]}"# + "\n")
    }

    @Test func include() async {
        let session = Session(echo())
        #expect(await session.run("api GET /me -i") == .success)
        #expect(session.output == "HTTP 200\nETag: \"7\"\n\n{\"x\": 1}\n")
    }

    @Test func aRefusalLeavesStdoutEmpty() async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run("api GET /nosuch") == .notFound)
        #expect(session.output.isEmpty)
        #expect(session.error.hasPrefix("Kesalahan: Tidak ditemukan\n"))
    }

    @Test(arguments: [
        "api FETCH /me", "api GET", "api GET /me -f year", "api GET /me -H Accept", "api POST /lokus --paginate",
        "api POST /lokus --input",
    ])
    func wrongUsage(_ arguments: String) async {
        let transport = echo()
        #expect(await Session(transport).run(arguments) == .usage)
        #expect(transport.asked.isEmpty)
    }
}
