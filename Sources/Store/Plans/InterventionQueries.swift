internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// How interventions are read; `i` is the intervention, `l` its lokus.
enum InterventionQueries {
    /// The indicators of `i`, in framework order. Arrays, and no aggregates: of a subquery that is joined the planner forgets,
    /// in a nested loop around a hash join, what its beginning costs, and then begins it once for every row of the register.
    static let aims = """
        cross join lateral (
            select array(
                select x.indicator_code
                from intervention_indicator x
                join framework_indicator f on f.framework_code = x.framework_code
                    and f.framework_version = x.framework_version and f.code = x.indicator_code
                where x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
                order by f.position) as codes
        ) aims
        """

    /// A column of the rows of `i` in a table, in an order that is always the same.
    private static func array(_ column: String, of table: String, by order: String) -> String {
        """
        array(select x.\(column) from \(table) x
            where x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id order by x.\(order))
        """
    }

    static let columns = """
        i.id, i.plan_id, i.lokus_id, \(PlaceSQL.columns), a.short_name, i.reference, i.agency_code, i.catalogue_code,
        i.title, aims.codes, (i.target_quantity * 100)::bigint, i.unit,
        \(scope), i.starts_on, i.ends_on, i.note,
        \(array("source", of: "intervention_funding", by: "source")),
        \(array("amount_idr", of: "intervention_funding", by: "source")),
        \(array("source", of: "budget_share", by: "budget_line_id")),
        \(array("budget_line_id", of: "budget_share", by: "budget_line_id")),
        \(array("amount_idr", of: "budget_share", by: "budget_line_id")), i.state, i.assigned_on, i.accepted_on,
        \(course), \(PlannedQueries.progressColumns),
        i.version, i.created_at, i.updated_at
        """

    /// What was recorded before there was a list of supporters has none.
    private static let scope = """
        i.target_group, i.target_families, i.target_people, i.location, coalesce(i.supporting_agencies, '{}')
        """

    /// How it came to its state, and what continues it.
    private static let course = """
        i.state_changed_at, (select who.name from principal who where who.id = i.state_by), i.state_reason, i.ended_on,
        i.continues_id, (select n.id from intervention n
            where n.kabupaten_code = i.kabupaten_code and n.continues_id = i.id)
        """

    static let joins = """
        join lokus l on l.kabupaten_code = i.kabupaten_code and l.id = i.lokus_id
        \(PlaceSQL.joins)
        join agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
        \(aims)
        \(PlannedQueries.progressJoin)
        """

    static let intervention: @Sendable (inout Row) throws -> Intervention = { row in
        let id = try row.id(Intervention.ID.self)
        let planID = try row.id(ActionPlan.ID.self)
        let lokusID = try row.id(Lokus.ID.self)
        let place = try Place(&row)
        let agencyName: String = try row.next()
        let reference: String = try row.next()
        let terms = try terms(of: reference, by: row.next(), &row)
        return Intervention(
            id: id, planID: planID, lokusID: lokusID, place: place, agencyName: agencyName, terms: terms,
            state: try row.word(), assignedOn: try row.optionalDay(), acceptedOn: try row.optionalDay(),
            course: Intervention.Course(
                since: try row.optionalMoment(), by: try row.next(), reason: try row.next(),
                endedOn: try row.optionalDay(), continues: try row.optionalID(), continuedBy: try row.optionalID()),
            progress: try PlannedQueries.progress(&row), unverified: try PlannedQueries.progress(&row),
            stamp: try row.stamp())
    }

    static func terms(
        of reference: String, by agencyCode: String, _ row: inout Row
    ) throws -> InterventionDraft {
        let catalogueCode: String? = try row.next()
        let title: String = try row.next()
        let indicators: [String] = try row.next()
        let target = try row.hundredths()
        let unit: String = try row.next()
        let scope = InterventionScope(
            targetGroup: try row.next(String?.self) ?? "", targetFamilies: try row.optionalCount(),
            targetPeople: try row.optionalCount(), location: try row.next(String?.self) ?? "",
            supportingAgencies: try row.next([String]?.self) ?? [])
        let (startsOn, endsOn) = (try row.day(), try row.day())
        let note: String = try row.next()
        return InterventionDraft(
            reference: reference, agencyCode: agencyCode, catalogueCode: catalogueCode, title: title,
            indicators: indicators, targetQuantity: target, unit: unit, scope: scope, startsOn: startsOn,
            endsOn: endsOn, note: note,
            funding: try funding(&row))
    }

