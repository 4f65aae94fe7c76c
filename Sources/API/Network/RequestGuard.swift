internal import Hummingbird
internal import NIOCore
internal import NIOHTTP1

/// Asks the guard to tell the client that its body is wanted.
struct BodyWanted: Sendable {}

/// The client kept the server waiting for its body.
struct BodyTimedOut: Error {}

/// Stands behind the decoder: lets pass what is a request, answers what is none, and ends connections in order.
///
/// An answer of its own waits for the answers to earlier requests of the connection. After an answer that ends the
/// connection, what the client still sends is read and thrown away for a while: closing at once would make the client's
/// system throw away the answer.
final class RequestGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case serving
        /// To be answered once the requests before it are.
        case refusing(RefusedRequest)
        /// To be answered at its end, and the next is served.
        case passingOver(RefusedRequest)
        /// Answered for the last time.
        case leaving
    }

    /// What an answer must know of its request.
    private struct Asked {
        let isHead: Bool
        let isOld: Bool

        init(_ head: HTTPRequestHead) {
            isHead = head.method == .HEAD
            isOld = head.version == .http1_0
        }
    }

    /// How long a client that was answered may still send.
    private static let longestLeave = TimeAmount.seconds(2)
    /// How long a stopping server still takes a request on a connection where none is under way.
    private static let grace = TimeAmount.milliseconds(300)

    private let check: HeadCheck
    private let watch: ConnectionWatch
    private let backlog: Backlog
    private let isRefused: Bool
    private let report: @Sendable (NetworkFault) -> Void
    private var state = State.serving
    /// Whether the backlog counts this connection.
    private var isCounted = false
    /// Requests handed on and not answered, in order; the last of them may still be coming in.
    private var open: [Asked] = []
    /// Whether the answer that is being written has no mark of its end, as nothing follows its head.
    private var isHeadAlone = false
    private var isComingIn = false
    private var takesMore = true
    private var closesAfterAnswer = false
    private var hasBegunAnswer = false
    private var mayContinue = false
    private var isClosing = false

    /// - Parameter isRefused: The connection is one too many.
    init(
        _ limits: NetworkLimits, _ watch: ConnectionWatch, _ backlog: Backlog, isRefused: Bool,
        report: @escaping @Sendable (NetworkFault) -> Void
    ) {
        check = HeadCheck(limits: limits)
        self.watch = watch
        self.backlog = backlog
        self.isRefused = isRefused
        self.report = report
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        if isRefused { refuse(RefusedRequest(.tooManyConnections), context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        uncount()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .passingOver(let refused) = state { return passOver(refused, data, context) }
        // The last request of a connection is still to be read to its end.
        guard case .serving = state, takesMore || isComingIn else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let fault = check.fault(of: head) { return refuse(RefusedRequest(fault, head), context) }
            if open.isEmpty, backlog.isFull { return refuse(RefusedRequest(.tooManyRequests, head), context) }
            open.append(Asked(head))
            isComingIn = true
            takesMore = head.isKeepAlive
            mayContinue = head.version != .http1_0 && head.headers.contains(name: "Expect")
            tell(.body, context)
            var head = head
            head.uri = PlainTarget.of(head.uri)
            return context.fireChannelRead(wrapInboundOut(.head(head)))
        case .body: break
        case .end:
            isComingIn = false
            count(context)
            tell(.answer, context)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if case .leaving = state { context.read() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // An answer to nobody, as after a connection broke in the middle of a body and was answered for.
        guard !open.isEmpty else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            hasBegunAnswer = true
            uncount()
            // What is left of a request that was answered early is not read to its end, as it may have none.
            if isClosing || open.count == 1 && (isComingIn || !takesMore) { closesAfterAnswer = true }
            frame(&head)
            if closesAfterAnswer { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end: end(context, data, promise)
        default: context.write(data, promise: promise)
        }
    }

    /// An answer whose length is not known ends in chunks; to a client that knows none, with the connection. To a HEAD
    /// it ends with its head, and says no length.
    private func frame(_ head: inout HTTPResponseHead) {
        if open.first?.isHead == true, head.headers.contains(name: "Transfer-Encoding") {
            head.headers.remove(name: "Content-Length")
            isHeadAlone = true
        }
        guard open.first?.isOld == true else { return }
        head.headers.remove(name: "Transfer-Encoding")
        head.version = .http1_0
        if !head.headers.contains(name: "Content-Length") { closesAfterAnswer = true }
    }

    private func end(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        open.removeFirst()
        hasBegunAnswer = false
        let isLast = open.isEmpty
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenSuccess {
            if isLast && self.open.isEmpty, case .serving = self.state { self.tell(.idle, context) }
        }
        context.write(isHeadAlone ? wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))) : data, promise: written)
        isHeadAlone = false
        if closesAfterAnswer { return leave(context) }
        if isLast, case .refusing(let refused) = state { answer(refused, context) }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyWanted else { return context.triggerUserOutboundEvent(event, promise: promise) }
        promise?.succeed()
        guard mayContinue, isComingIn, open.count == 1, !hasBegunAnswer else { return }
        mayContinue = false
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let late as ConnectionTimedOut: timedOut(late.phase, context)
        case is ChannelShouldQuiesceEvent: close(context, event)
        case ChannelEvent.inputClosed:
            if case .leaving = state { context.close(promise: nil) }
            context.fireUserInboundEventTriggered(event)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError || error is ByteToMessageDecoderError else {
            return context.fireErrorCaught(error)
        }
        guard case .serving = state, takesMore || isComingIn else { return }
        guard isComingIn else { return refuse(RefusedRequest(fault(for: error)), context) }
        // In the middle of a body: whoever reads it answers.
        takesMore = false
        closesAfterAnswer = true
        context.fireErrorCaught(error)
    }

    private func fault(for error: any Error) -> NetworkFault {
        switch error as? HTTPParserError {
        case .invalidMethod where watch.beginsLikeARequest: .unknownMethod
        case .headerOverflow: watch.isInFirstLine ? .targetTooLong : .headTooLarge
        case .unexpectedContentLength, .invalidContentLength: .ambiguousLength
        default: .malformed
        }
    }

    private func timedOut(_ phase: ConnectionClock.Phase, _ context: ChannelHandlerContext) {
        guard case .serving = state else { return context.close(promise: nil) }
        switch phase {
        case .idle, .answer: context.close(promise: nil)
        case .head: refuse(RefusedRequest(.tooSlow), context)
        case .body:
            report(.tooSlow)
            takesMore = false
            closesAfterAnswer = true
            context.fireErrorCaught(BodyTimedOut())
        }
    }

    /// A request that is on its way while the server begins to stop is answered, too.
    private func close(_ context: ChannelHandlerContext, _ event: Any) {
        isClosing = true
        context.triggerUserOutboundEvent(ConnectionEvent.closing, promise: nil)
        guard open.isEmpty, case .serving = state else { return context.fireUserInboundEventTriggered(event) }
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.grace) {
            context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    /// Once a connection, and not where its client has yet to read or be sent other answers: whoever asks much and
    /// reads nothing would keep others out.
    private func count(_ context: ChannelHandlerContext) {
        guard open.count == 1, !hasBegunAnswer, !isCounted, context.channel.isWritable else { return }
        isCounted = true
        backlog.add()
    }

    private func uncount() {
        guard isCounted else { return }
        isCounted = false
        backlog.remove()
    }

    private func refuse(_ refused: RefusedRequest, _ context: ChannelHandlerContext) {
        report(refused.fault)
        if refused.stays { return state = .passingOver(refused) }
        state = .refusing(refused)
        if open.isEmpty { answer(refused, context) }
    }

    private func passOver(_ refused: RefusedRequest, _ data: NIOAny, _ context: ChannelHandlerContext) {
        guard case .end = unwrapInboundIn(data) else { return }
        write(refused, context)
        context.flush()
        state = .serving
        tell(.idle, context)
    }

    private func answer(_ refused: RefusedRequest, _ context: ChannelHandlerContext) {
        write(refused, context)
        leave(context)
    }

    private func write(_ refused: RefusedRequest, _ context: ChannelHandlerContext) {
        let (head, body) = refused.answer(requestID: RequestID().description)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func leave(_ context: ChannelHandlerContext) {
        state = .leaving
        context.flush()
        // Ends once all has left, however slowly it is read; the client then has a moment to close its side.
        let left = context.eventLoop.makePromise(of: Void.self)
        left.futureResult.assumeIsolated().whenComplete { _ in
            context.eventLoop.assumeIsolated().scheduleTask(in: Self.longestLeave) { context.close(promise: nil) }
        }
        context.close(mode: .output, promise: left)
        context.read()
    }

    private func tell(_ phase: ConnectionClock.Phase, _ context: ChannelHandlerContext) {
        context.triggerUserOutboundEvent(ConnectionEvent.entered(phase), promise: nil)
    }
}
