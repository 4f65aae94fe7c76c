/// The cells of a caller's role, and who the caller is: all that `May` follows from.
package struct Standing: Hashable, Sendable {
    private let cells: [Permission: PermissionCell]
    /// Nil: no office of the list of agencies.
    private let agency: String?
    private let lokus: Set<Lokus.ID>
    /// Nothing can be done with what was: its state of then says nothing of today.
    private let isOfThePast: Bool

    package init(cells: [PermissionCell], agency: String?, lokus: Set<Lokus.ID>, isOfThePast: Bool = false) {
        self.cells = Dictionary(cells.map { ($0.permission, $0) }) { first, _ in first }
        self.agency = agency
        self.lokus = lokus
        self.isOfThePast = isOfThePast
    }

    /// Whether the role may do it at all.
    package func has(_ permission: Permission) -> Bool { cells[permission] != nil }

    /// Nil where it is allowed. What the caller can never change comes first: a state may be another tomorrow.
    package func refusal(of permission: Permission, on subject: Subject) -> May.Refused? {
        guard let cell = cells[permission] else { return .role }
        for condition in cell.conditions where !holds(condition, of: subject) { return .condition(condition) }
        guard let state = subject.state else { return nil }
        let isPermitted = cell.states.isEmpty || cell.states.contains(state)
        return isPermitted && subject.states[permission]?.contains(state) != false ? nil : .state
    }

    /// The same of what another person has to do than whose work it is: that comes before the state, which may be another
    /// tomorrow.
    fileprivate func refusal(
        of permission: Permission, on subject: Subject, _ isOwnWorkOfCaller: Bool
    ) -> May.Refused? {
        let refused = refusal(of: permission, on: subject)
        guard isOwnWorkOfCaller, refused == nil || refused == .state else { return refused }
        return .author
    }

    private func holds(_ condition: PermissionCell.Condition, of subject: Subject) -> Bool {
        switch condition {
        case .ownAgency: subject.agencyCode.map { $0 == agency } ?? false
        case .ownLokus: subject.lokusID.map(lokus.contains) ?? false
        case .openPlan: subject.planState.map(ActionPlan.State.open.contains) ?? false
        }
    }

    /// What has to be known of a thing to judge what may be done with it.
    package struct Subject: Sendable {
        package let lokusID: Lokus.ID?
        package let agencyCode: String?
        package let state: String?
        /// In which states the thing lets something be done with it, whoever asks.
        package let states: [Permission: [String]]
        /// Of the plan that it is part of; nil where it is of none, or that is not known.
        package let planState: ActionPlan.State?

        package init(
            lokusID: Lokus.ID?, agencyCode: String? = nil, state: String? = nil, states: [Permission: [String]] = [:],
            planState: ActionPlan.State? = nil
        ) {
            self.planState = planState
            self.lokusID = lokusID
            self.agencyCode = agencyCode
            self.state = state
            self.states = states
        }
    }

    fileprivate func may(_ deeds: [(May.Deed, Permission)], with subject: Subject) -> May? {
        isOfThePast ? nil : May(deeds.map { May.Verdict($0, refusal(of: $1, on: subject)) })
    }
}

/// What can tell what may be done with it.
package protocol Judged: Sendable {
    func judged(by standing: Standing) -> Self
}

extension Lokus: Judged {
    package func judged(by standing: Standing) -> Lokus {
        var judged = self
        judged.may = standing.may(
            [
                (.update, Permission(.update, .lokus)), (.importSurvey, Permission(.import, .surveyRound)),
                (.createPlan, Permission(.create, .actionPlan)),
            ], with: subject)
        return judged
    }

    package var subject: Standing.Subject { Standing.Subject(lokusID: id) }
}

extension SurveyRound: Judged {
    package func judged(by standing: Standing) -> SurveyRound {
        var judged = self
        judged.may = standing.may(
            [
                (.importSurvey, Permission(.import, .surveyRound)), (.close, Permission(.close, .surveyRound)),
                (.discard, Permission(.discard, .surveyRound)),
            ], with: subject)
        return judged
    }

    package var subject: Standing.Subject {
        // One that is known by what was announced still takes the answers of families, and then is open again.
        let takesAnswers = basis == .families ? [State.open] : State.allCases
        return Standing.Subject(
            lokusID: lokusID, state: state.rawValue,
            states: [
                Permission(.import, .surveyRound): takesAnswers.map(\.rawValue),
                Permission(.close, .surveyRound): Permission(.close, .surveyRound).states,
                Permission(.discard, .surveyRound): Permission(.discard, .surveyRound).states,
            ])
    }
}

