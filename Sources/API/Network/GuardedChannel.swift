package import HummingbirdCore
package import Logging
package import NIOCore
internal import NIOHTTP1

/// Hummingbird's HTTP/1.1 connection with a guard: of itself it has no deadline for a head, answers a request without
/// `Host`, and says nothing in the body of what it refuses.
package struct GuardedChannel: ServerChildChannel {
    package typealias Value = HTTP1Channel.Value

    private let http: HTTP1Channel
    private let limits: NetworkLimits
    private let connections: Connections
    private let backlog: Backlog
    private let report: @Sendable (NetworkFault) -> Void

    /// - Parameter report: Told of every request that is refused here, as no middleware hears of it.
    package init(
        responder: @escaping HTTPChannelHandler.Responder, limits: NetworkLimits, connections: Connections,
        backlog: Backlog, report: @escaping @Sendable (NetworkFault) -> Void
    ) {
        // The decoder counts the target among the fields.
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.largestHead, maxHeaderListSize: limits.largestHead + limits.largestTarget,
            maxHeaderFieldCount: limits.mostFields)
        http = HTTP1Channel(responder: responder, configuration: .init(httpDecoderConfiguration: decoder))
        self.limits = limits
        self.connections = connections
        self.backlog = backlog
        self.report = report
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let isAdmitted = connections.admit(channel)
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let watch = ConnectionWatch(limits, connections, now: channel.eventLoop.now)
            let entry = RequestGuard(limits, watch, backlog, isRefused: !isAdmitted, report: report)
            try pipeline.addHandler(entry, position: .after(decoder))
            try pipeline.addHandler(watch, position: .first)
            return value
        }
    }

    package func handle(value: Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
