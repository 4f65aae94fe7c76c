internal import LibPQ
package import Planning

extension Store {
    package func report(
        _ access: Access, _ drafts: [(intervention: Intervention.ID, draft: ProgressReportDraft)], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport> {
        let ids = drafts.map { _ in ProgressReport.ID.new() }
        return try await batch(
            access, Permission(.create, .progressReport), mode, at: ids.map { "\($0)" },
            first: ReportQueries.queue(behind: drafts.map(\.intervention))
        ) { transaction, _, index in
            let (id, item) = (ids[index], drafts[index])
            let (_, _, _, made) = try await transaction.pipeline(
                BatchMark.keep, BatchMark.first, ReportQueries.insert(item.draft, on: item.intervention, as: id),
                ReportQueries.one(id))
            guard let made else { throw Refusal.notFound }
            return made
        } again: {
            ReportQueries.all($0)
        }
    }

    package func verify(
        _ access: Access, _ reports: [AsRead<ProgressReport>], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport> {
        try await batch(
            access, ProgressReport.Step.verify.permission, mode, at: reports.map { "\($0.id)" },
            first: ReportQueries.lock(reports.map(\.id))
        ) { transaction, standing, index in
            let (id, version) = (reports[index].id, reports[index].version)
            let (_, _, moved, found) = try await transaction.pipeline(
                BatchMark.keep, BatchMark.first,
                TransitionQueries.take(ProgressReport.Step.verify.rawValue, .report, id.uuid, at: version, reason: nil),
                ReportQueries.one(id))
            return try found.moved(
                moved, ProgressReport.Step.verify.permission, at: version, by: standing)
        } again: {
            ReportQueries.all($0)
        }
    }
}
