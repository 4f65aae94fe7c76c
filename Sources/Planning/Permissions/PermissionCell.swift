/// What a role may do: one cell of the matrix, which the database enforces and `May` tells of.
package struct PermissionCell: Hashable, Sendable {
    /// What has to hold of the subject, beside lying in an area of the caller.
    package enum Condition: String, Sendable, CaseIterable {
        /// It is of the agency that the caller is.
        case ownAgency = "own_agency"
        /// It is of a lokus of the caller: of the village, or of the kecamatan.
        case ownLokus = "own_lokus"
        /// It is of a plan that was not approved yet, or was returned.
        case openPlan = "open_plan"
    }

    package let permission: Permission
    /// Of the subject; empty: in every one.
    package let states: [String]
    /// All of them have to hold.
    package let conditions: [Condition]

    package init(_ permission: Permission, in states: [String] = [], under conditions: [Condition] = []) {
        self.permission = permission
        self.states = states
        self.conditions = conditions
    }
}

/// What can be said in a cell: the closed vocabulary of the matrix.
extension Permission {
    /// States of the subject that a cell can name; none: its subject has no states, or is only being made.
    package var states: [String] {
        switch (resource, action) {
        case (.intervention, .update): Intervention.State.allCases.map(\.rawValue)
        case (.intervention, _):
            Intervention.Step.allCases.first { $0.permission == self }?.from.map(\.rawValue) ?? []
        case (.surveyRound, .close), (.surveyRound, .discard): [SurveyRound.State.open.rawValue]
        case (.actionPlan, .update): ActionPlan.State.allCases.map(\.rawValue)
        case (.actionPlan, _): ActionPlan.Step.allCases.first { $0.permission == self }?.from.map(\.rawValue) ?? []
        case (.planAmendment, .update): PlanAmendment.State.open.map(\.rawValue)
        case (.planAmendment, _):
            PlanAmendment.Step.allCases.first { $0.permission == self }?.from.map(\.rawValue) ?? []
        case (.progressReport, .confirm), (.progressReport, .dispute):
            ProgressReport.VillageWord.from.map(\.rawValue)
        case (.progressReport, _):
            ProgressReport.Step.allCases.first { $0.permission == self }?.from.map(\.rawValue) ?? []
        default: []
        }
    }

    /// Conditions that can be said of all the rows that it touches; the schema knows the same.
    package var conditions: [PermissionCell.Condition] {
        switch (resource, action) {
        // The receipt of announced results is of several lokus.
        case (.surveyRound, .import): []
        case (.lokus, _), (.surveyRound, _), (.familyAnswer, _), (.targetFamily, _), (.actionPlan, _),
            (.planAmendment, _):
            [.ownLokus]
        // What else is written with it knows no plan.
        case (.intervention, .read), (.intervention, .create), (.intervention, .update), (.intervention, .import),
            (.intervention, .carryOver), (.progressReport, _):
            [.ownAgency, .ownLokus]
        case (.intervention, _): [.ownAgency, .ownLokus, .openPlan]
        // The shares of a line reach into every lokus of the kabupaten.
        case (.budgetLine, _): [.ownAgency]
        default: []
        }
    }

    /// Whether it is for whoever shows no token, and for nobody else.
    package var isForAnybody: Bool { resource == .openData }

    /// Without these it would end in the middle: they read what it shows, or lock what it changes.
    package var needs: [Permission] {
        switch (resource, action) {
        // It lists its rounds, and its plan.
        case (.lokus, .read):
            [Permission(.read, .region), Permission(.read, .surveyRound), Permission(.read, .actionPlan)]
        case (.surveyRound, .read): [Permission(.read, .lokus), Permission(.read, .framework)]
        case (.surveyRound, .import): Self.keepingSurveys + [Permission(.update, .lokus)]
        case (.surveyRound, .close): Self.keepingSurveys
        case (.surveyImport, .read), (.familyAnswer, .read), (.targetFamily, .read): [Permission(.read, .surveyRound)]
        case (.intervention, .read):
            [
                Permission(.read, .lokus), Permission(.read, .agency), Permission(.read, .framework),
                Permission(.read, .budgetLine),
            ]
        case (.budgetLine, .read): [Permission(.read, .agency)]
        case (.intervention, .import): [Permission(.read, .intervention), Permission(.update, .actionPlan)]
        case (.intervention, .create), (.intervention, .assign), (.intervention, .carryOver):
            [Permission(.read, .intervention), Permission(.read, .actionPlan)]
        case (.actionPlan, .read): [Permission(.read, .surveyRound), Permission(.read, .intervention)]
        case (.progressReport, .read): [Permission(.read, .intervention)]
        case (.planAmendment, .read): [Permission(.read, .intervention), Permission(.read, .actionPlan)]
        case (let resource, let action) where action != .read: [Permission(.read, resource)]
        default: []
        }
    }

    private static let keepingSurveys = [
        Permission(.read, .surveyRound), Permission(.read, .surveyImport), Permission(.read, .familyAnswer),
    ]
}
