/// A change of an approved plan, which becomes part of it once somebody else has approved it.
package struct PlanAmendment: Hashable, Sendable {
    package typealias ID = Identifier<PlanAmendment>

    package let id: ID
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    /// Why the plan is to be changed.
    package let reason: String
    /// Among the approved ones of the plan, from 1; nil while it is none.
    package let number: Int?
    package let status: Status
    /// By reference.
    package let lines: [Line]
    package let stamp: Stamp
    /// Whether the caller wrote something of the plan or of an amendment, and so cannot approve it.
    package let isOwnWork: Bool
    /// For the caller of now.
    package var may: May?

    package init(
        id: ID, planID: ActionPlan.ID, lokusID: Lokus.ID, place: Place, reason: String, number: Int?, status: Status,
        lines: [Line], stamp: Stamp, isOwnWork: Bool
    ) {
        self.id = id
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.reason = reason
        self.number = number
        self.status = status
        self.lines = lines
        self.stamp = stamp
        self.isOwnWork = isOwnWork
    }

    /// What it makes of one intervention.
    package struct Line: Hashable, Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case change, add, cancel
        }

        package let kind: Kind
        /// Nil where it is new.
        package let interventionID: Intervention.ID?
        package let reference: String
        /// As it was when the line was written; nil where it is new.
        package let before: InterventionDraft?
        /// As it is to be; nil where it is cancelled.
        package let after: InterventionDraft?
        /// As it is; nil where it is new.
        package var now: InterventionDraft?
        /// Why it is cancelled.
        package let reason: String?

        package init(
            kind: Kind, interventionID: Intervention.ID?, reference: String, before: InterventionDraft?,
            after: InterventionDraft?, now: InterventionDraft?, reason: String?
        ) {
            self.kind = kind
            self.interventionID = interventionID
            self.reference = reference
            self.before = before
            self.after = after
            self.now = now
            self.reason = reason
        }

        /// What it changes; nothing where the intervention is new or cancelled.
        package var changed: [TermsMember] {
            guard let before, let after else { return [] }
            return TermsMember.allCases.filter { !$0.isSame(before, after) }
        }

        /// What it changes, and somebody else has changed to something else since.
        package var conflicts: [TermsMember] {
            guard let before, let after, let now else { return [] }
            return changed.filter { !$0.isSame(before, now) && !$0.isSame(after, now) }
        }

        /// The intervention as it is now, with what this line changes; nil where it changes none.
        package var applied: InterventionDraft? {
            guard let after, let now else { return nil }
            return TermsMember.merge(now, changed, of: after)
        }
    }
}

/// What an intervention's terms consist of, but for its reference, which names it.
package enum TermsMember: String, Sendable, CaseIterable {
    case agencyCode = "agency_code"
    case catalogueCode = "catalogue_code"
    case title, indicators
    case targetQuantity = "target_quantity"
    case unit
    case targetGroup = "target_group"
    case targetFamilies = "target_families"
    case targetPeople = "target_people"
    case location
    case supportingAgencies = "supporting_agencies"
    case startsOn = "starts_on"
    case endsOn = "ends_on"
    case note, funding

    package func isSame(_ one: InterventionDraft, _ other: InterventionDraft) -> Bool {
        switch self {
        case .agencyCode: one.agencyCode == other.agencyCode
        case .catalogueCode: one.catalogueCode == other.catalogueCode
        case .title: one.title == other.title
        case .indicators: Set(one.indicators) == Set(other.indicators)
        case .targetQuantity: one.targetQuantity == other.targetQuantity
        case .unit: one.unit == other.unit
        case .targetGroup: one.scope.targetGroup == other.scope.targetGroup
        case .targetFamilies: one.scope.targetFamilies == other.scope.targetFamilies
        case .targetPeople: one.scope.targetPeople == other.scope.targetPeople
        case .location: one.scope.location == other.scope.location
        case .supportingAgencies: one.scope.supportingAgencies == other.scope.supportingAgencies
        case .startsOn: one.startsOn == other.startsOn
        case .endsOn: one.endsOn == other.endsOn
        case .note: one.note == other.note
        case .funding: one.funding.inOrder == other.funding.inOrder
        }
    }

    /// `terms` with these members of `other`.
    static func merge(
        _ terms: InterventionDraft, _ members: [TermsMember], of other: InterventionDraft
    ) -> InterventionDraft {
        func chosen<Value>(_ member: TermsMember, _ value: (InterventionDraft) -> Value) -> Value {
            value(members.contains(member) ? other : terms)
        }
        return InterventionDraft(
            reference: terms.reference, agencyCode: chosen(.agencyCode, \.agencyCode),
            catalogueCode: chosen(.catalogueCode, \.catalogueCode), title: chosen(.title, \.title),
            indicators: chosen(.indicators, \.indicators), targetQuantity: chosen(.targetQuantity, \.targetQuantity),
            unit: chosen(.unit, \.unit),
            scope: InterventionScope(
                targetGroup: chosen(.targetGroup, \.scope.targetGroup),
                targetFamilies: chosen(.targetFamilies, \.scope.targetFamilies),
                targetPeople: chosen(.targetPeople, \.scope.targetPeople),
                location: chosen(.location, \.scope.location),
                supportingAgencies: chosen(.supportingAgencies, \.scope.supportingAgencies)),
            startsOn: chosen(.startsOn, \.startsOn), endsOn: chosen(.endsOn, \.endsOn),
            note: chosen(.note, \.note), funding: chosen(.funding, \.funding))
    }
}

extension [Funding] {
    /// In one order, and without shares where there are none, so that the same money is the same value.
    package var inOrder: [Funding] {
        sorted { $0.source.rawValue < $1.source.rawValue }
            .map { Funding(source: $0.source, amount: $0.amount, shares: $0.shares ?? []) }
    }
}

/// A new amendment.
package struct AmendmentDraft: Hashable, Sendable {
    package let reason: String
    package let lines: [AmendmentLineDraft]

    package init(reason: String, lines: [AmendmentLineDraft]) {
        self.reason = reason
        self.lines = lines
    }
}

/// Lines that are written anew or taken away; the others stay.
package struct AmendmentChange: Hashable, Sendable {
    package let reason: String?
    package let lines: [AmendmentLineDraft]
    /// By reference.
    package let removed: [String]

    package init(reason: String?, lines: [AmendmentLineDraft], removed: [String]) {
        self.reason = reason
        self.lines = lines
        self.removed = removed
    }
}

package enum AmendmentLineDraft: Hashable, Sendable {
    case change(Intervention.ID, InterventionChange)
    case add(InterventionDraft)
    case cancel(Intervention.ID, reason: String)

    /// Nil where it is new.
    package var interventionID: Intervention.ID? {
        switch self {
        case .change(let id, _), .cancel(let id, _): id
        case .add: nil
        }
    }
}
