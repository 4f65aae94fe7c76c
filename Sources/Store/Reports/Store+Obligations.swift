internal import LibPQ
package import Planning

extension Store {
    package func obligations(
        _ access: Access, matching filter: ReportObligationFilter, page: PageRequest
    ) async throws -> Page<ReportObligation> {
        let after = page.key(0).flatMap { CalendarDay($0) }.map { PostgresDate($0) }
        let statement: Statement = """
            select o.intervention_id, i.reference, i.title, o.plan_id, o.lokus_id, \(unescaped: PlaceSQL.columns),
                o.agency_code, a.short_name, o.budget_year, o.quarter, o.due_on, o.state, o.days_overdue, o.report_id
            from report_obligation() o
            join intervention i on i.kabupaten_code = o.kabupaten_code and i.id = o.intervention_id
            join agency a on a.kabupaten_code = o.kabupaten_code and a.code = o.agency_code
            join lokus l on l.kabupaten_code = o.kabupaten_code and l.id = o.lokus_id
            \(unescaped: PlaceSQL.joins)
            where (o.state = \(filter.state?.rawValue)::text or (\(filter.state?.rawValue)::text is null
                    and o.state <> 'reported'))
                and (\(filter.planID?.uuid)::uuid is null or o.plan_id = \(filter.planID?.uuid)::uuid)
                and (\(filter.agencyCode)::text is null or o.agency_code = \(filter.agencyCode)::text)
                and (current_setting('selaras.agency') = '' or o.agency_code = current_setting('selaras.agency'))
                and (\(after)::date is null or (o.due_on, i.reference, o.intervention_id)
                    > (\(after)::date, \(page.key(1))::text, \(page.uuid(2))::uuid))
            order by o.due_on, i.reference, o.intervention_id limit \(page.limit)
            """
        let query = statement.rows { row in
            let interventionID = try row.id(Intervention.ID.self)
            let (reference, title): (String, String) = (try row.next(), try row.next())
            let planID = try row.id(ActionPlan.ID.self)
            let lokusID = try row.id(Lokus.ID.self)
            let place = try Place(&row)
            let (agencyCode, agencyName): (String, String) = (try row.next(), try row.next())
            let (year, quarter) = (try row.count(), try row.small())
            guard let period = ReportPeriod(budgetYear: year, quarter: quarter) else {
                throw UnexpectedContent(what: "period", found: "\(year)/\(quarter)")
            }
            return ReportObligation(
                interventionID: interventionID, reference: reference, title: title, planID: planID, lokusID: lokusID,
                place: place, agencyCode: agencyCode, agencyName: agencyName, period: period, dueOn: try row.day(),
                state: try row.word(), daysOverdue: try row.count(), reportID: try row.optionalID())
        }
        let (_, rows) = try await run(enter(access, .read, .progressReport), query)
        return Page(reading: rows, for: page) { [$0.dueOn.description, $0.reference, $0.interventionID.description] }
    }
}
