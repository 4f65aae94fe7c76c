internal import LibPQ
internal import Planning

/// Interventions in one line, with how far they got.
enum PlannedQueries {
    /// How far an intervention `i` has got; nothing where nothing was reported.
    static let progressColumns = ["p", "s"].map { of in
        ["id", "budget_year", "quarter", "nil", "physical", "quantity", "spent_idr"].map { "\(of).\($0)" }
            .joined(separator: ", ")
    }.joined(separator: ", ")
    /// Where what was said last `s` is not what counts `p`: it is not verified, or repeats, as nil, what is not.
    static let isUnverified = """
        (s.state in ('submitted', 'returned') or (s.physical, s.quantity, s.spent_idr)
            is distinct from (p.physical, p.quantity, p.spent_idr))
        """
    /// As verified, and beside it what was reported last where that is not verified.
    static let progressJoin = """
        left join lateral (\(latest("latest_progress"))) p on true
        left join lateral (\(latest("latest_statement"))) s on \(isUnverified)
        """

    /// The row of an intervention `i` in a view of the last of each. `limit 1` changes no result: it keeps the planner from
    /// working out the whole kabupaten first.
    static func latest(_ view: String) -> String {
        """
        select said.id, said.budget_year, said.quarter, said.nil, (said.physical_percent * 100)::bigint as physical,
            (said.quantity * 100)::bigint as quantity, said.spent_idr, said.state
        from \(view) said
        where said.kabupaten_code = i.kabupaten_code and said.intervention_id = i.id limit 1
        """
    }

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
                budget: try row.rupiah(), progress: try progress(&row), unverified: try progress(&row))
        }
    }
}
