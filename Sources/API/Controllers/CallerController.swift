internal import Hummingbird
internal import Planning
internal import Wire

struct CallerController {
    let callers: any CallerPort

    @Sendable func me(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        return .single(try await callers.caller(context.access), version: nil, to: request)
    }
}
