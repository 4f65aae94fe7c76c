import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization
import Testing

@testable import API

/// The guard between a decoder and an encoder, without a socket.
struct RequestGuardTests {
    private func channel(refused: Bool = false, backlog: Backlog = Backlog(most: 10)) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/x")).wait()
        let limits = NetworkLimits()
        let watch = ConnectionWatch(limits, Connections(most: 10), now: channel.embeddedEventLoop.now)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(watch)
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: false)
        try pipeline.addHandler(RequestGuard(limits, watch, backlog, isRefused: refused) { _ in })
        return channel
    }

    private func send(_ text: String, to channel: EmbeddedChannel) throws {
        try channel.writeInbound(ByteBuffer(string: text))
    }

    private func answer(_ channel: EmbeddedChannel, _ body: String = "x") throws {
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["Content-Length": "\(body.utf8.count)"])
        try channel.writeOutbound(HTTPServerResponsePart.head(head))
        try channel.writeOutbound(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: body))))
        try channel.writeOutbound(HTTPServerResponsePart.end(nil))
    }

    private func written(_ channel: EmbeddedChannel) throws -> String {
        var text = ""
        while let part = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
        return text
    }

    private func requests(_ channel: EmbeddedChannel) throws -> Int {
        var count = 0
        while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
            if case .head = part { count += 1 }
        }
        return count
    }

    private let good = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    private let bad = "GET / HTTP/1.1\r\n\r\n"

    @Test func whatIsTooMuchIsRefusedAtOnceAndItsConnectionStays() throws {
        let backlog = Backlog(most: 1)
        let (first, second) = (try channel(backlog: backlog), try channel(backlog: backlog))
        try send(good, to: first)
        #expect(backlog.count == 1)
        try send(good, to: second)
        let refusal = try written(second)
        #expect(refusal.hasPrefix("HTTP/1.1 503 ") && refusal.contains("\r\nRetry-After: 1\r\n"))
        #expect(!refusal.contains("Connection: close") && refusal.contains("\"overloaded\""))
        #expect(try requests(second) == 0)
        try answer(first)
        #expect(backlog.count == 0)
        try send(good, to: second)
        #expect(try requests(second) == 1)
        try answer(second)
        #expect(try written(second).hasPrefix("HTTP/1.1 200 "))
        #expect(backlog.count == 0)
        for channel in [first, second] { _ = try? channel.finish() }
    }

    @Test func aRefusedBodyEndsItsConnection() throws {
        let backlog = Backlog(most: 0)
        let channel = try channel(backlog: backlog)
        try send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", to: channel)
        let refusal = try written(channel)
        #expect(refusal.hasPrefix("HTTP/1.1 503 ") && refusal.contains("\r\nConnection: close\r\n"))
        _ = try? channel.finish()
    }

    @Test func nobodyStaysInTheBacklog() throws {
        let backlog = Backlog(most: 10)
        // Gone before the answer.
        let left = try channel(backlog: backlog)
        try send(good, to: left)
        #expect(backlog.count == 1)
        _ = try? left.finish()
        #expect(backlog.count == 0)
        // Answered before the request was whole, which its sender ends all the same.
        let early = try channel(backlog: backlog)
        try send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab", to: early)
        #expect(backlog.count == 0)
        try answer(early)
        try send("c", to: early)
        #expect(backlog.count == 0)
        _ = try? early.finish()
        // Many at once, and nothing read.
        let greedy = try channel(backlog: backlog)
        try send(String(repeating: good, count: 50), to: greedy)
        #expect(backlog.count == 1)
        try answer(greedy)
        #expect(backlog.count == 0)
        _ = try? greedy.finish()
        #expect(backlog.count == 0)
    }

    @Test func aRefusalWaitsForTheAnswersBeforeIt() throws {
        let channel = try channel()
        try send(good + bad + good, to: channel)
        #expect(try requests(channel) == 1)
        #expect(try written(channel) == "")
        try answer(channel)
        let text = try written(channel)
        #expect(text.matches(of: #/HTTP/1\.1 (\d+)/#).map { String($0.1) } == ["200", "400"])
        _ = try? channel.finish()
    }

    @Test func anEarlyAnswerEndsTheConnection() throws {
        let channel = try channel()
        try send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc", to: channel)
        try answer(channel)
        #expect(try written(channel).lowercased().contains("connection: close"))
        _ = try? channel.finish()
    }

    @Test func anAnsweredConnectionGoesOn() throws {
        let channel = try channel()
        for _ in 0..<3 {
            try send(good, to: channel)
            #expect(try requests(channel) == 1)
            try answer(channel)
            #expect(try !written(channel).lowercased().contains("connection: close"))
        }
        _ = try? channel.finish()
    }

    @Test func aSlowHeadIsTold() throws {
        let channel = try channel()
        try send("GET / HT", to: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(try written(channel) == "")
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(try written(channel).hasPrefix("HTTP/1.1 408 "))
        // Whoever does not hang up is hung up on.
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func aBodyIsAskedForOnce() throws {
        let channel = try channel()
        try send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n", to: channel)
        #expect(try written(channel) == "")
        for _ in 0..<2 { channel.triggerUserOutboundEvent(BodyWanted(), promise: nil) }
        #expect(try written(channel) == "HTTP/1.1 100 Continue\r\n\r\n")
        try send("abc", to: channel)
        try answer(channel)
        #expect(try written(channel).hasPrefix("HTTP/1.1 200 "))
        _ = try? channel.finish()
    }

    @Test func theOldestThatWaitsMakesRoom() throws {
        let connections = Connections(most: 2)
        let channels = (0..<3).map { _ in EmbeddedChannel() }
        for channel in channels { try channel.connect(to: SocketAddress(unixDomainSocketPath: "/x")).wait() }
        #expect(connections.admit(channels[0]) && connections.admit(channels[1]))
        connections.works(channels[0])
        #expect(connections.admit(channels[2]))
        #expect(channels[0].isActive && !channels[1].isActive && channels[2].isActive)
        connections.works(channels[2])
        #expect(!connections.admit(EmbeddedChannel()))
    }
}
