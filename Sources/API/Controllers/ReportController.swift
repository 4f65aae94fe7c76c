internal import Hummingbird
internal import Planning
internal import Wire

struct ReportController {
    let reports: any ReportPort
    let plans: any PlanPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        var filter = ProgressReportFilter()
        filter.planID = query.optional("plan_id", .id())
        filter.agencyCode = query.optional("agency_code", .line)
        filter.budgetYear = query.optional("budget_year", .integer(in: 2015...2100))
        filter.quarter = query.optional("quarter", .integer(in: 1...4))
        return try await list(&query, context, filter)
    }

    @Sendable func listOfIntervention(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        var filter = ProgressReportFilter()
        filter.interventionID = try context.id()
        return try await list(&query, context, filter)
    }

    private func list(
        _ query: inout Query, _ context: SignedInContext, _ filter: ProgressReportFilter
    ) async throws -> Response {
        let page = query.page()
        try query.finish()
        return .list(try await reports.reports(context.access, matching: filter, page: page), for: query)
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let report = try await reports.report(context.access, id: context.id())
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
        } again: { access, id in
            let report = try await reports.report(access, id: id)
            let plan = try await plans.plan(access, id: report.planID)
            return ReportOutcome(report: report, planTotals: plan.totals)
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
        let change = try patch.change(of: try await present(context, id, at: version, for: patch))
        let effect = try await Effect(attempt) { try await reports.correct($0, report: id, at: version, change) }
        let report = effect.made.report
        return .changed(effect, tagged: Representation(of: report, version: report.stamp.version))
    }

    /// The report as it is, where the patch leaves some of its figures as they are; `correct` checks the version again.
    private func present(
        _ context: SignedInContext, _ id: ProgressReport.ID, at version: Int, for patch: ReportPatch
    ) async throws -> ProgressReport? {
        guard patch.needsPresent else { return nil }
        let present = try await reports.report(context.access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        return present
    }

    @Sendable func obligations(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        var filter = ReportObligationFilter()
        filter.state = query.optional("state", .word)
        filter.planID = query.optional("plan_id", .id())
        filter.agencyCode = query.optional("agency_code", .line)
        let page = query.page()
        try query.finish()
        return .list(try await reports.obligations(context.access, matching: filter, page: page), for: query)
    }
}
