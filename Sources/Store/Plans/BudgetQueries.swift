internal import LibPQ
internal import Planning

/// How budget lines are read and written; `b` is the line.
enum BudgetQueries {
    private static let columns = """
        b.id, b.kabupaten_code, b.agency_code, a.short_name, b.budget_year, b.source, b.title, b.written_code,
        b.nomenclature, b.murni_idr, b.pergeseran_idr, b.perubahan_idr, shared.idr, b.version, b.created_at, b.updated_at
        """

    private static let joins = """
        join agency a on a.kabupaten_code = b.kabupaten_code and a.code = b.agency_code
        cross join lateral (select \(sharedOfLine) as idr) shared
        """

    /// What interventions that their plans count on have of line `b`, one each, so that no sum counts it twice.
    static let sharedOfLine = """
        (select coalesce(sum(every.amount_idr), 0)::bigint from budget_share every
            where every.kabupaten_code = b.kabupaten_code and every.budget_line_id = b.id and every.counts)
        """

    private static let line: @Sendable (inout Row) throws -> BudgetLine = { row in
        let id = try row.id(BudgetLine.ID.self)
        let (kabupaten, agency, agencyName): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let year = try row.count()
        let source: Funding.Source = try row.word()
        let item = BudgetItem(title: try row.next(), writtenCode: try row.next(), nomenclature: try row.next())
        var ceilings: [BudgetLine.Ceiling] = []
        for stage in BudgetLine.Stage.allCases {
            let amount: Int64? = try row.next()
            if let amount { ceilings.append(BudgetLine.Ceiling(stage: stage, amount: Rupiah(amount))) }
        }
        return BudgetLine(
            id: id, kabupatenCode: kabupaten, agencyCode: agency, agencyName: agencyName, budgetYear: year,
            source: source, item: item, ceilings: ceilings, shared: try row.rupiah(), shares: nil,
            stamp: try row.stamp())
    }

    static let list = ListSource<BudgetLineField, BudgetLine>(
        resource: .budgetLine, rows: "budget_line b", alias: "b", columns: columns, joins: joins,
        fields: { field in
            switch field {
            case .shared: .column(sharedOfLine)
            case .left: .column("(b.ceiling_idr - \(sharedOfLine))")
            case .code, .nomenclature: .nullable("b.\(field.rawValue)")
            case .id, .kabupatenCode, .agencyCode, .budgetYear, .source, .title, .stage, .ceiling, .createdAt,
                .updatedAt:
                .column("b.\(field.rawValue)")
            }
        }, decode: line)

    static func one(_ id: BudgetLine.ID) -> Query<BudgetLine?> {
        let statement: Statement = """
            select \(unescaped: columns) from budget_line b \(unescaped: joins) where b.id = \(id.uuid)
            """
        return statement.first(line)
    }

    /// What interventions that their plans count on have of it, each nil where the caller does not see it: read at once, so
    /// that the sum and its parts are of the same moment.
    static func shares(_ id: BudgetLine.ID) -> Query<[(share: BudgetLine.Share?, amount: Rupiah)]> {
        let statement: Statement = """
            select s.amount_idr, i.id, i.reference, i.title, i.agency_code, i.plan_id, i.lokus_id, desa.name, l.year
            from budget_share s
            left join (intervention i
                join lokus l on l.kabupaten_code = i.kabupaten_code and l.id = i.lokus_id
                join region desa on desa.code = l.desa_code
            ) on i.kabupaten_code = s.kabupaten_code and i.id = s.intervention_id
            where s.budget_line_id = \(id.uuid) and s.counts
            order by l.year, desa.name, l.id, i.reference, i.id
            """
        return statement.rows { row in
            let amount = try row.rupiah()
            guard let intervention: Intervention.ID = try row.optionalID() else {
                row.skip(7)
                return (nil, amount)
            }
            return (
                BudgetLine.Share(
                    interventionID: intervention, reference: try row.next(), title: try row.next(),
                    agencyCode: try row.next(), planID: try row.id(), lokusID: try row.id(), desaName: try row.next(),
                    year: try row.count(), amount: amount), amount
            )
        }
    }

    static func insert(_ draft: BudgetLineDraft, as id: BudgetLine.ID) -> Query<Void> {
        let item = draft.item
        let ofStages = amounts([draft.ceiling])
        let statement: Statement = """
            insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, code, written_code,
                nomenclature, title, murni_idr, pergeseran_idr, perubahan_idr)
            values (\(draft.kabupatenCode.description), \(id.uuid), \(draft.agencyCode), \(Int32(draft.budgetYear)),
                \(draft.source.rawValue), \(item.code?.description), \(item.writtenCode), \(item.nomenclature),
                \(item.title), \(ofStages[0]), \(ofStages[1]), \(ofStages[2]))
            """
        return statement.void
    }

    /// Touches no row at another version.
    static func update(
        _ id: BudgetLine.ID, at version: Int, _ item: BudgetItem, _ ceilings: [BudgetLine.Ceiling]
    ) -> Query<Int> {
        let ofStages = amounts(ceilings)
        let statement: Statement = """
            update budget_line
            set code = \(item.code?.description), written_code = \(item.writtenCode),
                nomenclature = \(item.nomenclature), title = \(item.title), murni_idr = \(ofStages[0]),
                pergeseran_idr = \(ofStages[1]), perubahan_idr = \(ofStages[2])
            where id = \(id.uuid) and version = \(Int32(clamping: version))
            """
        return statement.affected
    }

    /// One a stage, in their order.
    private static func amounts(_ ceilings: [BudgetLine.Ceiling]) -> [Int64?] {
        BudgetLine.Stage.allCases.map { stage in ceilings.first { $0.stage == stage }?.amount.amount }
    }
}
