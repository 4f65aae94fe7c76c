internal import LibPQ
internal import Planning

/// How reports are read: as stored in `r`, with cumulative figures and the period's own share from `p`.
enum ReportQueries {
    static let columns = """
        r.intervention_id, i.reference, i.title, i.plan_id, r.lokus_id, i.agency_code, a.short_name,
        (i.target_quantity * 100)::bigint, i.unit,
        (select coalesce(sum(f.amount_idr), 0)::bigint from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id),
        r.id, p.budget_year, p.quarter, p.nil, (p.physical_percent * 100)::bigint, (p.quantity * 100)::bigint,
        p.spent_idr, (p.physical_percent_share * 100)::bigint, (p.quantity_share * 100)::bigint, p.spent_idr_share,
        r.state, r.state_changed_at, (select taker.name from principal taker where taker.id = r.state_by),
        r.state_reason, (p.counted_physical_percent * 100)::bigint, (p.counted_quantity * 100)::bigint,
        p.counted_spent_idr,
        \(VillageQueries.ownColumns), r.obstacles, r.follow_up, r.basis,
        who.name, r.version, r.created_at, r.updated_at, \(VillageQueries.columns)
        """
    private static let figures = ["physical_percent", "quantity", "spent_idr"]
    /// One reading of the intervention's reports for what was said and what of it counts.
    static let joins = """
        cross join lateral (
            select max(p.budget_year) as budget_year, max(p.quarter) as quarter,
                bool_or(p.nil) filter (where not p.counts) as nil,
                \(figures.map { "max(p.\($0)) filter (where not p.counts) as \($0)" }.joined(separator: ", ")),
                \(figures.map { "max(p.\($0)_share) filter (where not p.counts) as \($0)_share" }
                    .joined(separator: ", ")),
                \(figures.map { "max(p.\($0)) filter (where p.counts) as counted_\($0)" }.joined(separator: ", "))
            from reported_progress p
            where p.kabupaten_code = r.kabupaten_code and p.intervention_id = r.intervention_id and p.id = r.id
        ) p
        join intervention i on i.kabupaten_code = r.kabupaten_code and i.id = r.intervention_id
        join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
        left join principal who on who.id = r.reported_by
        """

    static let report: @Sendable (inout Row) throws -> ProgressReport = { row in
        let interventionID = try row.id(Intervention.ID.self)
        let (reference, title): (String, String) = (try row.next(), try row.next())
        let planID = try row.id(ActionPlan.ID.self)
        let lokusID = try row.id(Lokus.ID.self)
        let (agencyCode, agencyName): (String, String) = (try row.next(), try row.next())
        let target = try row.hundredths()
        let unit: String = try row.next()
        let budget = try row.rupiah()
        guard let progress = try PlannedQueries.progress(&row) else {
            throw UnexpectedContent(what: "report", found: "without figures")
        }
        let share = ProgressFigures(
            physicalPercent: try row.hundredths(), quantity: try row.hundredths(), spent: try row.rupiah())
        var report = ProgressReport(
            interventionID: interventionID, reference: reference, title: title, planID: planID, lokusID: lokusID,
            agencyCode: agencyCode, agencyName: agencyName, targetQuantity: target, unit: unit, budget: budget,
            progress: progress, share: share, status: try status(&row),
            words: ProgressReport.Words(
                obstacles: try row.next(), followUp: try row.next(), basis: try row.next()),
            reportedBy: try row.next(), stamp: try row.stamp())
        report.confirmation = try VillageQueries.confirmation(&row)
        return report
    }

    private static func status(_ row: inout Row) throws -> ProgressReport.Status {
        let state: ProgressReport.State = try row.word()
        let (since, by, reason): (Moment?, String?, String?) = (
            try row.optionalMoment(), try row.next(), try row.next()
        )
        return ProgressReport.Status(
            state: state, since: since, by: by, reason: reason, counted: try counted(&row),
            own: try VillageQueries.own(&row))
    }

    private static func counted(_ row: inout Row) throws -> ProgressFigures? {
        let (physical, quantity) = (try row.optionalHundredths(), try row.optionalHundredths())
        let spent = try row.next(Int64?.self).map(Rupiah.init)
        guard let physical, let quantity, let spent else { return nil }
        return ProgressFigures(physicalPercent: physical, quantity: quantity, spent: spent)
    }

