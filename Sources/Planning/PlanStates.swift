/// How a plan goes from a draft to its closing.
extension ActionPlan {
    package enum State: String, Sendable, CaseIterable {
        case draft, submitted, agreed, approved, running, evaluated, closed
        /// Sent back with a reason, to be worked on and submitted again.
        case returned

        /// Those in which its content may be changed.
        package static let open: [State] = [.draft, .submitted, .agreed, .returned]
        /// Those in which it is changed by amendments only.
        package static let amended: [State] = [.approved, .running]
    }

    /// What moves it to another state: the actions of the table of transitions.
    package enum Step: String, Sendable, CaseIterable {
        case submit, agree, approve, start, evaluate, close
        case sendBack = "return"

        package var permission: Permission {
            switch self {
            case .submit: Permission(.submit, .actionPlan)
            case .agree: Permission(.agree, .actionPlan)
            case .approve: Permission(.approve, .actionPlan)
            case .start: Permission(.start, .actionPlan)
            case .evaluate: Permission(.evaluate, .actionPlan)
            case .close: Permission(.close, .actionPlan)
            case .sendBack: Permission(.sendBack, .actionPlan)
            }
        }

        /// The schema knows the same.
        package var from: [State] {
            switch self {
            case .submit: [.draft, .returned]
            case .agree: [.submitted]
            case .approve: [.agreed]
            case .start: [.approved]
            case .evaluate: [.running]
            case .close: [.evaluated]
            case .sendBack: [.submitted, .agreed]
            }
        }

        package var needsReason: Bool { self == .sendBack }

        /// Whether it is for somebody who neither wrote the plan nor submitted it.
        package var isByAnother: Bool { [.agree, .approve, .close].contains(self) }

        package var deed: May.Deed {
            switch self {
            case .submit: .submit
            case .agree: .agree
            case .approve: .approve
            case .start: .start
            case .evaluate: .evaluate
            case .close: .close
            case .sendBack: .sendBack
            }
        }
    }

    /// The state that it is in, and how it came there.
    package struct Status: Hashable, Sendable {
        package let state: State
        package let since: Moment
        /// The name of whose step it was; nil where it is as it began.
        package let by: String?
        /// Why it was returned.
        package let reason: String?

        package init(state: State, since: Moment, by: String? = nil, reason: String? = nil) {
            self.state = state
            self.since = since
            self.by = by
            self.reason = reason
        }
    }

    /// Rakor: the meeting that agrees a plan, as far as it is on record.
    package struct Meeting: Hashable, Sendable {
        package let on: CalendarDay?
        package let place: String?
        /// The minutes, or where they lie.
        package let minutes: String?
        /// Offices and persons.
        package let participants: [String]

        package init(on: CalendarDay?, place: String?, minutes: String?, participants: [String]) {
            self.on = on
            self.place = place
            self.minutes = minutes
            self.participants = participants
        }
    }

    /// A step that the present state allows, and to whom the matrix gives it.
    package struct Next: Hashable, Sendable {
        package let step: Step
        package let state: State
        package let roles: [Caller.Role]

        package init(step: Step, state: State, roles: [Caller.Role]) {
            self.step = step
            self.state = state
            self.roles = roles
        }
    }
}

/// Changes to what is on record of the meeting; what is nil stays.
package struct MeetingChange: Hashable, Sendable {
    package var on: Change<CalendarDay> = .keep
    package var place: Change<String> = .keep
    package var minutes: Change<String> = .keep
    /// All of them; none takes back those that there are.
    package var participants: [String]?

    package init() {}
}
