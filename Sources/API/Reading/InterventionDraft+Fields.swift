internal import Planning

extension InterventionDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let reference = fields.required("reference", .line)
        let agency = fields.required("agency_code", .line)
        let catalogue = fields.optional("catalogue_code", .line)
        let title = fields.required("title", .line)
        let indicators = fields.lines("indicators")
        let target = fields.required("target_quantity", .quantity)
        let unit = fields.required("unit", .line)
        let scope = InterventionScopeChange(&fields).applied(to: InterventionScope())
        let startsOn = fields.required("starts_on", .day)
        let endsOn = fields.required("ends_on", .day)
        let note = fields.optional("note", .prose)
        let funding = fields.funding()
        fields.check(startsOn, isNotAfter: endsOn)
        guard let reference, let agency, let title, let indicators, let target, let unit, let startsOn, let endsOn,
            let funding
        else { return nil }
        self.init(
            reference: reference, agencyCode: agency, catalogueCode: catalogue, title: title, indicators: indicators,
            targetQuantity: target, unit: unit, scope: scope, startsOn: startsOn, endsOn: endsOn, note: note ?? "",
            funding: funding)
    }
}

extension InterventionChange {
    init(_ fields: inout Fields) {
        self.init()
        agencyCode = fields.kept("agency_code", .line)
        catalogueCode = fields.change("catalogue_code", .line)
        title = fields.kept("title", .line)
        if fields.isPresent("indicators") { indicators = fields.lines("indicators") }
        targetQuantity = fields.kept("target_quantity", .quantity)
        unit = fields.kept("unit", .line)
        scope = InterventionScopeChange(&fields)
        startsOn = fields.kept("starts_on", .day)
        endsOn = fields.kept("ends_on", .day)
        note = fields.emptied("note")
        if fields.isPresent("funding") { funding = fields.funding() }
        fields.check(startsOn, isNotAfter: endsOn)
    }
}

extension InterventionScopeChange {
    init(_ fields: inout Fields) {
        self.init()
        targetGroup = fields.emptied("target_group")
        targetFamilies = fields.change("target_families", .integer(in: InterventionScope.familiesRange))
        targetPeople = fields.change("target_people", .integer(in: InterventionScope.peopleRange))
        location = fields.emptied("location")
        guard fields.isPresent("supporting_agencies") else { return }
        let isNone = fields.isNull("supporting_agencies") || fields.isEmptyList("supporting_agencies")
        supportingAgencies = isNone ? [] : fields.lines("supporting_agencies", most: InterventionScope.mostSupporters)
    }
}

extension CarryOverDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let reason = fields.required("reason", .sentences)
        let plan = fields.optional("plan_id", .text(.id() as TextFormat<ActionPlan.ID>))
        let reference = fields.optional("reference", .line)
        let startsOn = fields.required("starts_on", .day)
        let endsOn = fields.required("ends_on", .day)
        let target = fields.optional("target_quantity", .quantity)
        let funding = fields.isPresent("funding") ? fields.funding() : []
        fields.check(startsOn, isNotAfter: endsOn)
        guard let reason, let startsOn, let endsOn, let funding else { return nil }
        self.init(
            reason: reason, planID: plan, reference: reference, startsOn: startsOn, endsOn: endsOn,
            targetQuantity: target, funding: funding)
    }
}

extension Fields {
    /// A text that null removes: it is empty then. Nil where nothing is said of it.
    fileprivate mutating func emptied(_ name: String) -> String? {
        let text = change(name, .prose)
        return text == .clear ? "" : text.applied(to: nil)
    }

    /// One entry a source, and in all of them a budget line once.
    fileprivate mutating func funding() -> [Funding]? {
        var sources: Set<Funding.Source> = []
        var lines: Set<BudgetLine.ID> = []
        return objects("funding") { fields in
            let source = fields.required("source", .text(.word as TextFormat<Funding.Source>))
            let amount = fields.required("amount_idr", .rupiah)
            if let source, !sources.insert(source).inserted { fields.refuse("source", .repeated, source.rawValue) }
            let shares = fields.isPresent("shares") ? fields.shares(&lines) : nil
            guard let source, let amount else { return nil }
            return Funding(source: source, amount: amount, shares: shares)
        }
    }

    private mutating func shares(_ lines: inout Set<BudgetLine.ID>) -> [Funding.Share]? {
        var named = lines
        defer { lines = named }
        return objects("shares") { fields in
            let line: BudgetLine.ID? = fields.required("budget_line_id", .text(.id()))
            let amount = fields.required("amount_idr", .rupiahAboveZero)
            if let line, !named.insert(line).inserted {
                fields.refuse("budget_line_id", .repeated, line.description)
            }
            guard let line, let amount else { return nil }
            return Funding.Share(line: line, amount: amount)
        }
    }

    /// Where only one of the two is changed, the database compares it with the other.
    fileprivate mutating func check(_ startsOn: CalendarDay?, isNotAfter endsOn: CalendarDay?) {
        guard let startsOn, let endsOn, startsOn > endsOn else { return }
        refuse("ends_on", .endsBeforeItStarts, endsOn.description)
    }
}
