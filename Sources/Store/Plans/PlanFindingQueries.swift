internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// How what a plan may lack is read.
enum PlanFindingQueries {
    /// An intervention of the plan, or one of another plan of the same village by the same framework.
    struct Found: Sendable {
        let told: PlanFinding.Concerned
        let isOwn: Bool
        /// Whether its plan counts on it.
        let isCommitted: Bool
        let isAccepted: Bool
        let indicators: [String]
        /// Those in which it is carried out.
        let years: ClosedRange<Int>
        /// Those that give anything.
        let sources: [Funding.Source]
    }

    typealias Overdrawn = (line: PlanFinding.Line, interventions: [Intervention.ID])
    typealias Late = (arrears: PlanFinding.Arrears, interventions: [Intervention.ID])

    /// By reference, the plan's own first.
    static func interventions(_ id: ActionPlan.ID) -> Query<[Found]> {
        let statement: Statement = """
            select i.id, i.plan_id, i.reference, i.title, i.agency_code, a.short_name, i.state, money.idr,
                i.plan_id = plan.id, is_committed(i.state), i.accepted_on is not null, aims.codes,
                extract(year from i.starts_on)::integer, extract(year from i.ends_on)::integer, money.sources
            from action_plan plan
            join lokus here on here.kabupaten_code = plan.kabupaten_code and here.id = plan.lokus_id
            join lokus l on l.kabupaten_code = here.kabupaten_code and l.desa_code = here.desa_code
            join action_plan p on p.kabupaten_code = l.kabupaten_code and p.lokus_id = l.id
                and p.framework_code = plan.framework_code and p.framework_version = plan.framework_version
            join intervention i on i.kabupaten_code = p.kabupaten_code and i.plan_id = p.id
            join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
            \(unescaped: InterventionQueries.aims)
            cross join lateral (
                select coalesce(sum(m.amount_idr), 0)::bigint as idr,
                    coalesce(array_agg(m.source order by m.source) filter (where m.amount_idr > 0), '{}') as sources
                from intervention_funding m
                where m.kabupaten_code = i.kabupaten_code and m.intervention_id = i.id
            ) money
            where plan.id = \(id.uuid) and (i.plan_id = plan.id or is_committed(i.state))
            order by i.plan_id <> plan.id, i.reference, i.id
            """
        return statement.rows { row in
            let told = PlanFinding.Concerned(
                id: try row.id(), planID: try row.id(), reference: try row.next(), title: try row.next(),
                agency: try agency(&row), state: try row.word(), budget: try row.rupiah())
            let (isOwn, isCommitted, isAccepted): (Bool, Bool, Bool) = (
                try row.next(), try row.next(), try row.next()
            )
            let indicators: [String] = try row.next()
            let (first, last) = (try row.count(), try row.count())
            let sources: [String] = try row.next()
            return Found(
                told: told, isOwn: isOwn, isCommitted: isCommitted, isAccepted: isAccepted, indicators: indicators,
                years: first...max(first, last), sources: try sources.map { try Row.word($0) })
        }
    }

    /// The lines that interventions of the plan have a share of and that give more than they have.
    static func overdrawn(_ id: ActionPlan.ID) -> Query<[Overdrawn]> {
        let statement: Statement = """
            select * from (
            select b.id, b.title, b.code, b.agency_code, a.short_name, b.budget_year, b.source, b.stage,
                b.ceiling_idr, \(unescaped: BudgetQueries.sharedOfLine) as shared_idr, own.idr, own.interventions
            from (
                select s.kabupaten_code, s.budget_line_id, sum(s.amount_idr)::bigint as idr,
                    array_agg(i.id order by i.reference) as interventions
                from intervention i
                join budget_share s on s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id
                where i.plan_id = \(id.uuid) and s.counts
                group by s.kabupaten_code, s.budget_line_id
            ) own
            join budget_line b on b.kabupaten_code = own.kabupaten_code and b.id = own.budget_line_id
            join agency a on a.kabupaten_code = b.kabupaten_code and a.code = b.agency_code) line
            where shared_idr > ceiling_idr
            order by shared_idr - ceiling_idr desc, budget_year, title, id
            """
        return statement.rows { row in
            let (line, title, code): (BudgetLine.ID, String, String?) = (
                try row.id(), try row.next(), try row.next()
            )
            let found = PlanFinding.Line(
                id: line, title: title, code: code.flatMap(SubActivityCode.init), agency: try agency(&row),
                budgetYear: try row.count(), source: try row.word(), stage: try row.word(),
                ceiling: try row.rupiah(), shared: try row.rupiah(), amount: try row.rupiah())
            return (line: found, interventions: try row.ids())
        }
    }

    /// By agency what is to be reported of the plan, where any of it is overdue; what is told of it is what the list of
    /// obligations tells.
    static func arrears(_ id: ActionPlan.ID) -> Query<[Late]> {
        let statement: Statement = """
            select o.agency_code, a.short_name, count(*) filter (where o.state = 'overdue') as overdue, count(*),
                min(o.due_on) filter (where o.state = 'overdue') as since,
                array_agg(distinct o.intervention_id) filter (where o.state = 'overdue')
            from report_obligation() o
            join agency a on a.kabupaten_code = o.kabupaten_code and a.code = o.agency_code
            where o.plan_id = \(id.uuid) and \(unescaped: ObligationQueries.toldToCaller)
            group by o.kabupaten_code, o.agency_code, a.short_name
            having count(*) filter (where o.state = 'overdue') > 0
            order by overdue desc, since, o.agency_code
            """
        return statement.rows { row in
            let arrears = PlanFinding.Arrears(
                agency: try agency(&row), overdue: try row.next(), obligations: try row.next(), since: try row.day())
            return (arrears: arrears, interventions: try row.ids())
        }
    }

    private static func agency(_ row: inout Row) throws -> AgencyName {
        AgencyName(code: try row.next(), shortName: try row.next())
    }
}

extension Row {
    fileprivate mutating func ids() throws -> [Intervention.ID] {
        try next([UUID].self).map { Intervention.ID($0) }
    }
}
