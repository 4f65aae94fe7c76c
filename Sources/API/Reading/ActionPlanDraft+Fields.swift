internal import Planning

extension ActionPlanDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let lokus = fields.required("lokus_id", .text(.id() as TextFormat<Lokus.ID>))
        let title = fields.optional("title", .line)
        let agreedOn = fields.optional("agreed_on", .day)
        guard let lokus else { return nil }
        self.init(lokusID: lokus, title: title, agreedOn: agreedOn)
    }
}

extension ActionPlanChange {
    init(_ fields: inout Fields) {
        self.init(title: fields.kept("title", .line), agreedOn: fields.change("agreed_on", .day))
    }
}

/// The body of a transition that may state its day.
struct AssignmentDraft {
    /// Nil: today.
    let on: CalendarDay?

    init(_ fields: inout Fields) {
        on = fields.optional("assigned_on", .day)
    }
}
