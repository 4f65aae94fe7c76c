internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// How amendments are read, with their lines and with the interventions that these are about, as they are now.
enum AmendmentQueries {
    struct Head {
        let id: PlanAmendment.ID
        let planID: ActionPlan.ID
        let lokusID: Lokus.ID
        let place: Place
        let reason: String
        let number: Int?
        let status: PlanAmendment.Status
        let isOwnWork: Bool
        let stamp: Stamp
    }

    typealias LineOfAmendment = (amendment: PlanAmendment.ID, line: PlanAmendment.Line)

    /// In the order in which they were begun.
    static func heads(_ id: UUID) -> Query<[Head]> {
        let statement: Statement = """
            select a.id, a.plan_id, a.lokus_id, \(unescaped: PlaceSQL.columns), a.reason, a.number, a.state,
                a.state_changed_at, (select who.name from principal who where who.id = a.state_by), a.state_reason,
                is_own_work(a.kabupaten_code, a.plan_id), a.version, a.created_at, a.updated_at
            from plan_amendment a
            join lokus l on l.kabupaten_code = a.kabupaten_code and l.id = a.lokus_id
            \(unescaped: PlaceSQL.joins)
            where \(id) in (a.id, a.plan_id)
            order by a.created_at, a.id
            """
        return statement.rows { row in
            Head(
                id: try row.id(), planID: try row.id(), lokusID: try row.id(), place: try Place(&row),
                reason: try row.next(), number: try row.optionalCount(),
                status: PlanAmendment.Status(
                    state: try row.word(), since: try row.moment(), by: try row.next(), reason: try row.next()),
                isOwnWork: try row.next(), stamp: try row.stamp())
        }
    }

    /// By reference; without what the interventions say now.
    static func lines(_ id: UUID) -> Query<[LineOfAmendment]> {
        let statement: Statement = """
            select a.id, x.kind, x.intervention_id, x.reason, x.reference, \(unescaped: terms("before")),
                \(unescaped: terms("after"))
            from plan_amendment a
            join amendment_line x on x.kabupaten_code = a.kabupaten_code and x.amendment_id = a.id
            where \(id) in (a.id, a.plan_id)
            order by x.amendment_id, x.reference collate "C"
            """
        return statement.rows { row in
            let amendment: PlanAmendment.ID = try row.id()
            let kind: PlanAmendment.Line.Kind = try row.word()
            let intervention: Intervention.ID? = try row.optionalID()
            let reason: String? = try row.next()
            let reference: String = try row.next()
            return (
                amendment,
                PlanAmendment.Line(
                    kind: kind, interventionID: intervention, reference: reference,
                    before: try terms(of: reference, &row), after: try terms(of: reference, &row), now: nil,
                    reason: reason)
            )
        }
    }

    /// The columns of a value of `intervention_terms`, as `InterventionQueries` reads terms.
    private static func terms(_ name: String) -> String {
        let columns = [
            "agency_code", "catalogue_code", "title", "indicators", "target_quantity", "unit", "target_group",
            "target_families", "target_people", "location", "supporting_agencies", "starts_on", "ends_on", "note",
            "sources", "amounts_idr", "share_sources", "share_lines", "share_amounts_idr",
        ]
        return columns.map { $0 == "target_quantity" ? "((x.\(name)).\($0) * 100)::bigint" : "(x.\(name)).\($0)" }
            .joined(separator: ", ")
    }

    /// Nil where there is no such value.
    private static func terms(of reference: String, _ row: inout Row) throws -> InterventionDraft? {
        guard let agency: String = try row.next(String?.self) else {
            row.skip(18)
            return nil
        }
        return try InterventionQueries.terms(of: reference, by: agency, &row)
    }
}

extension PlanAmendment {
    /// Amendments out of what was read of them in one pipeline.
    static func all(
        _ heads: [AmendmentQueries.Head], _ lines: [AmendmentQueries.LineOfAmendment], _ present: [Intervention]
    ) -> [PlanAmendment] {
        let terms = Dictionary(present.map { ($0.id, $0.terms) }) { first, _ in first }
        let lines = Dictionary(grouping: lines, by: \.amendment)
        return heads.map { head in
            PlanAmendment(
                id: head.id, planID: head.planID, lokusID: head.lokusID, place: head.place, reason: head.reason,
                number: head.number, status: head.status,
                lines: (lines[head.id] ?? []).map { _, line in
                    var line = line
                    line.now = line.interventionID.flatMap { terms[$0] }
                    return line
                }, stamp: head.stamp, isOwnWork: head.isOwnWork)
        }
    }
}
