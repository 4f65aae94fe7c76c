/// How an amendment comes to be part of its plan.
extension PlanAmendment {
    package enum State: String, Sendable, CaseIterable {
        case draft, submitted, approved
        /// Sent back with a reason, to be worked on and submitted again.
        case returned
        case withdrawn

        /// Those in which it is written.
        package static let open: [State] = [.draft, .returned]
        /// Those from which it may still become part of the plan.
        package static let pending: [State] = [.draft, .submitted, .returned]
    }

    /// What moves it to another state: the actions of the table of transitions.
    package enum Step: String, Sendable, CaseIterable {
        case submit, approve
        case sendBack = "return"
        case withdraw

        package var permission: Permission {
            switch self {
            case .submit: Permission(.submit, .planAmendment)
            case .approve: Permission(.approve, .planAmendment)
            case .sendBack: Permission(.sendBack, .planAmendment)
            case .withdraw: Permission(.withdraw, .planAmendment)
            }
        }

        /// The schema knows the same.
        package var from: [State] {
            switch self {
            case .submit: State.open
            case .approve, .sendBack: [.submitted]
            case .withdraw: State.pending
            }
        }

        package var needsReason: Bool { self == .sendBack }

        /// Whether it is for somebody who wrote nothing of it.
        package var isByAnother: Bool { self == .approve }

        package var deed: May.Deed {
            switch self {
            case .submit: .submit
            case .approve: .approve
            case .sendBack: .sendBack
            case .withdraw: .withdraw
            }
        }
    }

    /// The state that it is in, and how it came there.
    package struct Status: Hashable, Sendable {
        package let state: State
        package let since: Moment
        /// The name of whose step it was; nil where it is as it began.
        package let by: String?
        /// Why it was sent back.
        package let reason: String?

        package init(state: State, since: Moment, by: String? = nil, reason: String? = nil) {
            self.state = state
            self.since = since
            self.by = by
            self.reason = reason
        }
    }
}
