/// How a report comes to count.
extension ProgressReport {
    package enum State: String, Sendable, CaseIterable {
        /// Not said yet: nobody counts on it.
        case draft
        /// Said, and waiting for somebody else to look at it.
        case submitted
        case verified
        /// Sent back with a reason, to be corrected.
        case returned
    }

    /// What moves it to another state: the actions of the table of transitions.
    package enum Step: String, Sendable, CaseIterable {
        case submit, verify
        case sendBack = "return"

        package var permission: Permission {
            switch self {
            case .submit: Permission(.submit, .progressReport)
            case .verify: Permission(.verify, .progressReport)
            case .sendBack: Permission(.sendBack, .progressReport)
            }
        }

        /// The schema knows the same.
        package var from: [State] {
            switch self {
            case .submit: [.draft, .returned]
            case .verify: [.submitted]
            case .sendBack: [.submitted, .verified]
            }
        }

        package var needsReason: Bool { self == .sendBack }

        /// Whether it is for somebody who neither wrote the report nor submitted it.
        package var isByAnother: Bool { self == .verify }

        package var deed: May.Deed {
            switch self {
            case .submit: .submit
            case .verify: .verify
            case .sendBack: .sendBack
            }
        }
    }

    /// The state that it is in, how it came there, and what of it counts.
    package struct Status: Hashable, Sendable {
        package let state: State
        /// Nil where it is not on record.
        package let since: Moment?
        /// The name of whose step it was; nil where nobody is known.
        package let by: String?
        /// Why it was sent back.
        package let reason: String?
        /// Cumulative, as verified last; nil where nothing of it counts.
        package let counted: ProgressFigures?
        /// What the caller has done with it, in whatever role.
        package let own: Own

        package init(
            state: State, since: Moment? = nil, by: String? = nil, reason: String? = nil,
            counted: ProgressFigures? = nil, own: Own = Own()
        ) {
            self.state = state
            self.since = since
            self.by = by
            self.reason = reason
            self.counted = counted
            self.own = own
        }
    }

    /// One person has one look at a report, in however many roles.
    package struct Own: Hashable, Sendable {
        /// Wrote some of it or submitted it.
        package let isWriting: Bool
        /// Said for the village what arrived.
        package let isWord: Bool
        /// Verified it.
        package let isVerdict: Bool

        package init(isWriting: Bool = false, isWord: Bool = false, isVerdict: Bool = false) {
            self.isWriting = isWriting
            self.isWord = isWord
            self.isVerdict = isVerdict
        }

        package var canVerify: Bool { !isWriting && !isWord }
        package var canConfirm: Bool { !isWriting && !isVerdict }
    }
}
