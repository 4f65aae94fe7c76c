import Synchronization
import Testing

@testable import selaras

/// C27: nothing is waited for without an end, and a part is never taken for the whole.
@Suite struct AnswerTests {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
    private static let begun = head + "3\r\na\r\n\r\n"

    /// What came to the sink, and how it ended.
    private func exchange(
        _ answer: String, hangsUp: Bool, intoSink: Bool, _ failure: Failure? = nil
    ) async throws -> (text: String, end: TransportFailure?) {
        let service = try RawService(answer, hangsUp: hangsUp)
        let transport = NetworkTransport()
        let seen = Mutex("")
        var request = OutgoingRequest(method: .get, url: service.url, headers: [], body: .none, timeout: 1)
        if intoSink {
            request.sink = { piece in
                seen.withLock { $0 += String(decoding: piece, as: UTF8.self) }
                if let failure { throw failure }
            }
        }
        var end: TransportFailure?
        do {
            let response = try await transport.exchange(request)
            seen.withLock { $0 += String(decoding: response.body, as: UTF8.self) }
        } catch {
            end = error
        }
        await transport.close()
        return (seen.withLock { $0 }, end)
    }

    @Test func aWholeAnswer() async throws {
        for intoSink in [true, false] {
            let (text, end) = try await exchange(Self.begun + "0\r\n\r\n", hangsUp: false, intoSink: intoSink)
            #expect(text == "a\r\n" && end == nil)
        }
    }

    @Test func oneThatFallsSilent() async throws {
        let written = try await exchange(Self.begun, hangsUp: false, intoSink: true)
        #expect(written.text == "a\r\n" && written.end == .brokenOff)
        let kept = try await exchange(Self.begun, hangsUp: false, intoSink: false)
        #expect(kept.text.isEmpty && kept.end == .timedOut)
        let headless = try await exchange("", hangsUp: false, intoSink: true)
        #expect(headless.end == .timedOut)
    }

    @Test func oneThatBreaksOff() async throws {
        let written = try await exchange(Self.begun, hangsUp: true, intoSink: true)
        #expect(written.text == "a\r\n" && written.end == .brokenOff)
        let kept = try await exchange(Self.begun, hangsUp: true, intoSink: false)
        #expect(kept.text.isEmpty && kept.end != nil)
    }

    @Test func aSinkThatCannotTakeIt() async throws {
        let full = Failure.said(.cannotWriteOutput(28), .failure)
        let answer = try await exchange(Self.begun + "0\r\n\r\n", hangsUp: false, intoSink: true, full)
        #expect(answer.end == .unwritable(full))
    }

    /// A refusal is read as ever: nothing of it is data.
    @Test func aRefusalIsNoData() async throws {
        let answer = "HTTP/1.1 422 X\r\nContent-Length: 2\r\n\r\n{}"
        let (text, end) = try await exchange(answer, hangsUp: false, intoSink: true)
        #expect(text == "{}" && end == nil)
    }
}
