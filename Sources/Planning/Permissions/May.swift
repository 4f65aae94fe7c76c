/// What a caller may do with one thing as it is now, and why not what not.
package struct May: Hashable, Sendable {
    package enum Refused: Hashable, Sendable {
        /// The role has no such cell.
        case role
        /// It is not the caller's own, as the cell asks.
        case condition(PermissionCell.Condition)
        /// The caller wrote it, submitted it or has judged it, and another person decides.
        case author
        /// Not while it is as it is.
        case state
    }

    package enum Deed: String, Sendable, CaseIterable {
        case update, close, discard, assign, accept, report, submit, agree, approve, start, evaluate, verify, withdraw
        case confirm, dispute
        case sendBack = "return"
        case decline, propose, budget, finish, delay, resume, cancel
        case carryOver = "carry_over"
        case importSurvey = "import_survey"
        case createPlan = "create_plan"
        case createIntervention = "create_intervention"
        case createAmendment = "create_amendment"
        case importInterventions = "import_interventions"
    }

    package struct Verdict: Hashable, Sendable {
        package let deed: Deed
        /// Nil: allowed.
        package let refused: Refused?

        package init(_ deed: Deed, _ refused: Refused?) {
            self.deed = deed
            self.refused = refused
        }
    }

    /// In the order in which they are told.
    package let verdicts: [Verdict]

    package init(_ verdicts: [Verdict]) {
        self.verdicts = verdicts
    }
}
