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
        return .single(try await surveys.shown(found, context.access), version: nil, to: request)
    }

    /// Ends by itself what runs; to ask again is no fault. It names no version, as the state changes by itself.
    @Sendable func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Operation.ID = try context.id()
        let effect = try await Effect(attempt) { try await operations.cancel($0, operation: id) }
        return .done(effect.map { OperationRepresentation($0) })
    }
}

extension SurveyPort {
    /// An operation, and of an import that succeeded its receipt.
    func shown(_ operation: Operation, _ access: Access) async throws -> OperationRepresentation {
        guard operation.kind == .surveyImport, let id = operation.resultID.flatMap({ SurveyReceipt.ID($0) }) else {
            return OperationRepresentation(operation)
        }
        return OperationRepresentation(operation, receipt: try await receipt(access, id: id))
    }
}
