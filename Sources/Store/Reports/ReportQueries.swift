internal import LibPQ
internal import Planning

/// How reports are read: as stored in `r`, with cumulative figures and the period's own share from `p`.
enum ReportQueries {
    static let columns = """
        r.intervention_id, i.reference, i.title, i.plan_id, i.agency_code, a.short_name,
        (i.target_quantity * 100)::bigint, i.unit,
        (select coalesce(sum(f.amount_idr), 0)::bigint from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id),
        r.id, p.budget_year, p.quarter, p.nil, (p.physical_percent * 100)::bigint, (p.quantity * 100)::bigint,
        p.spent_idr, (p.physical_percent_share * 100)::bigint, (p.quantity_share * 100)::bigint, p.spent_idr_share,
        r.obstacles, r.follow_up, who.name, r.version, r.created_at, r.updated_at
        """
    static let joins = """
        join lateral (
            select p.* from reported_progress p
            where p.kabupaten_code = r.kabupaten_code and p.intervention_id = r.intervention_id offset 0
        ) p on p.id = r.id
        join intervention i on i.kabupaten_code = r.kabupaten_code and i.id = r.intervention_id
        join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
        left join principal who on who.id = r.reported_by
        """

    static let report: @Sendable (inout Row) throws -> ProgressReport = { row in
        let interventionID = try row.id(Intervention.ID.self)
        let (reference, title): (String, String) = (try row.next(), try row.next())
        let planID = try row.id(ActionPlan.ID.self)
        let (agencyCode, agencyName): (String, String) = (try row.next(), try row.next())
        let target = try row.hundredths()
        let unit: String = try row.next()
        let budget = try row.rupiah()
        guard let progress = try PlannedQueries.progress(&row) else {
            throw UnexpectedContent(what: "report", found: "without figures")
        }
        let share = ProgressFigures(
            physicalPercent: try row.hundredths(), quantity: try row.hundredths(), spent: try row.rupiah())
        return ProgressReport(
            interventionID: interventionID, reference: reference, title: title, planID: planID,
            agencyCode: agencyCode, agencyName: agencyName, targetQuantity: target, unit: unit, budget: budget,
            progress: progress, share: share,
            words: ProgressReport.Words(obstacles: try row.next(), followUp: try row.next()),
            reportedBy: try row.next(), stamp: try row.stamp())
    }

    static func one(_ id: ProgressReport.ID) -> Query<ProgressReport?> {
        let statement: Statement = """
            select \(unescaped: columns) from progress_report r \(unescaped: joins) where r.id = \(id.uuid)
            """
        return statement.first(report)
    }
}
