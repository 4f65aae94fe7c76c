internal import Hummingbird
internal import Planning
internal import Wire

struct EventController {
    let audit: any AuditPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { audit.events($0, $1) }
    }
}
