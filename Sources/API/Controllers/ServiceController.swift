internal import HTTPTypes
internal import Hummingbird
internal import Phrasing
internal import Planning
internal import Wire

/// What the service says of itself, to anyone.
struct ServiceController {
    /// What a problem's `type` points to.
    @Sendable func problem(_ request: Request, _ context: APIContext) async throws -> Response {
        guard let text = context.parameters.get("code").flatMap({ ProblemText.all[$0] }) else {
            throw Refusal.notFound
        }
        var headers = HTTPFields()
        headers.say(request.language)
        return .json(JSONWriter.bytes(of: ProblemPageRepresentation(text, in: request.language)), headers: headers)
    }
}
