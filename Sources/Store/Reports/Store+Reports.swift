internal import LibPQ
package import Planning

extension Store {
    package func reports(
        _ access: Access, matching filter: ProgressReportFilter, page: PageRequest
    ) async throws -> Page<ProgressReport> {
        let year = filter.budgetYear.map(Int32.init)
        let quarter = filter.quarter.map { Int16(clamping: $0) }
        let period = page.key(1).flatMap { Int32($0) }
        let statement: Statement = """
            select \(unescaped: ReportQueries.columns) from progress_report r \(unescaped: ReportQueries.joins)
            where (\(filter.interventionID?.uuid)::uuid is null
                    or r.intervention_id = \(filter.interventionID?.uuid)::uuid)
                and (\(filter.planID?.uuid)::uuid is null or i.plan_id = \(filter.planID?.uuid)::uuid)
                and (\(filter.agencyCode)::text is null or r.agency_code = \(filter.agencyCode)::text)
                and (\(year)::integer is null or r.budget_year = \(year)::integer)
                and (\(quarter)::smallint is null or r.quarter = \(quarter)::smallint)
                and (\(period)::integer is null or (i.reference, r.period, r.id)
                    > (\(page.key(0))::text, \(period)::integer, \(page.uuid(2))::uuid))
            order by i.reference, r.period, r.id limit \(page.limit)
            """
        let (_, _, rows) = try await run(
            enter(access, .read, .progressReport), exists(filter.interventionID), statement.rows(ReportQueries.report))
        return Page(reading: rows, for: page) {
            let period = $0.progress.period
            return [$0.reference, String(period.budgetYear * 4 + period.quarter - 1), $0.id.description]
        }
    }

    /// No reports is another answer than no intervention. Fails with SL404 where there is none.
    private func exists(_ intervention: Intervention.ID?) -> Query<Void> {
        guard let intervention else { return ("select" as Statement).void }
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
            where id = \(id.uuid) and version = \(Int32(version))
            """
        let (caller, changed, found, totals) = try await write(
            access, enter(access, .update, .progressReport), update.affected, ReportQueries.one(id),
            PlanQueries.totals(ofReport: id))
        // Row-level security hides another agency's report from the update, not from reading.
        if let agency = caller.agency, let found, found.agencyCode != agency { throw Refusal.forbidden }
        let report = try found.changed(changed) { $0.stamp.version }
        guard let totals else { throw Refusal.notFound }
        return ReportOutcome(report: report, planTotals: totals)
    }
}
