internal import Hummingbird
internal import Planning

/// One thing has one address: the router overlooks a trailing slash and a double one, we do not.
struct StrictPathMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard !path.contains("//"), path == "/" || !path.hasSuffix("/") else { throw Refusal.notFound }
        return try await next(request, context)
    }
}
