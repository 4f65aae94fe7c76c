internal import LibPQ
internal import Planning

/// Interventions in one line, with how far they got.
enum PlannedQueries {
    /// How far an intervention `i` has got; nothing where nothing was reported. `limit 1` changes no result: it keeps the
    /// planner from working out the progress of the whole kabupaten first.
    static let progressColumns = "p.id, p.budget_year, p.quarter, p.nil, p.physical, p.quantity, p.spent_idr"
    static let progressJoin = """
        left join lateral (
            select p.id, p.budget_year, p.quarter, p.nil, (p.physical_percent * 100)::bigint as physical,
                (p.quantity * 100)::bigint as quantity, p.spent_idr
            from latest_progress p where p.kabupaten_code = i.kabupaten_code and p.intervention_id = i.id limit 1
        ) p on true
        """

    static func progress(_ row: inout Row) throws -> Progress? {
        guard let id: ProgressReport.ID = try row.optionalID() else {
            row.skip(6)
            return nil
        }
        let (year, quarter) = (try row.count(), try row.small())
        guard let period = ReportPeriod(budgetYear: year, quarter: quarter) else {
            throw UnexpectedContent(what: "period", found: "\(year)/\(quarter)")
        }
        return Progress(
            reportID: id, period: period, isNil: try row.next(),
            figures: ProgressFigures(
                physicalPercent: try row.hundredths(), quantity: try row.hundredths(), spent: try row.rupiah()))
    }

    /// All interventions of a lokus, by reference.
    static func ofLokus(_ id: Lokus.ID) -> Query<[PlannedIntervention]> {
        let statement: Statement = """
            select i.id, i.reference, i.title, i.agency_code, a.short_name, i.state, (i.target_quantity * 100)::bigint,
                i.unit, aims.codes,
                (select coalesce(sum(f.amount_idr), 0)::bigint from intervention_funding f
                    where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id),
                \(unescaped: progressColumns)
            from intervention i
            join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
            \(unescaped: InterventionQueries.aims)
            \(unescaped: progressJoin)
            where i.lokus_id = \(id.uuid) and i.state not in ('declined', 'cancelled') order by i.reference, i.id
            """
        return statement.rows { row in
            PlannedIntervention(
                id: try row.id(), reference: try row.next(), title: try row.next(),
                agency: AgencyName(code: try row.next(), shortName: try row.next()), state: try row.word(),
                targetQuantity: try row.hundredths(), unit: try row.next(), indicators: try row.next(),
                budget: try row.rupiah(), progress: try progress(&row))
        }
    }
}
