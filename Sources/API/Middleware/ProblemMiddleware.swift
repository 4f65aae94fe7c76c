internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// Turns every error, the framework's and unknown ones too, into `application/problem+json`.
struct ProblemMiddleware: RouterMiddleware {
    let allowedMethods: AllowedMethods
    /// Where refused requests are recorded; nil in tests that record none.
    var denials: Denials?

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return respond(to: request, context, error)
        }
    }

    private func respond(to request: Request, _ context: APIContext, _ error: any Error) -> Response {
        var rejection = Rejection(error)
        if (error as? HTTPError)?.status == .notFound, let allow = allowedMethods.header(for: request.uri.path) {
            if request.method == .options { return Response(status: .noContent, headers: [.allow: allow]) }
            rejection = Rejection(.methodNotAllowed, "method_not_allowed", headers: [.allow: allow])
        }
        // Of what nobody expected only its type is said: its text may hold what somebody sent.
        let diagnosis = Diagnosis(error).fields
        context.trail.failed(rejection.code, rejection.status == .internalServerError ? diagnosis : [:])
        if rejection.status == .forbidden { note(rejection, request, context) }
        return rejection.response(to: request, requestID: context.requestID)
    }

    private func note(_ rejection: Rejection, _ request: Request, _ context: APIContext) {
        guard let tokenHash = context.trail.known.tokenHash else { return }
        denials?.add(
            Denial(
                tokenHash: tokenHash, requestID: context.requestID, method: request.method.rawValue,
                route: context.endpointPath ?? "-", rule: rejection.code))
    }
}
