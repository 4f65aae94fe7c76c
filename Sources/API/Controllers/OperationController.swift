internal import Hummingbird
internal import Planning
internal import Wire

struct OperationController {
    let operations: any OperationPort
    let surveys: any SurveyPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { operations.operations($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let found = try await operations.operation(context.access, id: context.id())
        let shown = OperationRepresentation(found, receipt: try await receipt(of: found, context))
        return .single(shown, version: nil, to: request)
    }

    /// Ends by itself what runs; to ask again is no fault. It names no version, as the state changes by itself.
    @Sendable func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Operation.ID = try context.id()
        let effect = try await Effect(attempt) { try await operations.cancel($0, operation: id) }
        return .done(effect.map { OperationRepresentation($0) })
    }

    private func receipt(of operation: Operation, _ context: SignedInContext) async throws -> SurveyReceipt? {
        guard operation.kind == .surveyImport, let location = operation.resultLocation,
            let id = location.split(separator: "/").last.flatMap({ SurveyReceipt.ID(String($0)) })
        else { return nil }
        return try await surveys.receipt(context.access, id: id)
    }
}
