internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// What anybody may read, and what it means.
struct OpenDataController {
    let data: any OpenDataPort
    let configuration: APIConfiguration

    @Sendable func catalogue(_ request: Request, _ context: APIContext) async throws -> Response {
        try request.refuseQuery()
        let format = try ListFormat(request)
        guard format != .ndjson else { throw Rejection(.notAcceptable, "not_acceptable") }
        let catalogue = OpenCatalogue(try await data.openDataState(context.access))
        let bytes = format == .csv ? catalogue.csv : JSONWriter.bytes(of: catalogue)
        return Response.computed(bytes, format, to: request).cachedByAnybody()
    }

    @Sendable func indices(_ request: Request, _ context: APIContext) async throws -> Response {
        try await request.list(context, configuration) { data.openIndices($0, $1) }.cachedByAnybody()
    }

    @Sendable func indicators(_ request: Request, _ context: APIContext) async throws -> Response {
        try await request.list(context, configuration) { data.openIndicators($0, $1) }.cachedByAnybody()
    }

    @Sendable func interventions(_ request: Request, _ context: APIContext) async throws -> Response {
        try await request.list(context, configuration) { data.openInterventions($0, $1) }.cachedByAnybody()
    }
}

extension Response {
    /// A proxy may keep it for everybody, for a few minutes: what a kabupaten withdraws is gone after that.
    fileprivate func cachedByAnybody() -> Response {
        var response = self
        response.headers[.cacheControl] = "public, max-age=300"
        return response
    }
}
