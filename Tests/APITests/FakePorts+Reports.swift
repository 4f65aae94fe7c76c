import Planning
import Synchronization

extension FakePorts {
    func reports(_ access: Access, _ listing: Listing<ProgressReportField>) -> Reading<ProgressReport> {
        reading(access, listing) { $0.reports }
    }

    func reports(
        _ access: Access, of intervention: Intervention.ID, _ listing: Listing<ProgressReportField>
    ) -> Reading<ProgressReport> {
        reading(access, listing) { $0.reports }
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
        try claim(access, "\(id)")
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

    func verify(
        _ access: Access, _ reports: [AsRead<ProgressReport>], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport> {
        throw Refusal.notFound
    }

    func correct(
        _ access: Access, report id: ProgressReport.ID, at version: Int,
        _ change: @Sendable (ProgressReport) throws -> ProgressReportChange
    ) async throws -> ReportOutcome {
        let present = try await report(access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        let change = try change(present)
        state.withLock { $0.reportChanges.append(change) }
        return ReportOutcome(report: try await report(access, id: id), planTotals: Samples.totals)
    }

    func take(
        _ access: Access, _ step: ProgressReport.Step, report id: ProgressReport.ID, at version: Int, reason: String?
    ) async throws -> ReportOutcome {
        let present = try await report(access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        return ReportOutcome(report: present, planTotals: Samples.totals)
    }

    func say(
        _ access: Access, _ statement: VillageStatement, report id: ProgressReport.ID, at version: Int
    ) async throws -> ReportOutcome {
        let present = try await report(access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        return ReportOutcome(report: present, planTotals: Samples.totals)
    }

    func obligations(
        _ access: Access, _ listing: Listing<ReportObligationField>
    ) -> Reading<ReportObligation> {
        reading(access, listing) { _ in [] }
    }

    func annualEvaluations(
        _ access: Access, _ listing: Listing<AnnualEvaluationField>
    ) -> Reading<AnnualEvaluation> {
        reading(access, listing) { _ in [] }
    }
}
