internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import Measurement
internal import Planning
internal import Wire

struct SurveyController {
    let surveys: any SurveyPort
    let configuration: APIConfiguration
    /// Nil where the server keeps no uploads: then every request is answered when its work is done.
    var desk: OperationDesk?

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { surveys.rounds($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scored = try await surveys.round(request.past(context), id: context.id())
        return .single(scored, version: scored.round.stamp.version, to: request)
    }

    @Sendable func findings(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let found = try await surveys.findings(context.access, round: context.id())
        return .single(WordedFindings(found, message: \.message), version: nil, to: request)
    }

    /// Asked by POST, as no family is to be named in an address.
    @Sendable func targetFamilies(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let id: SurveyRound.ID = try context.id()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let asked = try body.read { TargetFamilies.Request(&$0) }
        let found = try await surveys.targetFamilies(context.access, round: id, asked)
        return .json(JSONWriter.bytes(of: found), headers: [.cacheControl: "no-store"])
    }

    @Sendable func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (SurveyRound.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(optionalOf: request, upTo: configuration.largestJSONBody)
        try body.refuseMembers()
        if let desk = desk(for: attempt) {
            return try await desk.take(attempt, .surveyClose, of: .round(id), at: version, .accepted)
        }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt, claim) {
                try await surveys.close($0, round: id, at: version)
            } again: {
                try await surveys.round($0, id: $1)
            }
        }
        return .changed(effect, version: effect.made.round.stamp.version)
    }

    @Sendable func discard(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (SurveyRound.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let reason = try body.read { $0.required("reason", .sentences) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt, claim) {
                try await surveys.discard($0, round: id, at: version, reason: reason)
            } counted: { counts in
                DiscardedRound(families: counts.first ?? 0, files: counts.last ?? 0)
            }
        }
        return .done(effect)
    }

    @Sendable func importFile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let attempt = Attempt(request, context, &query)
        let wanted = SurveyImportRequest(&query, lokus: try context.id())
        try query.finish()
        guard let wanted else { throw Refusal.faults(query.faults) }
        try request.requireFile()
        let claim = try attempt.claim(.required, body: [])
        if let desk = desk(for: attempt) {
            return try await desk.take(attempt, .surveyImport, of: .lokus(wanted.lokusID), .required)
        }
        let effect = try await Effect(wanted, SurveyFile(source: .body(of: request)), surveys, attempt, claim)
        return .done(
            effect, status: .created, headers: [.location: "/api/v1/survey-rounds/\(effect.made.roundID)"])
    }

    private func representation(_ access: Access, _ id: SurveyRound.ID) async throws -> Representation {
        let found = try await surveys.round(access, id: id)
        return Representation(of: found, version: found.round.stamp.version)
    }

    /// A preference is none that must be followed: a dry run has nobody to come back to.
    private func desk(for attempt: Attempt) -> OperationDesk? {
        attempt.request.prefers("respond-async") && !attempt.isDryRun ? desk : nil
    }

    @Sendable func receipt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        return .single(try await surveys.receipt(context.access, id: context.id()), version: nil, to: request)
    }
}
