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
        let (_, found, standing) = try await run(
            enter(access, .read, .progressReport), ReportQueries.one(id), StandingQueries.own)
        guard let found else { throw Refusal.notFound }
        return found.judged(by: standing)
    }

    package func report(
        _ access: Access, on intervention: Intervention.ID, _ draft: ProgressReportDraft, as id: ProgressReport.ID
    ) async throws -> ReportOutcome {
        let (_, _, _, found, totals, standing) = try await write(
            access, enter(access, .create, .progressReport), claim(access, location: "\(id)"),
            ReportQueries.insert(draft, on: intervention, as: id), ReportQueries.one(id),
            PlanQueries.totals(ofReport: id), StandingQueries.own)
        guard let found, let totals else { throw Refusal.notFound }
        return ReportOutcome(report: found.judged(by: standing), planTotals: totals)
    }

    package func take(
        _ access: Access, _ step: ProgressReport.Step, report id: ProgressReport.ID, at version: Int, reason: String?
    ) async throws -> ReportOutcome {
        // What is thrown within the transaction gives back the idempotency key.
        try await write(access) { transaction in
            let (_, _, moved, found, totals, standing) = try await transaction.pipeline(
                enter(access, step.permission.action, .progressReport), claim(access, location: "\(id)"),
                TransitionQueries.take(step.rawValue, .report, id.uuid, at: version, reason: reason),
                ReportQueries.one(id), PlanQueries.totals(ofReport: id), StandingQueries.own)
            let report = try found.moved(moved, step.permission, at: version, by: standing)
            guard let totals else { throw Refusal.notFound }
            return ReportOutcome(report: report.judged(by: standing), planTotals: totals)
        }
    }

    package func say(
        _ access: Access, _ statement: VillageStatement, report id: ProgressReport.ID, at version: Int
    ) async throws -> ReportOutcome {
        let permission = statement.word.permission
        return try await write(access) { transaction in
            let (_, _, said, found, totals, standing) = try await transaction.pipeline(
                enter(access, permission.action, .progressReport), claim(access, location: "\(id)"),
                VillageQueries.say(statement, of: id, at: version), ReportQueries.one(id),
                PlanQueries.totals(ofReport: id), StandingQueries.own)
            if let found { try standing.expect(permission, on: found.subject) }
            let report = try found.changed(said, at: version) { $0.stamp.version }
            guard let totals else { throw Refusal.notFound }
            return ReportOutcome(report: report.judged(by: standing), planTotals: totals)
        }
    }

    package func correct(
        _ access: Access, report id: ProgressReport.ID, at version: Int,
        _ change: @Sendable (ProgressReport) throws -> ProgressReportChange
    ) async throws -> ReportOutcome {
        try await write(access) { transaction in
            let (_, present, standing) = try await transaction.pipeline(
                enter(access, .update, .progressReport), ReportQueries.one(id), StandingQueries.own)
            guard let present else { throw Refusal.notFound }
            try standing.expect(Permission(.update, .progressReport), on: present.subject)
            guard present.stamp.version == version else {
                throw Refusal.stale(currentVersion: present.stamp.version)
            }
            let change = try change(present)
            let (changed, found, totals) = try await transaction.pipeline(
                ReportQueries.update(id, at: version, change), ReportQueries.one(id), PlanQueries.totals(ofReport: id))
            let report = try found.changed(changed, at: version) { $0.stamp.version }
            guard let totals else { throw Refusal.notFound }
            return ReportOutcome(report: report.judged(by: standing), planTotals: totals)
        }
    }
}
