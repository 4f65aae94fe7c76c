/// What becomes of an intervention once it was proposed.
extension Intervention {
    package enum State: String, Sendable, CaseIterable {
        case proposed, assigned
        /// Its agency will not do it, and says why.
        case declined
        case accepted, budgeted, running, delayed, done, cancelled
        /// Another intervention continues it.
        case carriedOver = "carried_over"

        /// Those that its plan counts on; what was spent counts in all of them.
        package static let committed = allCases.filter { ![.declined, .cancelled, .carriedOver].contains($0) }
        /// Those that lead nowhere else.
        package static let ended: [State] = [.done, .cancelled, .carriedOver]
    }

    /// What moves it to another state: the actions of the table of transitions.
    package enum Step: String, Sendable, CaseIterable {
        case assign, accept, decline, propose, budget, start, finish, delay, resume, cancel
        case carryOver = "carry_over"

        package var permission: Permission { Permission(action, .intervention) }

        private var action: Permission.Action {
            switch self {
            case .assign: .assign
            case .accept: .accept
            case .decline: .decline
            case .propose: .propose
            case .budget: .budget
            case .start: .start
            case .finish: .finish
            case .delay: .delay
            case .resume: .resume
            case .cancel: .cancel
            case .carryOver: .carryOver
            }
        }

        /// The schema knows the same.
        package var from: [State] {
            switch self {
            case .assign: [.proposed]
            case .accept, .decline: [.assigned]
            case .propose: [.declined]
            case .budget: [.accepted]
            case .start: [.accepted, .budgeted]
            case .finish: [.running]
            case .delay: [.accepted, .budgeted, .running]
            case .resume: [.delayed]
            case .cancel: [.proposed, .assigned, .declined, .accepted, .budgeted, .running, .delayed]
            case .carryOver: [.accepted, .budgeted, .running, .delayed]
            }
        }

        package var needsReason: Bool { [.decline, .delay, .cancel, .carryOver].contains(self) }

        package var deed: May.Deed {
            switch self {
            case .assign: .assign
            case .accept: .accept
            case .decline: .decline
            case .propose: .propose
            case .budget: .budget
            case .start: .start
            case .finish: .finish
            case .delay: .delay
            case .resume: .resume
            case .cancel: .cancel
            case .carryOver: .carryOver
            }
        }
    }

    /// How it came to its state, and what it has to do with another intervention.
    package struct Course: Hashable, Sendable {
        /// Nil where it is not on record.
        package let since: Moment?
        /// The name of whose step it was; nil where it is as it began.
        package let by: String?
        /// Why it was declined, delayed, cancelled or carried over.
        package let reason: String?
        /// The day on which it was done, cancelled or carried over.
        package let endedOn: CalendarDay?
        /// The one that was carried over into it.
        package let continues: ID?
        /// The one into which it was carried over, as far as the caller may see it.
        package let continuedBy: ID?

        package init(
            since: Moment? = nil, by: String? = nil, reason: String? = nil, endedOn: CalendarDay? = nil,
            continues: ID? = nil, continuedBy: ID? = nil
        ) {
            self.since = since
            self.by = by
            self.reason = reason
            self.endedOn = endedOn
            self.continues = continues
            self.continuedBy = continuedBy
        }
    }
}

/// How an intervention goes on in a later budget year, or in another plan. It says the same as the one that it continues.
package struct CarryOverDraft: Hashable, Sendable {
    /// Why.
    package let reason: String
    /// Nil: its own plan.
    package let planID: ActionPlan.ID?
    /// Nil: made from that of the other.
    package let reference: String?
    package let startsOn: CalendarDay
    package let endsOn: CalendarDay
    /// Nil: what is left to be done, as far as it was reported.
    package let targetQuantity: Hundredths?
    /// Of the new year; none while it is not known.
    package let funding: [Funding]

    package init(
        reason: String, planID: ActionPlan.ID?, reference: String?, startsOn: CalendarDay, endsOn: CalendarDay,
        targetQuantity: Hundredths?, funding: [Funding]
    ) {
        self.reason = reason
        self.planID = planID
        self.reference = reference
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.targetQuantity = targetQuantity
        self.funding = funding
    }

    /// Where it goes: the plan, the reference there, and how much is to be done.
    package func place(of present: Intervention) -> (plan: ActionPlan.ID, reference: String, quantity: Hundredths) {
        let plan = planID ?? present.planID
        let own = present.terms.reference
        let done = (present.unverified ?? present.progress)?.figures.quantity ?? .zero
        let left = Hundredths(max(0, present.terms.targetQuantity.count - done.count))
        return (
            plan, reference ?? (plan == present.planID ? "\(own)-\(startsOn.year)" : own), targetQuantity ?? left
        )
    }
}
