internal import HTTPTypes
internal import Hummingbird
internal import Phrasing
internal import Planning
internal import Wire

/// What the service says of itself, to anyone.
struct ServiceController {
    let readiness: any ReadinessPort

    @Sendable func live(_ request: Request, _ context: APIContext) async throws -> Response {
        .json(JSONWriter.bytes(of: Liveness()))
    }

    @Sendable func ready(_ request: Request, _ context: APIContext) async throws -> Response {
        .json(JSONWriter.bytes(of: Readiness(schemaVersion: try await readiness.schemaVersion())))
    }

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

private struct Liveness: JSONRepresentable {
    func write(to json: inout JSONWriter) {
        json.object { $0.member("status", "ok") }
    }
}

private struct Readiness: JSONRepresentable {
    let schemaVersion: Int

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("status", "ready")
            json.member("schema_version", schemaVersion)
        }
    }
}
