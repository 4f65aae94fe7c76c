internal import Planning

extension ProgressReportDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let year = fields.required("budget_year", .integer(in: 2015...2100))
        let quarter = fields.required("quarter", .integer(in: 1...4))
        let isNil = fields.optional("nil", .flag) ?? false
        let isDraft = fields.optional("draft", .flag) ?? false
        let figures = FiguresPatch(&fields, isNil: isNil)
        let obstacles = fields.optional("obstacles", .prose)
        let followUp = fields.optional("follow_up", .prose)
        let basis = fields.optional("basis", .prose)
        if !isNil { figures.requireAll(&fields) }
        guard let year, let quarter, let period = ReportPeriod(budgetYear: year, quarter: quarter),
            fields.faults.isEmpty
        else { return nil }
        self.init(
            period: period, figures: figures.complete,
            words: ProgressReport.Words(obstacles: obstacles ?? "", followUp: followUp ?? "", basis: basis ?? ""),
            isDraft: isDraft)
    }
}

/// The three figures of a report, each of which may be absent.
struct FiguresPatch {
    static let names = ["physical_percent", "quantity", "spent_idr"]

    let physicalPercent: Hundredths?
    let quantity: Hundredths?
    let spent: Rupiah?

    /// With `isNil` none may have a value.
    init(_ fields: inout Fields, isNil: Bool) {
        physicalPercent = fields.optional("physical_percent", .percent)
        quantity = fields.optional("quantity", .quantity)
        spent = fields.optional("spent_idr", .rupiah)
        guard isNil else { return }
        if physicalPercent != nil { fields.refuse("physical_percent", .figuresWithNil) }
        if quantity != nil { fields.refuse("quantity", .figuresWithNil) }
        if spent != nil { fields.refuse("spent_idr", .figuresWithNil) }
    }

    /// Nil unless all three are there.
    var complete: ProgressFigures? { merged(into: nil) }

    var isEmpty: Bool { physicalPercent == nil && quantity == nil && spent == nil }

    func merged(into figures: ProgressFigures?) -> ProgressFigures? {
        guard let physicalPercent = physicalPercent ?? figures?.physicalPercent,
            let quantity = quantity ?? figures?.quantity, let spent = spent ?? figures?.spent
        else { return nil }
        return ProgressFigures(physicalPercent: physicalPercent, quantity: quantity, spent: spent)
    }

    /// A figure that has a fault already gets no second one.
    func requireAll(_ fields: inout Fields) {
        let values: [(name: String, isAbsent: Bool)] = [
            ("physical_percent", physicalPercent == nil), ("quantity", quantity == nil), ("spent_idr", spent == nil),
        ]
        for (name, isAbsent) in values where isAbsent && !fields.hasFault(in: name) {
            fields.refuse(name, .required)
        }
    }
}

extension VillageStatement {
    /// Nil where `fields` has found a fault. Who confirms counts as the report does.
    init?(_ fields: inout Fields, _ word: ProgressReport.VillageWord) {
        let note = word.needsNote ? fields.required("note", .sentences) : fields.optional("note", .prose)
        let counted = word == .disputed ? fields.optional("quantity", .quantity) : nil
        if word.needsNote && note == nil { return nil }
        self.init(word, note: note.flatMap { $0.isEmpty ? nil : $0 }, counted: counted)
    }
}

/// A merge patch of a report.
struct ReportPatch {
    /// Nil where it does not say.
    let isNil: Bool?
    let figures: FiguresPatch
    let obstacles: Change<String>
    let followUp: Change<String>
    let basis: Change<String>

    init(_ fields: inout Fields) {
        let isNil = fields.kept("nil", .flag)
        self.isNil = isNil
        figures = FiguresPatch(&fields, isNil: isNil ?? false)
        // Only with "nil": true may figures be taken away.
        if isNil != true {
            for name in FiguresPatch.names where fields.isNull(name) { fields.refuse(name, .required) }
        }
        obstacles = fields.change("obstacles", .prose)
        followUp = fields.change("follow_up", .prose)
        basis = fields.change("basis", .prose)
    }

    func change(of present: ProgressReport) throws -> ProgressReportChange {
        ProgressReportChange(
            figures: try figuresChange(present), obstacles: Self.text(obstacles), followUp: Self.text(followUp),
            basis: Self.text(basis))
    }

    private func figuresChange(_ present: ProgressReport) throws -> Change<ProgressFigures> {
        if isNil == true { return .clear }
        if figures.isEmpty && isNil == nil { return .keep }
        let base = present.progress.isNil ? nil : present.progress.figures
        if let merged = figures.merged(into: base) { return .set(merged) }
        var fields = Fields()
        figures.requireAll(&fields)
        throw Refusal.faults(fields.faults)
    }

    /// Null removes a text: it is empty then.
    private static func text(_ change: Change<String>) -> String? {
        change == .clear ? "" : change.applied(to: nil)
    }
}
