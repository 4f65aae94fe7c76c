internal import HTTPTypes
internal import Hummingbird

/// Headers that every answer has, whatever made it.
struct DefaultHeadersMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        // What a token opened must not be found in a shared cache.
        if context.authorization != nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
