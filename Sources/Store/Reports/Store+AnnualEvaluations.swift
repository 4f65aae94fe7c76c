internal import LibPQ
package import Planning

extension Store {
    package func annualEvaluations(
        _ access: Access, _ listing: Listing<AnnualEvaluationField>
    ) -> Reading<AnnualEvaluation> {
        reading(AnnualEvaluationQueries.list, listing, access)
    }
}

/// How the years `y` of interventions are read; what reports add is summed from `reported_progress` and nowhere else.
private enum AnnualEvaluationQueries {
    static let list = ListSource<AnnualEvaluationField, AnnualEvaluation>(
        resource: .progressReport, rows: "intervention_year y", alias: "y",
        columns: """
            y.intervention_id, y.reference, i.title, y.plan_id, y.lokus_id, \(PlaceSQL.columns), y.agency_code,
            a.short_name, y.budget_year, paid.codes, i.unit, (i.target_quantity * 100)::bigint, funded.idr,
            told.quantity_before, told.idr_before,
            case when extract(year from i.starts_on) = y.budget_year and extract(year from i.ends_on) = y.budget_year
                then funded.idr else paid.idr end,
            \((1...4).map { "told.quantity_\($0), told.idr_\($0)" }.joined(separator: ", ")),
            (select count(*) from progress_report u
                where u.kabupaten_code = y.kabupaten_code and u.intervention_id = y.intervention_id
                    and u.budget_year = y.budget_year and u.state in ('submitted', 'returned')),
            last.obstacles, last.follow_up, who.name
            """,
        joins: """
            join intervention i on i.kabupaten_code = y.kabupaten_code and i.id = y.intervention_id
            join agency a on a.kabupaten_code = y.kabupaten_code and a.code = y.agency_code
            join lokus l on l.kabupaten_code = y.kabupaten_code and l.id = y.lokus_id
            \(PlaceSQL.joins)
            cross join lateral (
                select coalesce(sum(f.amount_idr), 0)::bigint as idr from intervention_funding f
                where f.kabupaten_code = y.kabupaten_code and f.intervention_id = y.intervention_id
            ) funded
            cross join lateral (
                select sum(s.amount_idr)::bigint as idr,
                    coalesce(array_agg(distinct b.code) filter (where b.code is not null), '{}') as codes
                from budget_share s
                join budget_line b on b.kabupaten_code = s.kabupaten_code and b.id = s.budget_line_id
                where s.kabupaten_code = y.kabupaten_code and s.intervention_id = y.intervention_id
                    and b.budget_year = y.budget_year
            ) paid
            cross join lateral (
                select (coalesce(sum(p.quantity_share) filter (where p.budget_year < y.budget_year), 0) * 100)::bigint
                        as quantity_before,
                    coalesce(sum(p.spent_idr_share) filter (where p.budget_year < y.budget_year), 0)::bigint as idr_before,
                    \((1...4).map(quarter).joined(separator: ",\n"))
                from (
                    select p.* from reported_progress p
                    where p.kabupaten_code = y.kabupaten_code and p.intervention_id = y.intervention_id and p.counts
                    offset 0
                ) p
            ) told
            left join lateral (
                select r.obstacles, r.follow_up, r.reported_by from progress_report r
                where r.kabupaten_code = y.kabupaten_code and r.intervention_id = y.intervention_id
                    and r.budget_year = y.budget_year and r.state <> 'draft'
                order by r.period desc limit 1
            ) last on true
            left join principal who on who.id = last.reported_by
            """,
        links: [.lokus: "y.lokus_id", .plan: "y.plan_id", .intervention: "y.intervention_id"],
        fields: { field in
            switch field {
            case .desaCode, .year: .ofLokus(field, of: "y")
            case .interventionID, .reference, .planID, .lokusID, .kabupatenCode, .agencyCode, .budgetYear:
                .column("y.\(field.rawValue)")
            }
        }, decode: evaluation)

    private static func quarter(_ number: Int) -> String {
        let ofIt = "filter (where p.budget_year = y.budget_year and p.quarter = \(number))"
        return """
            (sum(p.quantity_share) \(ofIt) * 100)::bigint as quantity_\(number),
            sum(p.spent_idr_share) \(ofIt)::bigint as idr_\(number)
            """
    }

    private static let evaluation: @Sendable (inout Row) throws -> AnnualEvaluation = { row in
        let interventionID = try row.id(Intervention.ID.self)
        let (reference, title): (String, String) = (try row.next(), try row.next())
        let planID = try row.id(ActionPlan.ID.self)
        let lokusID = try row.id(Lokus.ID.self)
        let place = try Place(&row)
        let (agencyCode, agencyName): (String, String) = (try row.next(), try row.next())
        return AnnualEvaluation(
            interventionID: interventionID, reference: reference, title: title, planID: planID, lokusID: lokusID,
            place: place, agencyCode: agencyCode, agencyName: agencyName, budgetYear: try row.count(),
            codes: try row.next(), unit: try row.next(),
            target: .init(quantity: try row.hundredths(), money: try row.rupiah()),
            before: .init(quantity: try row.hundredths(), money: try row.rupiah()),
            budgetOfYear: try row.next(Int64?.self).map(Rupiah.init),
            quarters: try (1...4).map { _ in try amounts(&row) }, unverifiedReports: try row.next(),
            words: try words(&row))
    }

    private static func amounts(_ row: inout Row) throws -> AnnualEvaluation.Amounts? {
        let (quantity, money) = (try row.optionalHundredths(), try row.next(Int64?.self).map(Rupiah.init))
        guard let quantity, let money else { return nil }
        return AnnualEvaluation.Amounts(quantity: quantity, money: money)
    }

    /// Who may not know who reported may not read the words either.
    private static func words(_ row: inout Row) throws -> ProgressReport.Words? {
        let (obstacles, followUp, who): (String?, String?, String?) = (try row.next(), try row.next(), try row.next())
        guard let obstacles, let followUp, who != nil else { return nil }
        return ProgressReport.Words(obstacles: obstacles, followUp: followUp)
    }
}
