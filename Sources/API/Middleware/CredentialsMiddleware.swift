internal import HTTPTypes
internal import Hummingbird
internal import Secrets

/// Takes from the head of a request whose it says it is, and as which of their principals they act.
struct CredentialsMiddleware: RouterMiddleware {
    let key: CSRFKey

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.credentials = Credentials(of: request, key)
        context.principal = request.headers[.principal]
        return try await next(request, context)
    }
}
