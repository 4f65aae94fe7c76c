internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Planning
internal import Synchronization

/// One line in the log and one count a request: never a body, a query or a token, and the route instead of the path.
struct ObservingMiddleware: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        metrics.add(to: .underWay)
        if let traceID = request.headers[.traceparent].flatMap(TraceParent.init)?.traceID {
            context.trail.follows(traceID)
        }
        var response = try await next(request, context)
        let observation = Observation(
            metrics: metrics, context: context, method: Self.known(request.method), status: response.status.code)
        if request.method == .head, response.body.contentLength == nil {
            // Nothing of it is written, so that its length stays unknown.
            response.headers[.transferEncoding] = "chunked"
            response.body = ResponseBody()
        }
        if let bytes = response.body.contentLength {
            observation.finish(bytes: bytes)
        } else {
            response.body = observation.whole(response.body)
        }
        return response
    }

    /// Clients may make up methods, and a label must come from a closed set.
    private static func known(_ method: HTTPRequest.Method) -> String {
        let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
        return known.contains(method) ? method.rawValue : "OTHER"
    }
}

/// One request at the end of its way, which it finds once: a body that nobody asks for, since its head could not be
/// sent, is let go of unwritten.
private final class Observation: Sendable {
    private let metrics: Metrics
    private let context: APIContext
    private let method: String
    private let status: Int
    private let isFinished = Atomic(false)

    init(metrics: Metrics, context: APIContext, method: String, status: Int) {
        self.metrics = metrics
        self.context = context
        self.method = method
        self.status = status
    }

    deinit {
        guard !isFinished.load(ordering: .acquiring) else { return }
        context.trail.failed("incomplete_answer", [:])
        finish(bytes: 0)
    }

    /// A body that is made while it is sent: only its end tells how it went.
    func whole(_ body: ResponseBody) -> ResponseBody {
        ResponseBody { [self] writer in
            let sent = Tally()
            let counted = body.map { buffer in
                sent.add(buffer.readableBytes)
                return buffer
            }
            do {
                try await counted.write(writer)
            } catch {
                context.trail.failed("incomplete_answer", Diagnosis(error).fields)
                finish(bytes: sent.bytes)
                throw error
            }
            finish(bytes: sent.bytes)
        }
    }

    func finish(bytes: Int) {
        guard !isFinished.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let known = context.trail.known
        let seconds = context.trail.seconds
        // What no route took has no template; its path is the client's own word.
        let route = context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 } ?? "-"
        let labels = [MetricLabel("route", route), MetricLabel("method", method)]
        metrics.add(-1, to: .underWay)
        metrics.add(to: .requests, labels + [MetricLabel("status", String(status))])
        metrics.observe(seconds, in: .duration, labels)
        if let code = known.code { metrics.add(to: .problems, [MetricLabel("code", code)]) }
        var fields: Logger.Metadata = [
            "route": .string(route), "method": .string(method), "status": .stringConvertible(status),
            "ms": .stringConvertible(Int((seconds * 1000).rounded())), "bytes": .stringConvertible(bytes),
        ]
        for (name, value) in [
            ("principal", context.trail.caller.found?.principal), ("role", context.trail.caller.found?.role.rawValue),
            ("code", known.code), ("trace_id", known.traceID),
        ] {
            if let value { fields[name] = .string(value) }
        }
        for (name, value) in known.diagnosis { fields[name] = .string(value) }
        let isOurFault = status >= 500 || known.code == "incomplete_answer"
        context.logger.log(level: isOurFault ? .error : .info, "request", metadata: fields)
    }
}
