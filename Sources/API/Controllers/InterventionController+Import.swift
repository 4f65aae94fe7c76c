internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

extension InterventionController {
    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (plan, wanted): (ActionPlan.ID, WantedImport) = (try context.id(), try WantedImport(request))
        try request.requireFile()
        if !wanted.isDryRun { _ = try request.idempotencyClaim(.required, body: []) }
        let file = try await InterventionUpload(of: request, upTo: configuration.largestInterventionFile)
        let effect = try await effect(of: file, on: plan, wanted, request, context)
        return .receipt(of: effect)
    }

    /// A replay adds and changes nothing more: its receipt says that every row is as it was.
    private func effect(
        of file: InterventionUpload, on plan: ActionPlan.ID, _ wanted: WantedImport, _ request: Request,
        _ context: SignedInContext
    ) async throws -> Effect<InterventionReceipt> {
        let claim = wanted.isDryRun ? nil : try request.idempotencyClaim(.required, body: file.sha256)
        return try await Effect(context, claim) { access in
            try await interventions.importInterventions(
                access, file.drafts, into: plan, fileName: wanted.fileName, isDryRun: wanted.isDryRun)
        } again: { (_: Access, plan: ActionPlan.ID) in
            InterventionReceipt(
                planID: plan, isDryRun: false, fileName: wanted.fileName, rowsRead: file.rowsRead, added: 0,
                changed: 0, same: file.rowsRead)
        }
    }
}

/// The query of an import of interventions.
private struct WantedImport {
    let isDryRun: Bool
    let fileName: String

    init(_ request: Request) throws {
        var query = Query(request)
        isDryRun = query.optional("dry_run", .flag) ?? false
        fileName = query.optional("file_name", .line) ?? SurveyImportRequest.namelessFile
        try query.finish()
    }
}

extension Response {
    /// A dry run made nothing, so it answers 200 and names no location.
    fileprivate static func receipt(of effect: Effect<InterventionReceipt>) -> Response {
        var response = Response.done(effect.made, isReplay: effect.isReplay)
        guard !effect.made.isDryRun else { return response }
        response.status = .created
        response.headers[.location] = "/api/v1/action-plans/\(effect.made.planID)"
        return response
    }
}
