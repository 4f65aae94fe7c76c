internal import LibPQ
internal import Measurement
internal import Planning

/// What is read for the rakor beside the plan, its matrix and its findings.
enum PackQueries {
    struct Ground {
        let decree: Lokus.Decree?
        let coordinatorOffice: String
        let today: CalendarDay
        /// Of whoever reads; nil where that is no office.
        let agency: String?
    }

    static func ground(_ id: ActionPlan.ID) -> Query<Ground?> {
        let statement: Statement = """
            select l.decree_number, l.decree_on, k.coordinator_office, today(plan.kabupaten_code),
                nullif(current_setting('selaras.agency', true), '')
            from action_plan plan
            join lokus l on l.kabupaten_code = plan.kabupaten_code and l.id = plan.lokus_id
            join kabupaten k on k.code = plan.kabupaten_code
            where plan.id = \(id.uuid)
            """
        return statement.first { row in
            let (number, day): (String?, CalendarDay?) = (try row.next(), try row.optionalDay())
            var decree: Lokus.Decree?
            if let number, let day { decree = Lokus.Decree(number: number, on: day) }
            return Ground(
                decree: decree, coordinatorOffice: try row.next(), today: try row.day(), agency: try row.next())
        }
    }

    static func round(_ id: ActionPlan.ID) -> Query<SurveyRound?> {
        let statement: Statement = """
            select \(unescaped: RoundQueries.columns)
            from action_plan plan
            \(unescaped: PlanQueries.baselineRound)
            \(unescaped: RoundQueries.joins)
            where plan.id = \(id.uuid)
            """
        return statement.first(RoundQueries.round)
    }

    static func dimensions(_ id: ActionPlan.ID) -> Query<[ShownValue?]> {
        let statement: Statement = """
            select d.value::text
            from action_plan plan
            \(unescaped: PlanQueries.baselineRound)
            \(unescaped: DimensionQueries.joins)
            where plan.id = \(id.uuid) order by d.position
            """
        return statement.rows { row in try row.shown() }
    }

    /// The offices that serve the lokus, and those that do something there without.
    static func offices(_ id: ActionPlan.ID) -> Query<[RakorPack.Office]> {
        let statement: Statement = """
            select a.code, a.short_name, a.name, a.kind, a.role, duty.codes
            from action_plan plan
            join lokus l on l.kabupaten_code = plan.kabupaten_code and l.id = plan.lokus_id
            join agency a on a.kabupaten_code = plan.kabupaten_code
            cross join lateral (
                select coalesce(array_agg(d.indicator_code order by f.position), '{}') as codes
                from agency_duty d
                join framework_indicator f on f.framework_code = d.framework_code
                    and f.framework_version = plan.framework_version and f.code = d.indicator_code
                where d.kabupaten_code = a.kabupaten_code and d.agency_code = a.code
                    and d.framework_code = plan.framework_code
            ) duty
            where plan.id = \(id.uuid) and (a.region_code is null or starts_with(l.desa_code, a.region_code)
                or exists (select from intervention i where i.kabupaten_code = a.kabupaten_code
                    and i.agency_code = a.code and i.plan_id = plan.id))
            order by a.code
            """
        return statement.rows { row in
            RakorPack.Office(
                name: AgencyName(code: try row.next(), shortName: try row.next()), fullName: try row.next(),
                kind: try row.next(), role: try row.next(), duties: try row.next())
        }
    }

    /// What the caller is told that is still to be reported, by day.
    static func due(_ id: ActionPlan.ID) -> Query<[ReportObligation]> {
        let statement: Statement = """
            select \(unescaped: ObligationQueries.list.columns)
            from report_obligation() o \(unescaped: ObligationQueries.list.joins)
            where o.plan_id = \(id.uuid) and o.state <> 'reported' and \(unescaped: ObligationQueries.toldToCaller)
            order by o.due_on, i.reference, o.budget_year, o.quarter
            """
        return statement.rows(ObligationQueries.list.decode)
    }
}
