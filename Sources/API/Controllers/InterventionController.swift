internal import Hummingbird
internal import Planning
internal import Wire

struct InterventionController {
    let interventions: any InterventionPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { interventions.interventions($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await interventions.intervention(request.past(context), id: context.id())
        return .single(found, version: found.stamp.version, to: request)
    }

    @Sendable func propose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let plan: ActionPlan.ID = try context.id()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { InterventionDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await interventions.propose($0, draft, in: plan, as: .new())
        } again: {
            try await interventions.intervention($0, id: $1)
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/interventions/\(made.id)")
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (Intervention.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let change = try body.read { InterventionChange(&$0) }
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt) { try await interventions.change($0, intervention: id, at: version, change) }
        }
        return .changed(effect, version: effect.made.stamp.version)
    }

    @Sendable func assign(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await move(request, context) {
            AssignmentDraft(&$0)
        } by: { access, id, version, draft in
            try await interventions.assign(access, intervention: id, at: version, on: draft.on)
        }
    }

    /// A step along the table of transitions.
    func take(
        _ step: Intervention.Step
    ) -> @Sendable (Request, SignedInContext) async throws -> Response {
        { request, context in
            try await move(request, context) {
                StepDraft(&$0, needsReason: step.needsReason)
            } by: { access, id, version, draft in
                try await interventions.take(access, step, intervention: id, at: version, reason: draft.reason)
            }
        }
    }

    /// Ends one and makes the one that continues it, of which it tells.
    @Sendable func carryOver(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (Intervention.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { CarryOverDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt, claim) {
                try await interventions.carryOver($0, intervention: id, at: version, draft, as: .new())
            } again: {
                try await interventions.intervention($0, id: $1)
            }
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/interventions/\(made.id)")
    }

    private func move<Draft>(
        _ request: Request, _ context: SignedInContext, reading: (inout Fields) -> Draft?,
        by transition: (Access, Intervention.ID, Int, Draft) async throws -> Intervention
    ) async throws -> Response {
        let effect = try await Effect(
            moving: request, context, upTo: configuration.largestJSONBody, reading: reading, by: transition
        ) {
            try await representation($0, $1)
        } again: {
            try await interventions.intervention($0, id: $1)
        }
        return .changed(effect, version: effect.made.stamp.version)
    }

    private func representation(_ access: Access, _ id: Intervention.ID) async throws -> Representation {
        let found = try await interventions.intervention(access, id: id)
        return Representation(of: found, version: found.stamp.version)
    }
}
