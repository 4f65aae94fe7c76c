internal import Planning

extension AmendmentDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let reason = fields.required("reason", .sentences)
        let lines = fields.isPresent("lines") ? fields.amendmentLines() : []
        guard let reason, let lines else { return nil }
        self.init(reason: reason, lines: lines)
    }
}

extension AmendmentChange {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let reason = fields.kept("reason", .sentences)
        let lines = fields.isPresent("lines") ? fields.amendmentLines() : []
        let removed = fields.isPresent("removed_lines") ? fields.lines("removed_lines") : []
        guard let lines, let removed else { return nil }
        self.init(reason: reason, lines: lines, removed: removed)
    }
}

extension Fields {
    /// One entry an intervention.
    fileprivate mutating func amendmentLines() -> [AmendmentLineDraft]? {
        var named: Set<Intervention.ID> = []
        var references: Set<String> = []
        return objects("lines") { fields in
            guard let kind: PlanAmendment.Line.Kind = fields.required("kind", .text(.word)) else { return nil }
            guard kind != .add else {
                guard let draft = InterventionDraft(&fields) else { return nil }
                if !references.insert(draft.reference).inserted {
                    fields.refuse("reference", .repeated, draft.reference)
                }
                return .add(draft)
            }
            let id: Intervention.ID? = fields.required("intervention_id", .text(.id()))
            if let id, !named.insert(id).inserted { fields.refuse("intervention_id", .repeated, id.description) }
            guard kind == .change else {
                let reason = fields.required("reason", .sentences)
                guard let id, let reason else { return nil }
                return .cancel(id, reason: reason)
            }
            let change = InterventionChange(&fields)
            return id.map { .change($0, change) }
        }
    }
}
