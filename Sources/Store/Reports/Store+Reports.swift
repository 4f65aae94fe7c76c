internal import LibPQ
package import Planning

extension Store {
    package func reports(_ access: Access, _ listing: Listing<ProgressReportField>) -> Reading<ProgressReport> {
        reading(ReportQueries.list, listing, access)
    }

    package func reports(
        _ access: Access, of intervention: Intervention.ID, _ listing: Listing<ProgressReportField>
    ) -> Reading<ProgressReport> {
        reading(ReportQueries.list, listing, access, check: exists(intervention))
    }

    /// Fails with SL404 where there is none.
    private func exists(_ intervention: Intervention.ID) -> Query<Void> {
        let statement: Statement = "select expect_rows(count(*)) from intervention where id = \(intervention.uuid)"
        return statement.void
    }

    package func report(_ access: Access, id: ProgressReport.ID) async throws -> ProgressReport {
        let (_, found) = try await run(enter(access, .read, .progressReport), ReportQueries.one(id))
        guard let found else { throw Refusal.notFound }
        return found
    }

    package func report(
        _ access: Access, on intervention: Intervention.ID, _ draft: ProgressReportDraft, as id: ProgressReport.ID
    ) async throws -> ReportOutcome {
        let (_, _, _, found, totals) = try await write(
            access, enter(access, .create, .progressReport), claim(access, location: "/api/v1/reports/\(id)"),
            ReportQueries.insert(draft, on: intervention, as: id), ReportQueries.one(id),
            PlanQueries.totals(ofReport: id))
        guard let found, let totals else { throw Refusal.notFound }
        return ReportOutcome(report: found, planTotals: totals)
    }

    package func correct(
        _ access: Access, report id: ProgressReport.ID, at version: Int, _ change: ProgressReportChange
    ) async throws -> ReportOutcome {
        let (keeps, figures): (Bool, ProgressFigures?) =
            switch change.figures {
            case .keep: (true, nil)
            case .clear: (false, nil)
            case .set(let figures): (false, figures)
            }
        let update: Statement = """
            update progress_report set
                nil = case when \(keeps) then nil else \(figures == nil) end,
                physical_percent = case when \(keeps) then physical_percent
                    else \(figures?.physicalPercent.count)::bigint / 100.0 end,
                quantity = case when \(keeps) then quantity else \(figures?.quantity.count)::bigint / 100.0 end,
                spent_idr = case when \(keeps) then spent_idr else \(figures?.spent.amount)::bigint end,
                obstacles = coalesce(\(change.obstacles), obstacles),
                follow_up = coalesce(\(change.followUp), follow_up),
                reported_by = current_setting('selaras.principal')::uuid
            where id = \(id.uuid) and version = \(Int32(clamping: version)) and not \(change.isEmpty)
            """
        let (caller, changed, found, totals) = try await write(
            access, enter(access, .update, .progressReport), update.affected, ReportQueries.one(id),
            PlanQueries.totals(ofReport: id))
        // Row-level security hides another agency's report from the update, not from reading.
        if let agency = caller.agency, let found, found.agencyCode != agency { throw Refusal.forbidden }
        let report = try found.changed(changed, at: version) { $0.stamp.version }
        guard let totals else { throw Refusal.notFound }
        return ReportOutcome(report: report, planTotals: totals)
    }
}
