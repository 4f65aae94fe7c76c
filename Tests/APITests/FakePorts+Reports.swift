import Planning
import Synchronization

extension FakePorts {
    func reports(
        _ access: Access, matching: ProgressReportFilter, page: PageRequest
    ) async throws -> Page<ProgressReport> {
        try enter(access)
        return Page(items: get(\.reports), next: nil)
    }

    func report(_ access: Access, id: ProgressReport.ID) async throws -> ProgressReport {
        try enter(access)
        guard let found = get({ $0.reports.first { $0.id == id } }) else { throw Refusal.notFound }
        return found
    }

    func report(
        _ access: Access, on intervention: Intervention.ID, _ draft: ProgressReportDraft, as id: ProgressReport.ID
    ) async throws -> ReportOutcome {
        try enter(access)
        try claim(access, "/api/v1/reports/\(id)")
        let report = Samples.report(id, on: intervention, draft)
        state.withLock { state in
            state.reportDrafts.append(draft)
            state.reports.append(report)
        }
        return ReportOutcome(report: report, planTotals: Samples.totals)
    }

    func report(
        _ access: Access, _ drafts: [(intervention: Intervention.ID, draft: ProgressReportDraft)], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport> {
        throw Refusal.notFound
    }

    func correct(
        _ access: Access, report id: ProgressReport.ID, at version: Int, _ change: ProgressReportChange
    ) async throws -> ReportOutcome {
        state.withLock { $0.reportChanges.append(change) }
        return ReportOutcome(report: try await report(access, id: id), planTotals: Samples.totals)
    }

    func obligations(
        _ access: Access, matching: ReportObligationFilter, page: PageRequest
    ) async throws -> Page<ReportObligation> {
        try enter(access)
        return Page(items: [], next: nil)
    }
}
