internal import Hummingbird
internal import Planning
internal import Wire

struct BudgetLineController {
    let budget: any BudgetPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { budget.budgetLines($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await budget.budgetLine(request.past(context), id: context.id())
        return .single(found, version: found.stamp.version, to: request)
    }

    @Sendable func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { BudgetLineDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await budget.make($0, draft, as: .new())
        } again: {
            try await budget.budgetLine($0, id: $1)
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/budget-lines/\(made.id)")
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (BudgetLine.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let change = try body.read { BudgetLineChange(&$0) }
        let effect = try await attempt.onVersion {
            let found = try await budget.budgetLine($0, id: id)
            return Representation(of: found, version: found.stamp.version)
        } _: {
            try await Effect(attempt) { try await budget.change($0, budgetLine: id, at: version, change) }
        }
        return .changed(effect, version: effect.made.stamp.version)
    }
}
