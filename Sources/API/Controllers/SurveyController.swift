internal import Hummingbird
internal import Planning
internal import Wire

struct SurveyController {
    let surveys: any SurveyPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let lokus: Lokus.ID? = query.optional("lokus_id", .id())
        let page = query.page()
        try query.finish()
        return .list(try await surveys.rounds(context.access, of: lokus, page: page), for: query)
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let scored = try await surveys.round(context.access, id: context.id())
        return .single(scored, version: scored.round.stamp.version, to: request)
    }

    @Sendable func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let (id, version): (SurveyRound.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(optionalOf: request, upTo: configuration.largestJSONBody)
        try body.refuseMembers()
        let claim = try request.idempotencyClaim(.accepted, body: body.bytes)
        let effect = try await Effect(context, claim) {
            try await surveys.close($0, round: id, at: version)
        } again: {
            try await surveys.round($0, id: $1)
        }
        return .changed(effect.made, version: effect.made.round.stamp.version, isReplay: effect.isReplay)
    }

    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let wanted = SurveyImportRequest(&query, lokus: try context.id())
        try query.finish()
        guard let wanted else { throw Refusal.faults(query.faults) }
        try request.requireFile()
        let claim = wanted.isDryRun ? nil : try request.idempotencyClaim(.required, body: [])
        let file = SurveyFile(request: request)
        let effect = try await SurveyImportEffect(wanted, file, surveys, context, claim)
        return .receipt(of: effect.receipt, isReplay: effect.isReplay)
    }
}

extension Response {
    /// A dry run made nothing, so it answers 200 and names no location.
    fileprivate static func receipt(of receipt: SurveyReceipt, isReplay: Bool) -> Response {
        let bytes = JSONWriter.bytes(of: receipt)
        guard receipt.outcome?.isDryRun != true else { return .json(bytes) }
        var response = Response.json(
            bytes, status: .created, headers: [.location: "/api/v1/survey-rounds/\(receipt.roundID)"])
        if isReplay { response.headers[.idempotentReplayed] = "true" }
        return response
    }
}
