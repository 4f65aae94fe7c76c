internal import Hummingbird
internal import Measurement
internal import Planning
internal import Wire

/// Regions, indicator frameworks, agencies and the catalogue of interventions.
struct ReferenceController {
    let reference: any ReferencePort

    @Sendable func regions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let filter = RegionFilter(
            text: query.optional("q", .line), level: query.optional("level", .word),
            under: query.optional("under", .regionCode))
        let page = query.page()
        try query.finish()
        return .list(try await reference.regions(context.access, matching: filter, page: page), for: query)
    }

    @Sendable func region(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        guard let code = context.parameters.get("code").flatMap(RegionCode.init) else { throw Refusal.notFound }
        return .single(try await reference.region(context.access, code: code), version: nil, to: request)
    }

    @Sendable func frameworks(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let page = query.page()
        try query.finish()
        let rest = try await reference.frameworks(context.access).drop { !$0.comes(after: page.after) }
        let rows = Array(rest.prefix(page.size + 1))
        return .list(Page(reading: rows, for: page, key: \.pageKey).map(FrameworkSummary.init), for: query)
    }

    @Sendable func framework(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        guard let code = context.parameters.get("code"), let version = context.parameters.get("version", as: Int.self)
        else { throw Refusal.notFound }
        let id = Framework.ID(code: code, version: version)
        return .single(try await reference.framework(context.access, id: id), version: nil, to: request)
    }

    @Sendable func agencies(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let kabupaten = query.optional("kabupaten_code", .regionCode(depth: 2))?.description
        let page = query.page()
        try query.finish()
        let agencies = try await reference.agencies(context.access, kabupatenCode: kabupaten, page: page)
        return .list(agencies, for: query)
    }

    @Sendable func catalogue(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let page = query.page()
        try query.finish()
        return .list(try await reference.catalogue(context.access, page: page), for: query)
    }
}

/// There are few frameworks, so their list is read whole and cut here.
extension Framework {
    fileprivate var pageKey: [String] { [id.code, String(id.version)] }

    fileprivate func comes(after key: [String]?) -> Bool {
        guard let key, key.count == 2, let version = Int(key[1]) else { return true }
        return (id.code, id.version) > (key[0], version)
    }
}
