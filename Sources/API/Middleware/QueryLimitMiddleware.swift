internal import HTTPTypes
internal import Hummingbird

/// Refuses a query of more parameters than anybody needs before it is taken apart.
struct QueryLimitMiddleware: RouterMiddleware {
    let mostParameters: Int

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let count = (request.uri.query ?? "").utf8.count { $0 == UInt8(ascii: "&") }
        guard count < mostParameters else { throw Rejection(.uriTooLong, "uri_too_long") }
        return try await next(request, context)
    }
}
