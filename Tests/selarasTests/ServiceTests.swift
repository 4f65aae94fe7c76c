import Phrasing
import Synchronization
import Testing
import Wire

@testable import selaras

@Suite struct ServiceTests {
    private func service(_ transport: FakeTransport) -> Service {
        let counter = Mutex(0)
        return Service(
            base: "http://fake", token: "t", transport: transport, timeout: 5, retries: 1,
            language: .indonesian,
            newKey: {
                counter.withLock {
                    $0 += 1; return "key-\($0)"
                }
            }, pause: { _ in }, willPause: { _ in })
    }

    /// Answers the first request one way and the others another.
    private func faltering(
        _ first: @escaping @Sendable () throws(TransportFailure) -> IncomingResponse
    ) -> FakeTransport {
        let isFirst = Atomic(true)
        return FakeTransport { _ throws(TransportFailure) in
            isFirst.exchange(false, ordering: .relaxed) ? try first() : FakeTransport.answer(201, "{}")
        }
    }

    @Test func secondAttemptHasTheSameKey() async throws {
        let transport = faltering { () throws(TransportFailure) in throw .reset }
        _ = try await service(transport).post(Address("lokus"), [:])
        #expect(transport.asked.map { $0.headers["Idempotency-Key"] } == ["key-1", "key-1"])
    }

    @Test func everyWriteHasAKeyOfItsOwn() async throws {
        let transport = FakeTransport { _ in FakeTransport.answer(201, "{}") }
        let service = service(transport)
        _ = try await service.post(Address("a"), [:])
        _ = try await service.patch(Address("b"), [:], version: "\"1\"")
        _ = try await service.get(Address("c"))
        #expect(transport.asked.map { $0.headers["Idempotency-Key"] } == ["key-1", "key-2", nil])
        #expect(transport.asked[1].headers["If-Match"] == "\"1\"")
    }

    @Test(
        arguments: [
            ("0", 2), ("5", 2), ("30", 2), ("31", 1), ("-1", 1), ("Wed, 21 Oct 2026 07:28:00 GMT", 1), (nil, 1),
        ]
            as [(String?, Int)])
    func waitsOnlyShortly(_ retryAfter: String?, _ requests: Int) async {
        let transport = faltering {
            FakeTransport.answer(503, "{}", retryAfter.map { ["Retry-After": $0] } ?? [:])
        }
        _ = try? await service(transport).get(Address("a"))
        #expect(transport.asked.count == requests)
    }

    @Test func aChangeIsNotSentTwiceAfterABreak() async {
        let transport = faltering { () throws(TransportFailure) in throw .reset }
        await #expect(throws: Failure.said(.connectionBroke("http://fake"), .temporary)) {
            try await service(transport).patch(Address("a"), [:], version: "\"1\"")
        }
        #expect(transport.asked.count == 1)
    }

    @Test func onlyOneSecondAttempt() async {
        let transport = FakeTransport { _ throws(TransportFailure) in throw .reset }
        _ = try? await service(transport).get(Address("a"))
        #expect(transport.asked.count == 2)
    }

    @Test func pagesAreMerged() async throws {
        let transport = FakeTransport { asked in
            asked.path.contains("page_token=p2")
                ? FakeTransport.answer(200, #"{"items":[3],"next_page_token":null}"#)
                : FakeTransport.answer(200, #"{"items":[1,2],"next_page_token":"p2"}"#)
        }
        #expect(try await service(transport).list(Address("a").with("q", "x y")) == [1, 2, 3])
        #expect(
            transport.asked.map(\.path) == [
                "/api/v1/a?q=x%20y&page_size=1000", "/api/v1/a?q=x%20y&page_size=1000&page_token=p2",
            ])
        #expect(try await service(transport).list(Address("a"), limit: 2) == [1, 2])
        #expect(transport.asked.last?.path == "/api/v1/a?page_size=2")
    }

    @Test func aTokenThatLeadsToItselfEnds() async {
        let transport = FakeTransport { _ in FakeTransport.answer(200, #"{"items":[1],"next_page_token":"p"}"#) }
        await #expect(throws: Failure.self) { try await service(transport).list(Address("a")) }
        #expect(transport.asked.count == 2)
    }

    @Test func noPartLeadsElsewhere() {
        #expect(Address("regions", "../me?x=1#é").text == "/api/v1/regions/..%2Fme%3Fx%3D1%23%C3%A9")
    }

    @Test func somethingElseAnswers() async {
        let transport = FakeTransport { _ in FakeTransport.answer(200, "<html>") }
        await #expect(throws: Failure.said(.notOurService("http://fake"), .failure)) {
            try await service(transport).get(Address("a"))
        }
    }
}