    private static func funding(_ row: inout Row) throws -> [Funding] {
        let sources: [String] = try row.next()
        let amounts: [Int64] = try row.next()
        let sourcesOfShares: [String] = try row.next()
        let lines: [UUID] = try row.next()
        let shared: [Int64] = try row.next()
        return try zip(sources, amounts).map { source, amount in
            let shares = lines.indices.filter { sourcesOfShares[$0] == source }
                .map { Funding.Share(line: BudgetLine.ID(lines[$0]), amount: Rupiah(shared[$0])) }
            return Funding(source: try Row.word(source), amount: Rupiah(amount), shares: shares)
        }
    }

    static func one(_ id: Intervention.ID) -> Query<Intervention?> {
        let statement: Statement = "\(unescaped: ofItsPlan) where i.id = \(id.uuid)"
        return statement.first(withItsPlan)
    }

    /// In no order.
    static func all(_ ids: [Intervention.ID]) -> Query<[(id: Intervention.ID, made: Intervention)]> {
        let statement: Statement = "\(unescaped: ofItsPlan) where i.id = any (\(ids.map(\.uuid)))"
        return statement.rows(known)
    }

    /// What amendments are about: one, or all of a plan. In no order.
    static func ofAmendments(_ id: UUID) -> Query<[(id: Intervention.ID, made: Intervention)]> {
        let statement: Statement = """
            \(unescaped: ofItsPlan) where i.id in (
                select x.intervention_id from plan_amendment am
                join amendment_line x on x.kabupaten_code = am.kabupaten_code and x.amendment_id = am.id
                where \(id) in (am.id, am.plan_id))
            """
        return statement.rows(known)
    }

    private static let known: @Sendable (inout Row) throws -> (id: Intervention.ID, made: Intervention) = { row in
        let found = try withItsPlan(&row)
        return (id: found.id, made: found)
    }

    /// Interventions with the state of their plan, by which it is judged what may be done.
    private static let ofItsPlan = """
        select \(columns), plan_state(i.kabupaten_code, i.plan_id) from intervention i \(joins)
        """

    private static let withItsPlan: @Sendable (inout Row) throws -> Intervention = { row in
        var found = try intervention(&row)
        found.planState = try row.next(String?.self).flatMap(ActionPlan.State.init(rawValue:))
        return found
    }
}

extension InterventionQueries {
    static let list = ListSource<InterventionField, Intervention>(
        resource: .intervention, rows: "intervention i", alias: "i", columns: columns, joins: joins,
        links: [.lokus: "i.lokus_id", .plan: "i.plan_id"],
        fields: { field in
            switch field {
            case .desaCode, .year: .ofLokus(field, of: "i")
            case .indicators:
                .column(
                    """
                    array(select aim.indicator_code from intervention_indicator aim
                        where aim.kabupaten_code = i.kabupaten_code and aim.intervention_id = i.id)
                    """)
            case .budget:
                .column(
                    """
                    (select coalesce(sum(share.amount_idr), 0) from intervention_funding share
                        where share.kabupaten_code = i.kabupaten_code and share.intervention_id = i.id)
                    """)
            case .supportingAgencies: .column("coalesce(i.supporting_agencies, '{}')")
            case .catalogueCode, .assignedOn, .acceptedOn: .nullable("i.\(field.rawValue)")
            case .id, .planID, .lokusID, .kabupatenCode, .reference, .agencyCode, .title, .targetQuantity, .unit,
                .startsOn, .endsOn, .state, .createdAt, .updatedAt:
                .column("i.\(field.rawValue)")
            }
        }, decode: intervention)
}
