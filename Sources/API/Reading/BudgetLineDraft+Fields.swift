internal import Planning

extension BudgetLineDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let kabupaten = fields.required("kabupaten_code", .text(.regionCode(depth: 2)))
        let agency = fields.required("agency_code", .line)
        let year = fields.required("budget_year", .integer(in: 2015...2100))
        let source = fields.required("source", .text(.sourceWithMoney))
        let code = fields.optional("code", .line)
        let nomenclature = fields.optional("nomenclature", .line)
        let title = fields.required("title", .line)
        let stage = fields.optional("stage", .text(.word as TextFormat<BudgetLine.Stage>))
        let ceiling = fields.required("ceiling_idr", .rupiah)
        guard let kabupaten, let agency, let year, let source, let title, let ceiling, fields.faults.isEmpty
        else { return nil }
        self.init(
            kabupatenCode: kabupaten, agencyCode: agency, budgetYear: year, source: source,
            item: BudgetItem(title: title, writtenCode: code, nomenclature: nomenclature),
            ceiling: BudgetLine.Ceiling(stage: stage ?? .murni, amount: ceiling))
    }
}

extension BudgetLineChange {
    init(_ fields: inout Fields) {
        self.init()
        title = fields.kept("title", .line)
        writtenCode = fields.change("code", .line)
        nomenclature = fields.change("nomenclature", .line)
        stage = fields.kept("stage", .text(.word as TextFormat<BudgetLine.Stage>))
        ceiling = fields.kept("ceiling_idr", .rupiah)
        // A stage says nothing without its ceiling.
        if stage != nil, !fields.isPresent("ceiling_idr") { fields.refuse("ceiling_idr", .needsBothOrNeither) }
    }
}

extension TextFormat<Funding.Source> {
    fileprivate static let sourceWithMoney = TextFormat { text throws(ValueFault) in
        guard let source = Funding.Source(rawValue: text), BudgetLine.sources.contains(source) else {
            throw ValueFault(.notInList, allowed: BudgetLine.sources.map(\.rawValue))
        }
        return source
    }
}
