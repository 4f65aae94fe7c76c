internal import Hummingbird
internal import Planning
internal import Wire

struct AmendmentController {
    let amendments: any AmendmentPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await amendments.amendments(request.past(context), of: context.id())
        return .single(AmendmentsOfPlan(found), version: nil, to: request)
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await amendments.amendment(request.past(context), id: context.id())
        return .single(found, version: found.stamp.version, to: request)
    }

    @Sendable func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let plan: ActionPlan.ID = try context.id()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { AmendmentDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await amendments.make($0, draft, of: plan, as: .new())
        } again: {
            try await amendments.amendment($0, id: $1)
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/amendments/\(made.id)")
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (PlanAmendment.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let change = try body.read { AmendmentChange(&$0) }
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt) { try await amendments.change($0, amendment: id, at: version, change) }
        }
        return .changed(effect, version: effect.made.stamp.version)
    }

    /// A step along the table of transitions: it names the version that it moves.
    func take(
        _ step: PlanAmendment.Step
    ) -> @Sendable (Request, SignedInContext) async throws -> Response {
        { request, context in
            let effect = try await Effect(moving: request, context, upTo: configuration.largestJSONBody) {
                StepDraft(&$0, needsReason: step.needsReason)
            } by: {
                try await amendments.take($0, step, amendment: $1, at: $2, reason: $3.reason)
            } current: {
                try await representation($0, $1)
            } again: {
                try await amendments.amendment($0, id: $1)
            }
            return .changed(effect, version: effect.made.stamp.version)
        }
    }

    private func representation(_ access: Access, _ id: PlanAmendment.ID) async throws -> Representation {
        let found = try await amendments.amendment(access, id: id)
        return Representation(of: found, version: found.stamp.version)
    }
}
