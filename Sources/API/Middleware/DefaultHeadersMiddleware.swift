internal import HTTPTypes
internal import Hummingbird

/// Headers that every answer has, whatever made it. No origin but our own may read us: there is no CORS header.
struct DefaultHeadersMiddleware: RouterMiddleware {
    /// For `Strict-Transport-Security`; nil where nothing says that clients come by TLS.
    let strictTransportSeconds: Int?

    private static let always = SecurityHeaders.always.compactMap { name, value in
        HTTPField.Name(name).map { (name: $0, value: value) }
    }

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A page for people needs a policy of its own.
        for (name, value) in Self.always where response.headers[name] == nil { response.headers[name] = value }
        // What a token or a cookie opened must not be found in a shared cache, nor a failure that may be over.
        if context.credentials?.areThere ?? false || response.status.code >= 400 {
            response.headers[.cacheControl] = "no-store"
        }
        if let strictTransportSeconds {
            response.headers[.strictTransportSecurity] = "max-age=\(strictTransportSeconds)"
        }
        if let timing = context.trail.serverTiming { response.headers[.serverTiming] = timing }
        return response
    }
}