extension ActionPlan: Judged {
    package func judged(by standing: Standing) -> ActionPlan {
        var judged = self
        let content = standing.may([(.update, Permission(.update, .actionPlan))], with: subject)
        let interventions = [
            (May.Deed.createIntervention, Permission(.create, .intervention), State.open),
            (.importInterventions, Permission(.import, .intervention), State.open),
            (.assign, Permission(.assign, .intervention), State.allCases.filter { $0 != .closed }),
            (.createAmendment, Permission(.create, .planAmendment), State.amended),
        ].map { deed, permission, states in
            // Their cells speak of states of interventions, and not of the plan's.
            let refused = standing.refusal(of: permission, on: Standing.Subject(lokusID: lokusID))
            return May.Verdict(deed, refused ?? (states.contains(status.state) ? nil : .state))
        }
        let steps = Step.allCases.map { step in
            May.Verdict(
                step.deed, standing.refusal(of: step.permission, on: subject, step.isByAnother && isOwnWork))
        }
        judged.may = content.map { May($0.verdicts + interventions + steps) }
        return judged
    }

    package var subject: Standing.Subject {
        var states = [Permission(.update, .actionPlan): State.open.map(\.rawValue)]
        for step in Step.allCases { states[step.permission] = step.from.map(\.rawValue) }
        return Standing.Subject(lokusID: lokusID, state: status.state.rawValue, states: states)
    }
}

extension PlanAmendment: Judged {
    package func judged(by standing: Standing) -> PlanAmendment {
        var judged = self
        let content = standing.may([(.update, Permission(.update, .planAmendment))], with: subject)
        let steps = Step.allCases.map { step in
            May.Verdict(
                step.deed, standing.refusal(of: step.permission, on: subject, step.isByAnother && isOwnWork))
        }
        judged.may = content.map { May($0.verdicts + steps) }
        return judged
    }

    package var subject: Standing.Subject {
        var states = [Permission(.update, .planAmendment): State.open.map(\.rawValue)]
        for step in Step.allCases { states[step.permission] = step.from.map(\.rawValue) }
        return Standing.Subject(lokusID: lokusID, state: status.state.rawValue, states: states)
    }
}

extension Intervention: Judged {
    package func judged(by standing: Standing) -> Intervention {
        var judged = self
        judged.may = standing.may(
            [(.update, Permission(.update, .intervention))] + Step.allCases.map { ($0.deed, $0.permission) }
                + [(.report, Permission(.create, .progressReport))], with: subject)
        return judged
    }

    package var subject: Standing.Subject {
        // In a plan that was approved the terms stand, but for the money of what was carried over into a new year; and in
        // a closed one nothing happens any more.
        let isClosed = planState == .closed
        let waitsForMoney = course.continues != nil && [.proposed, .assigned, .accepted].contains(state)
        let isOpen = planState.map(ActionPlan.State.open.contains) ?? true || waitsForMoney && !isClosed
        let reported = State.allCases.filter { ![.proposed, .declined].contains($0) }
        var states = [
            Permission(.update, .intervention): isOpen ? State.allCases.map(\.rawValue) : [],
            Permission(.create, .progressReport): isClosed ? [] : reported.map(\.rawValue),
        ]
        for step in Step.allCases { states[step.permission] = isClosed ? [] : step.from.map(\.rawValue) }
        return Standing.Subject(
            lokusID: lokusID, agencyCode: terms.agencyCode, state: state.rawValue, states: states,
            planState: planState)
    }
}

extension BudgetLine: Judged {
    package func judged(by standing: Standing) -> BudgetLine {
        var judged = self
        judged.may = standing.may([(.update, Permission(.update, .budgetLine))], with: subject)
        return judged
    }

    package var subject: Standing.Subject { Standing.Subject(lokusID: nil, agencyCode: agencyCode) }
}

extension ProgressReport: Judged {
    package func judged(by standing: Standing) -> ProgressReport {
        var judged = self
        let content = standing.may([(.update, Permission(.update, .progressReport))], with: subject)
        let steps = Step.allCases.map { step in
            May.Verdict(
                step.deed,
                standing.refusal(of: step.permission, on: subject, step.isByAnother && !status.own.canVerify))
        }
        let words = VillageWord.allCases.map { word in
            May.Verdict(word.deed, standing.refusal(of: word.permission, on: subject, !status.own.canConfirm))
        }
        judged.may = content.map { May($0.verdicts + steps + words) }
        return judged
    }

    package var subject: Standing.Subject {
        var states = [Permission(.update, .progressReport): State.allCases.map(\.rawValue)]
        for step in Step.allCases { states[step.permission] = step.from.map(\.rawValue) }
        for word in VillageWord.allCases { states[word.permission] = word.permission.states }
        return Standing.Subject(
            lokusID: lokusID, agencyCode: agencyCode, state: status.state.rawValue, states: states)
    }
}
