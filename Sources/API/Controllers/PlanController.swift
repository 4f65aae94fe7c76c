internal import HTTPTypes
internal import Hummingbird
internal import Pages
internal import Planning
internal import Wire

struct PlanController {
    let plans: any PlanPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { plans.plans($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let plan = try await plans.plan(request.past(context), id: context.id())
        return .single(plan, version: plan.stamp.version, to: request)
    }

    @Sendable func findings(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let findings = try await plans.findings(request.past(context), plan: context.id())
        return .single(findings, version: nil, to: request)
    }

    @Sendable func matrix(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let format = try ListFormat(request)
        let matrix = try await plans.matrix(request.past(context), plan: context.id())
        return .table(matrix.rows, of: matrix, format, to: request)
    }

    @Sendable func pack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let agency = query.optional("agency", .line)
        let access = query.access(context)
        try query.finish()
        let pack = try await plans.pack(access, plan: context.id())
        guard let page = PackPage(pack, of: agency, in: request.language) else { throw Refusal.notFound }
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: PackPage.contentSecurityPolicy,
            .eTag: Representation.entityTag(of: page.bytes),
        ]
        headers.say(request.language)
        return .tagged(page.bytes, headers, to: request)
    }

    @Sendable func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { ActionPlanDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await plans.make($0, draft, as: .new())
        } again: {
            try await plans.plan($0, id: $1)
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/action-plans/\(made.id)")
    }

    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (ActionPlan.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let change = try body.read { ActionPlanChange(&$0) }
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt) { try await plans.change($0, plan: id, at: version, change) }
        }
        return .changed(effect, version: effect.made.stamp.version)
    }

    /// A step along the table of transitions: it names the version that it moves.
    func take(
        _ step: ActionPlan.Step
    ) -> @Sendable (Request, SignedInContext) async throws -> Response {
        { request, context in
            let effect = try await Effect(moving: request, context, upTo: configuration.largestJSONBody) {
                StepDraft(&$0, needsReason: step.needsReason)
            } by: {
                try await plans.take($0, step, plan: $1, at: $2, reason: $3.reason)
            } current: {
                try await representation($0, $1)
            } again: {
                try await plans.plan($0, id: $1)
            }
            return .changed(effect, version: effect.made.stamp.version)
        }
    }

    /// Assigns what is still proposed; a replay assigns nothing more.
    @Sendable func assignAll(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let attempt = Attempt(request, context, &query)
        let most = query.optional("max_affected", .integer(in: 0...Int(Int32.max)))
        try query.finish()
        let id: ActionPlan.ID = try context.id()
        let body = try await JSONBody(optionalOf: request, upTo: configuration.largestJSONBody)
        let day = try body.read { AssignmentDraft(&$0) }.on
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            Assigned(count: try await plans.assignAll($0, in: id, on: day, atMost: most))
        } counted: { counts in
            Assigned(count: counts.first ?? 0)
        }
        return .done(effect)
    }

    private func representation(_ access: Access, _ id: ActionPlan.ID) async throws -> Representation {
        let found = try await plans.plan(access, id: id)
        return Representation(of: found, version: found.stamp.version)
    }
}

private struct Assigned: JSONRepresentable {
    let count: Int

    func write(to json: inout JSONWriter) {
        json.object { $0.member("assigned", count) }
    }
}
