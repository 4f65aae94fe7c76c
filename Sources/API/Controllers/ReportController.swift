internal import Hummingbird
internal import Planning
internal import Wire

struct ReportController {
    let reports: any ReportPort
    let plans: any PlanPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reports.reports($0, $1) }
    }

    @Sendable func listOfIntervention(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id: Intervention.ID = try context.id()
        return try await request.list(context, configuration) { listing in
            listing.narrow(to: .test(.interventionID, Comparison(.eq, [FieldValue(id)])))
        } _: {
            reports.reports($0, of: id, $1)
        }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let report = try await reports.report(request.past(context), id: context.id())
        return .single(report, version: report.stamp.version, to: request)
    }

    @Sendable func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let intervention: Intervention.ID = try context.id()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let claim = try attempt.claim(.required, body: body.bytes)
        let draft = try body.read { ProgressReportDraft(&$0) }
        let effect = try await Effect(attempt, claim) {
            try await reports.report($0, on: intervention, draft, as: .new())
        } again: {
            try await outcome($0, $1)
        }
        let report = effect.made.report
        return .created(
            effect, at: "/api/v1/reports/\(report.id)",
            tagged: Representation(of: report, version: report.stamp.version))
    }

    @Sendable func correct(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (ProgressReport.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let patch = try body.read { ReportPatch(&$0) }
        let effect = try await attempt.onVersion {
            try await representation($0, id)
        } _: {
            try await Effect(attempt) {
                try await reports.correct($0, report: id, at: version) { try patch.change(of: $0) }
            }
        }
        let report = effect.made.report
        return .changed(effect, tagged: Representation(of: report, version: report.stamp.version))
    }

    /// A step along the table of transitions: it names the version that it moves.
    func take(
        _ step: ProgressReport.Step
    ) -> @Sendable (Request, SignedInContext) async throws -> Response {
        { request, context in
            let effect = try await Effect(moving: request, context, upTo: configuration.largestJSONBody) {
                StepDraft(&$0, needsReason: step.needsReason)
            } by: {
                try await reports.take($0, step, report: $1, at: $2, reason: $3.reason)
            } current: {
                try await representation($0, $1)
            } again: {
                try await outcome($0, $1)
            }
            let report = effect.made.report
            return .changed(effect, tagged: Representation(of: report, version: report.stamp.version))
        }
    }

    /// What its village says of a report, at the version that it has read.
    func say(
        _ word: ProgressReport.VillageWord
    ) -> @Sendable (Request, SignedInContext) async throws -> Response {
        { request, context in
            let effect = try await Effect(moving: request, context, upTo: configuration.largestJSONBody) {
                VillageStatement(&$0, word)
            } by: {
                try await reports.say($0, $3, report: $1, at: $2)
            } current: {
                try await representation($0, $1)
            } again: {
                try await outcome($0, $1)
            }
            let report = effect.made.report
            return .changed(effect, tagged: Representation(of: report, version: report.stamp.version))
        }
    }

    private func representation(_ access: Access, _ id: ProgressReport.ID) async throws -> Representation {
        let found = try await reports.report(access, id: id)
        return Representation(of: found, version: found.stamp.version)
    }

    /// As it is now: the report, and what its plan adds up to.
    private func outcome(_ access: Access, _ id: ProgressReport.ID) async throws -> ReportOutcome {
        let report = try await reports.report(access, id: id)
        let plan = try await plans.plan(access, id: report.planID)
        return ReportOutcome(report: report, planTotals: plan.totals)
    }

    /// What is reported is no longer due: it is listed only where the state is asked for.
    @Sendable func obligations(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { listing in
            guard !listing.condition.mentions(.state) else { return }
            listing.narrow(to: .test(.state, Comparison(.neq, [FieldValue(ReportObligation.State.reported)])))
        } _: {
            reports.obligations($0, $1)
        }
    }

    @Sendable func annualEvaluations(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { reports.annualEvaluations($0, $1) }
    }
}
