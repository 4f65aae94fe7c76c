internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// What operators' programs ask, on a port of their own: it says more of the service than a stranger should know, and
/// it must answer when the other port has too much to do.
struct AdminController {
    let readiness: any ReadinessPort
    let draining: Draining
    let metrics: Metrics

    @Sendable func live(_ request: Request, _ context: APIContext) async throws -> Response {
        .json(JSONWriter.bytes(of: Liveness()))
    }

    @Sendable func ready(_ request: Request, _ context: APIContext) async throws -> Response {
        guard !draining.hasBegun else { throw Refusal.unavailable(.shuttingDown) }
        return .json(JSONWriter.bytes(of: Readiness(schemaVersion: try await readiness.schemaVersion())))
    }

    @Sendable func measurements(_ request: Request, _ context: APIContext) async throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.exposition())))
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
