internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// One line a request: never a body, a query or a token, and the route instead of the path.
struct LogMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let took = start.duration(to: .now).components
        let milliseconds = took.seconds * 1000 + took.attoseconds / 1_000_000_000_000_000
        context.logger.info(
            "\(request.method.rawValue) \(context.endpointPath ?? "-") \(response.status.code)",
            metadata: ["ms": .stringConvertible(milliseconds)])
        return response
    }
}
