internal import Hummingbird
internal import Planning
internal import Wire

extension InterventionController {
    /// A replay adds and changes nothing more: its receipt says that every row is as it was.
    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let plan: ActionPlan.ID = try context.id()
        var query = Query(request)
        let isDryRun = query.optional("dry_run", .flag) ?? false
        let name = query.optional("file_name", .line) ?? SurveyImportRequest.namelessFile
        try query.finish()
        try request.refuseEncoding()
        try request.require(["text/csv"], answer: .acceptPost)
        if !isDryRun { _ = try request.idempotencyClaim(.required, body: []) }
        let file = try await InterventionUpload(of: request, upTo: configuration.largestInterventionFile)
        let claim = isDryRun ? nil : try request.idempotencyClaim(.required, body: file.sha256)
        let effect = try await Effect(context, claim) {
            try await interventions.importInterventions(
                $0, file.drafts, into: plan, fileName: name, isDryRun: isDryRun)
        } again: { (_: Access, plan: ActionPlan.ID) in
            InterventionReceipt(
                planID: plan, isDryRun: false, fileName: name, rowsRead: file.rowsRead, added: 0, changed: 0,
                same: file.rowsRead)
        }
        return .receipt(of: effect)
    }
}

extension Response {
    /// A dry run made nothing, so it answers 200 and names no location.
    fileprivate static func receipt(of effect: Effect<InterventionReceipt>) -> Response {
        guard !effect.made.isDryRun else { return .done(effect.made, isReplay: false) }
        var response = Response.done(effect.made, isReplay: effect.isReplay)
        response.status = .created
        response.headers[.location] = "/api/v1/action-plans/\(effect.made.planID)"
        return response
    }
}
