internal import Hummingbird
internal import Intake
internal import Measurement
internal import Planning
internal import Wire

/// Results as they were announced, and what they agree with.
struct ResultImportController {
    let surveys: any SurveyPort
    let configuration: APIConfiguration

    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let attempt = Attempt(request, context, &query)
        let fileName = query.optional("file_name", .line) ?? SentFile.nameless
        let (framework, own) = (query.framework(), query.optional("own_area", .flag) ?? false)
        try query.finish()
        try request.requireFile()
        // Before the file is read: without a key all of it would be for nothing.
        _ = try attempt.claim(.required, body: [])
        let file = try await ResultUpload(of: request, upTo: configuration.largestResultFile)
        let wanted = ResultImportRequest(
            fileName: fileName, fileSHA256: file.sha256, framework: framework, onlyOwnArea: own)
        return try await answer(file, wanted, attempt)
    }

    private func answer(
        _ file: ResultUpload, _ wanted: ResultImportRequest, _ attempt: Attempt
    ) async throws -> Response {
        let claim = try attempt.claim(.required, body: file.sha256)
        let effect = try await Effect(attempt, claim) { access in
            do {
                return try await surveys.importResults(access, file.lines, wanted)
            } catch let refused as RefusedResults {
                throw file.refusal(of: refused)
            }
        } again: {
            try await surveys.resultReceipt($0, id: $1)
        }
        return .done(effect, status: .created, headers: [.location: "/api/v1/result-imports/\(effect.made.id)"])
    }

    @Sendable func receipt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        return .single(try await surveys.resultReceipt(context.access, id: context.id()), version: nil, to: request)
    }

    @Sendable func reconciliation(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await surveys.reconciliation(request.past(context), round: context.id())
        return .single(found, version: nil, to: request)
    }
}
