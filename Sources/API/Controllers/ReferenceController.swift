internal import Hummingbird
internal import Measurement
internal import Planning
internal import Wire

/// Regions, indicator frameworks, agencies and the catalogue of interventions.
struct ReferenceController {
    let reference: any ReferencePort
    let configuration: APIConfiguration

    @Sendable func regions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reference.regions($0, $1) }
    }

    @Sendable func region(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        guard let code = context.parameters.get("code").flatMap(RegionCode.init) else { throw Refusal.notFound }
        return .single(try await reference.region(context.access, code: code), version: nil, to: request)
    }

    @Sendable func frameworks(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reference.frameworks($0, $1) }
    }

    @Sendable func framework(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        guard let code = context.parameters.get("code"), let version = context.parameters.get("version", as: Int.self)
        else { throw Refusal.notFound }
        let id = Framework.ID(code: code, version: version)
        return .single(try await reference.framework(context.access, id: id), version: nil, to: request)
    }

    @Sendable func agencies(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reference.agencies($0, $1) }
    }

    @Sendable func catalogue(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reference.catalogue($0, $1) }
    }
}
