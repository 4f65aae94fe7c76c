internal import LibPQ
package import Planning

extension Store {
    package func obligations(
        _ access: Access, _ listing: Listing<ReportObligationField>
    ) -> Reading<ReportObligation> {
        reading(ObligationQueries.list, listing, access)
    }
}

/// How obligations to report `o` are read.
enum ObligationQueries {
    /// An agency is told of its own only.
    static let toldToCaller =
        "(current_setting('selaras.agency') = '' or o.agency_code = current_setting('selaras.agency'))"

    static let list = ListSource<ReportObligationField, ReportObligation>(
        resource: .progressReport, rows: "report_obligation() o", alias: "o",
        always: toldToCaller,
        columns: """
            o.intervention_id, i.reference, i.title, o.plan_id, o.lokus_id, \(PlaceSQL.columns),
            o.agency_code, a.short_name, o.budget_year, o.quarter, o.due_on, o.state, o.days_overdue, o.report_id,
            o.report_state
            """,
        joins: """
            \(intervention)
            join agency a on a.kabupaten_code = o.kabupaten_code and a.code = o.agency_code
            join lokus l on l.kabupaten_code = o.kabupaten_code and l.id = o.lokus_id
            \(PlaceSQL.joins)
            """,
        links: [.lokus: "o.lokus_id", .plan: "o.plan_id", .intervention: "o.intervention_id"],
        fields: { field in
            switch field {
            case .reference: FieldSQL(expression: "i.reference", join: intervention)
            case .desaCode, .year: .ofLokus(field, of: "o")
            case .interventionID, .planID, .lokusID, .kabupatenCode, .agencyCode, .budgetYear, .quarter, .dueOn,
                .state, .daysOverdue:
                .column("o.\(field.rawValue)")
            }
        }, decode: obligation)

    private static let intervention =
        "join intervention i on i.kabupaten_code = o.kabupaten_code and i.id = o.intervention_id"

    private static let obligation: @Sendable (inout Row) throws -> ReportObligation = { row in
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
            state: try row.word(), daysOverdue: try row.count(), reportID: try row.optionalID(),
            reportState: try row.next(String?.self).map { try Row.word($0) })
    }
}