    static func one(_ id: ProgressReport.ID) -> Query<ProgressReport?> {
        let statement: Statement = """
            select \(unescaped: columns) from progress_report r \(unescaped: joins) where r.id = \(id.uuid)
            """
        return statement.first(report)
    }

    /// In no order.
    static func all(_ ids: [ProgressReport.ID]) -> Query<[(id: ProgressReport.ID, made: ProgressReport)]> {
        let statement: Statement = """
            select \(unescaped: columns) from progress_report r \(unescaped: joins)
            where r.id = any (\(ids.map(\.uuid)))
            """
        return statement.rows { row in
            let found = try report(&row)
            return (id: found.id, made: found)
        }
    }

    /// Fails with SL404 where there is no such intervention.
    static func insert(
        _ draft: ProgressReportDraft, on intervention: Intervention.ID, as id: ProgressReport.ID
    ) -> Query<Void> {
        let figures = draft.figures
        let insert: Statement = """
            with made as (
            insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year,
                quarter, nil, physical_percent, quantity, spent_idr, obstacles, follow_up, basis,
                reported_by, state)
            select i.kabupaten_code, \(id.uuid), i.id, i.agency_code, i.lokus_id, \(Int32(draft.period.budgetYear)),
                \(Int16(draft.period.quarter)), \(figures == nil),
                \(figures?.physicalPercent.count)::bigint / 100.0, \(figures?.quantity.count)::bigint / 100.0,
                \(figures?.spent.amount)::bigint, \(draft.words.obstacles), \(draft.words.followUp), \(draft.words.basis),
                current_setting('selaras.principal')::uuid,
                \((draft.isDraft ? ProgressReport.State.draft : .submitted).rawValue)
            from intervention i where i.id = \(intervention.uuid)
            returning id)
            select expect_rows(count(*)) from made
            """
        return insert.void
    }

    /// In one order, as `InterventionWriting.lock`; but who reports may not change interventions, nor lock them.
    static func queue(behind interventions: [Intervention.ID]) -> Query<Void> {
        let statement: Statement = "select lock_interventions(\(interventions.map(\.uuid)))"
        return statement.void
    }

    /// In one order, so that two who verify the same reports wait for each other and never both.
    static func lock(_ ids: [ProgressReport.ID]) -> Query<Void> {
        let statement: Statement = """
            select 1 from progress_report where id = any (\(ids.map(\.uuid)))
            order by kabupaten_code, id for no key update
            """
        return statement.void
    }

    /// Touches no row at another version, and none where nothing is to be changed.
    static func update(_ id: ProgressReport.ID, at version: Int, _ change: ProgressReportChange) -> Query<Int> {
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
                follow_up = coalesce(\(change.followUp), follow_up), basis = coalesce(\(change.basis), basis)
            where id = \(id.uuid) and version = \(Int32(clamping: version)) and not \(change.isEmpty)
            """
        return update.affected
    }
}

extension ReportQueries {
    static let list = ListSource<ProgressReportField, ProgressReport>(
        resource: .progressReport, rows: "progress_report r", alias: "r", columns: columns, joins: joins,
        links: [.lokus: "r.lokus_id", .plan: "i.plan_id", .intervention: "r.intervention_id"],
        fields: { field in
            switch field {
            case .interventionReference: .ofIntervention("i.reference")
            case .planID: .ofIntervention("i.plan_id")
            case .desaCode, .year: .ofLokus(field, of: "r")
            case .confirmation: .nullable("r.village_says")
            case .awaitsConfirmation: FieldSQL(expression: VillageQueries.isAwaited)
            case .id, .interventionID, .kabupatenCode, .agencyCode, .budgetYear, .quarter, .state, .isNil, .createdAt,
                .updatedAt:
                .column("r.\(field.rawValue)")
            }
        }, decode: report)
}

extension FieldSQL {
    /// As `ReportQueries.joins` has it.
    fileprivate static func ofIntervention(_ expression: String) -> FieldSQL {
        FieldSQL(
            expression: expression,
            join: "join intervention i on i.kabupaten_code = r.kabupaten_code and i.id = r.intervention_id")
    }
}
