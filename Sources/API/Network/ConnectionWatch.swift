internal import NIOCore

/// What the guard behind the decoder tells the watch in front of it.
enum ConnectionEvent: Sendable {
    case entered(ConnectionClock.Phase)
    case closing
}

/// What the watch tells the guard: in which phase the client was too slow.
struct ConnectionTimedOut: Sendable {
    let phase: ConnectionClock.Phase
}

/// Sees the bytes of one connection pass and calls out when they do not. The first handler of the pipeline.
final class ConnectionWatch: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// A pause of the server's own reading that is longer than this is not held against the client.
    private static let pause = TimeAmount.seconds(1)

    private var clock: ConnectionClock
    private let connections: Connections
    private var timer: (scheduled: Scheduled<Void>, deadline: NIODeadline)?
    private var isAsked = false
    private var lastAsked = NIODeadline.distantPast
    private var written = 0
    private var flushed = 0
    private var arrivedEarly = false
    /// Bytes of the line that a request begins with, until its end is there.
    private(set) var lineLength = 0
    private(set) var isInFirstLine = true
    /// Whether that line begins with a word and a blank, as a request does.
    var beginsLikeARequest: Bool { firstWord == .ended }

    private enum FirstWord {
        case none, letters, ended, other
    }
    private var firstWord = FirstWord.none

    init(_ limits: NetworkLimits, _ connections: Connections, now: NIODeadline) {
        clock = ConnectionClock(limits, now: now)
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        schedule(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.scheduled.cancel()
        timer = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        clock.move(clock.phase == .body ? buffer.readableBytes : 0)
        switch clock.phase {
        case .idle: enter(.head, context)
        case .answer: arrivedEarly = true
        case .head, .body: break
        }
        if isInFirstLine {
            let line = buffer.readableBytesView.prefix { $0 != UInt8(ascii: "\n") }
            lineLength += line.count
            line.forEach(readFirstWord)
            isInFirstLine = line.count == buffer.readableBytes
        }
        context.fireChannelRead(data)
    }

    private func readFirstWord(_ byte: UInt8) {
        switch firstWord {
        case .none, .letters:
            let isLetter = (65...90).contains(byte) || (97...122).contains(byte)
            firstWord = isLetter ? .letters : firstWord == .letters && byte == UInt8(ascii: " ") ? .ended : .other
        case .ended, .other: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isAsked = false
        lastAsked = context.eventLoop.now
        context.fireChannelReadComplete()
    }

    /// Asked for more after a pause: the silence was the server's own.
    func read(context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if !isAsked, clock.phase == .body, now - lastAsked > Self.pause { clock.restart(now) }
        isAsked = true
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written += unwrapOutboundIn(data).readableBytes
        context.write(data, promise: promise)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch event as? ConnectionEvent {
        case .entered(let phase):
            enter(phase == .idle && arrivedEarly ? .head : phase, context)
            promise?.succeed()
        case .closing:
            clock.close(context.eventLoop.now)
            schedule(context)
            promise?.succeed()
        case nil: context.triggerUserOutboundEvent(event, promise: promise)
        }
    }

    private func enter(_ phase: ConnectionClock.Phase, _ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let waited = clock.phase == .idle || clock.phase == .head
        clock.enter(phase, now: now)
        switch phase {
        case .idle, .head:
            if !waited { connections.waits(context.channel, since: now) }
            if phase == .idle || !waited {
                (isInFirstLine, lineLength, arrivedEarly, firstWord) = (true, 0, false, .none)
            }
        case .body, .answer:
            if waited { connections.works(context.channel) }
            isInFirstLine = false
        }
        schedule(context)
    }

    /// A timer that fires too early only looks again, so one is set anew only where it would fire too late.
    private func schedule(_ context: ChannelHandlerContext) {
        guard case .wait(let deadline) = clock.verdict(now: context.eventLoop.now) else { return late(context) }
        if let timer, timer.deadline <= deadline { return }
        timer?.scheduled.cancel()
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.look(context) }
        timer = (scheduled, deadline)
    }

    private func look(_ context: ChannelHandlerContext) {
        timer = nil
        let now = context.eventLoop.now
        switch clock.phase {
        case .body: if !isAsked { clock.restart(now) }
        case .answer: lookAtAnswer(context, now)
        case .idle, .head: break
        }
        schedule(context)
    }

    /// Bytes that left for the client since the last look; none need to leave while none wait.
    private func lookAtAnswer(_ context: ChannelHandlerContext, _ now: NIODeadline) {
        let buffered = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        clock.move(written - buffered - flushed)
        flushed = written - buffered
        if buffered == 0 { clock.restart(now) }
    }

    private func late(_ context: ChannelHandlerContext) {
        context.fireUserInboundEventTriggered(ConnectionTimedOut(phase: clock.phase))
    }
}
