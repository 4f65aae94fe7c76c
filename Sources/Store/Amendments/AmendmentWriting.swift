internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// The statements that write an amendment.
enum AmendmentWriting {
    /// Fails with SL404 where there is no such plan.
    static func insert(_ reason: String, of plan: ActionPlan.ID, as id: PlanAmendment.ID) -> Query<Void> {
        let statement: Statement = """
            with made as (
            insert into plan_amendment (kabupaten_code, id, plan_id, lokus_id, reason)
            select p.kabupaten_code, \(id.uuid), p.id, p.lokus_id, \(reason) from action_plan p where p.id = \(plan.uuid)
            returning id)
            select expect_rows(count(*)) from made
            """
        return statement.void
    }

    /// Touches no row at another version; the version is another one whatever is changed, lines too.
    static func update(_ id: PlanAmendment.ID, at version: Int, reason: String?) -> Query<Int> {
        let statement: Statement = """
            update plan_amendment a set reason = coalesce(\(reason), a.reason)
            where a.id = \(id.uuid) and a.version = \(Int32(clamping: version))
            """
        return statement.affected
    }

    static func remove(_ references: [String], from id: PlanAmendment.ID) -> Query<Int> {
        let statement: Statement = """
            delete from amendment_line where amendment_id = \(id.uuid) and reference = any (\(references))
            """
        return statement.affected
    }

    static func insert(_ line: PlanAmendment.Line, into id: PlanAmendment.ID) -> Query<Void> {
        let kind = line.kind.rawValue
        guard let after = line.after else {
            let statement: Statement = """
                insert into amendment_line (kabupaten_code, amendment_id, kind, intervention_id, reference, reason)
                select a.kabupaten_code, a.id, \(kind), \(line.interventionID?.uuid), \(line.reference), \(line.reason)
                from plan_amendment a where a.id = \(id.uuid)
                """
            return statement.void
        }
        let funding = after.funding.inOrder
        let shares = funding.flatMap { of in (of.shares ?? []).map { (source: of.source, share: $0) } }
            .sorted { $0.share.line.description < $1.share.line.description }
        let statement: Statement = """
            insert into amendment_line (kabupaten_code, amendment_id, kind, intervention_id, reference, after)
            select a.kabupaten_code, a.id, \(kind), \(line.interventionID?.uuid), plain_name(\(line.reference)),
                row(\(after.agencyCode), \(after.catalogueCode), \(after.title), \(after.indicators.sorted()),
                    \(after.targetQuantity.count)::bigint / 100.0, \(after.unit), \(PostgresDate(after.startsOn)),
                    \(PostgresDate(after.endsOn)), \(after.note), \(funding.map(\.source.rawValue)),
                    \(funding.map(\.amount.amount)), \(shares.map(\.source.rawValue)), \(shares.map(\.share.line.uuid)),
                    \(shares.map(\.share.amount.amount)), \(after.scope.targetGroup), \(after.scope.families),
                    \(after.scope.people), \(after.scope.location), \(after.scope.supportingAgencies))::intervention_terms
            from plan_amendment a where a.id = \(id.uuid)
            """
        return statement.void
    }

    /// Opens the plan to what nobody has approved, for a transaction that is undone.
    static func attempt(_ id: PlanAmendment.ID) -> Query<Void> {
        let statement: Statement = "select try_amendment(\(id.uuid))"
        return statement.void
    }
}
