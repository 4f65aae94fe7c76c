extension ProgressReport {
    /// What a village says of a report: whether that arrived.
    package enum VillageWord: String, Sendable, CaseIterable {
        case confirmed
        /// With a note of what is not so.
        case disputed

        package var permission: Permission {
            switch self {
            case .confirmed: Permission(.confirm, .progressReport)
            case .disputed: Permission(.dispute, .progressReport)
            }
        }

        package var deed: May.Deed {
            switch self {
            case .confirmed: .confirm
            case .disputed: .dispute
            }
        }

        package var needsNote: Bool { self == .disputed }

        /// Of what is a draft or was sent back there is nothing to say. The schema knows the same.
        package static let from: [State] = [.submitted, .verified]
    }

    /// What its village has said of a report, beside what counts.
    package struct Confirmation: Hashable, Sendable {
        /// The figures that it was said of.
        package struct Seen: Hashable, Sendable {
            package let version: Int
            /// Nil where that was a nil report.
            package let physicalPercent: Hundredths?
            /// In the unit of the intervention; nil where that was a nil report.
            package let quantity: Hundredths?

            package init(version: Int, physicalPercent: Hundredths?, quantity: Hundredths?) {
                self.version = version
                self.physicalPercent = physicalPercent
                self.quantity = quantity
            }
        }

        package let statement: VillageStatement
        package let at: Moment
        /// The name of who said it; nil where the caller may not know.
        package let by: String?
        package let seen: Seen
        /// False where the physical figures were corrected afterwards.
        package let isCurrent: Bool

        package init(statement: VillageStatement, at: Moment, by: String?, seen: Seen, isCurrent: Bool) {
            self.statement = statement
            self.at = at
            self.by = by
            self.seen = seen
            self.isCurrent = isCurrent
        }
    }
}

/// What is said for a village of one report.
package struct VillageStatement: Hashable, Sendable {
    package let word: ProgressReport.VillageWord
    /// Set where it disputes.
    package let note: String?
    /// What arrived until then as the village counted it; nil where it did not, or does not dispute the quantity.
    package let counted: Hundredths?

    package init(_ word: ProgressReport.VillageWord, note: String?, counted: Hundredths? = nil) {
        self.word = word
        self.note = note
        self.counted = counted
    }
}
