internal import Planning

extension ActionPlanDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let lokus = fields.required("lokus_id", .text(.id() as TextFormat<Lokus.ID>))
        let title = fields.optional("title", .line)
        let ikk = fields.optional("target_ikk", .percent)
        let targets = fields.isPresent("targets") ? fields.targets() : []
        guard let lokus, let targets else { return nil }
        self.init(
            lokusID: lokus, title: title, targets: PlanTargets(ikk: ikk, indicators: targets))
    }
}

extension ActionPlanChange {
    init(_ fields: inout Fields) {
        self.init(
            title: fields.kept("title", .line), meeting: MeetingChange(&fields),
            targetIKK: fields.change("target_ikk", .percent),
            targets: fields.isPresent("targets") ? fields.targets() : nil)
    }
}

extension MeetingChange {
    fileprivate init(_ fields: inout Fields) {
        self.init()
        on = fields.change("meeting_on", .day)
        place = fields.change("meeting_place", .line)
        minutes = fields.change("meeting_minutes", .sentences)
        guard fields.isPresent("meeting_participants") else { return }
        let isEmpty = fields.isEmptyList("meeting_participants") || fields.isNull("meeting_participants")
        participants = isEmpty ? [] : fields.lines("meeting_participants")
    }
}

/// The body of a step of a plan or an intervention.
struct StepDraft {
    /// Nil where none is asked for.
    let reason: String?

    init?(_ fields: inout Fields, needsReason: Bool) {
        reason = needsReason ? fields.required("reason", .sentences) : nil
    }
}

extension Fields {
    /// One entry an indicator.
    fileprivate mutating func targets() -> [PlanTargets.Target]? {
        var codes: Set<String> = []
        return objects("targets") { fields in
            let code = fields.required("indicator_code", .line)
            let value = fields.required("value", .percent)
            if let code, !codes.insert(code).inserted { fields.refuse("indicator_code", .repeated, code) }
            guard let code, let value else { return nil }
            return PlanTargets.Target(indicatorCode: code, value: value)
        }
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
