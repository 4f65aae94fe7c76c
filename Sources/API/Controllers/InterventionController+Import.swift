internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

extension InterventionController {
    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let attempt = Attempt(request, context, &query)
        let fileName = query.optional("file_name", .line) ?? SentFile.nameless
        let strategy = query.optional("strategy", .word) ?? ImportStrategy.createAndUpdate
        try query.finish()
        let plan: ActionPlan.ID = try context.id()
        try request.requireFile()
        // Before the file is read: without a key all of it would be for nothing.
        _ = try attempt.claim(.required, body: [])
        let file = try await InterventionUpload(of: request, upTo: configuration.largestInterventionFile)
        let effect = try await effect(of: file, named: fileName, strategy, on: plan, attempt)
        return .done(effect, status: .created, headers: [.location: "/api/v1/action-plans/\(plan)"])
    }

    /// A replay adds and changes nothing more, and tells what the first did.
    private func effect(
        of file: InterventionUpload, named fileName: String, _ strategy: ImportStrategy, on plan: ActionPlan.ID,
        _ attempt: Attempt
    ) async throws -> Effect<InterventionReceipt> {
        let claim = try attempt.claim(.required, body: file.sha256)
        return try await Effect(attempt, claim) { access in
            do {
                return try await interventions.importInterventions(
                    access, file.drafts, into: plan, strategy, fileName: fileName)
            } catch let unknown as UnknownInFile {
                throw file.refusal(of: unknown)
            }
        } counted: { counts in
            let counts = counts + Array(repeating: 0, count: max(0, 4 - counts.count))
            return InterventionReceipt(
                planID: plan, isDryRun: false, fileName: fileName, rowsRead: file.rowsRead, added: counts[0],
                changed: counts[1], same: counts[2], ignored: counts[3])
        }
    }
}
