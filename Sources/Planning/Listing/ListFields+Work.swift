package enum InterventionField: String, ListField {
    case id
    case planID = "plan_id"
    case lokusID = "lokus_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year, reference
    case agencyCode = "agency_code"
    case catalogueCode = "catalogue_code"
    case title, indicators
    case targetQuantity = "target_quantity"
    case unit
    case supportingAgencies = "supporting_agencies"
    case startsOn = "starts_on"
    case endsOn = "ends_on"
    case state
    case assignedOn = "assigned_on"
    case acceptedOn = "accepted_on"
    case budget = "budget_idr"
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id, .planID, .lokusID: .id
        case .kabupatenCode, .desaCode: .region
        case .year: .integer
        case .reference, .agencyCode, .catalogueCode, .title, .unit: .text
        case .indicators, .supportingAgencies: .texts
        case .targetQuantity, .budget: .decimal
        case .startsOn, .endsOn, .assignedOn, .acceptedOn: .day
        case .state: .word(of: Intervention.State.self)
        case .createdAt, .updatedAt: .moment
        }
    }

    package static let hasPast = true
    package static let order = [SortKey(InterventionField.kabupatenCode), SortKey(.planID), SortKey(.reference)]
    package static let expansions: Set<Expansion> = [.lokus, .plan]
}

package enum BudgetLineField: String, ListField {
    case id
    case kabupatenCode = "kabupaten_code"
    case agencyCode = "agency_code"
    case budgetYear = "budget_year"
    case source, code, nomenclature, title, stage
    case ceiling = "ceiling_idr"
    case shared = "shared_idr"
    case left = "left_idr"
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id: .id
        case .kabupatenCode: .region
        case .agencyCode, .nomenclature, .title: .text
        case .code: .subActivity
        case .budgetYear: .integer
        case .source: .word(BudgetLine.sources.map(\.rawValue))
        case .stage: .word(of: BudgetLine.Stage.self)
        case .ceiling, .shared, .left: .decimal
        case .createdAt, .updatedAt: .moment
        }
    }

    package static let hasPast = true
    package static let order = [
        SortKey(BudgetLineField.kabupatenCode), SortKey(.budgetYear, descending: true), SortKey(.agencyCode),
        SortKey(.source), SortKey(.title), SortKey(.id),
    ]
}

package enum ProgressReportField: String, ListField {
    case id
    case interventionID = "intervention_id"
    case interventionReference = "intervention_reference"
    case planID = "plan_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year
    case agencyCode = "agency_code"
    case budgetYear = "budget_year"
    case quarter, state
    case isNil = "nil"
    /// What its village says of it.
    case confirmation
    /// Whether there are figures that its village may confirm or dispute, and has said nothing of.
    case awaitsConfirmation = "awaits_confirmation"
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id, .interventionID, .planID: .id
        case .kabupatenCode, .desaCode: .region
        case .interventionReference, .agencyCode: .text
        case .year, .budgetYear, .quarter: .integer
        case .isNil, .awaitsConfirmation: .flag
        case .state: .word(of: ProgressReport.State.self)
        case .confirmation: .word(of: ProgressReport.VillageWord.self)
        case .createdAt, .updatedAt: .moment
        }
    }

    package static let hasPast = true
    package static let order = [
        SortKey(ProgressReportField.kabupatenCode), SortKey(.interventionID), SortKey(.budgetYear), SortKey(.quarter),
    ]
    package static let expansions: Set<Expansion> = [.lokus, .plan, .intervention]
}

package enum OperationField: String, ListField {
    case id
    case kabupatenCode = "kabupaten_code"
    case kind, state
    case createdAt = "created_at"
    case startedAt = "started_at"
    case finishedAt = "finished_at"

    package var kind: FieldKind {
        switch self {
        case .id: .id
        case .kabupatenCode: .region
        case .kind: .word(of: Operation.Kind.self)
        case .state: .word(of: Operation.State.self)
        case .createdAt, .startedAt, .finishedAt: .moment
        }
    }

    /// The newest first.
    package static let order = [SortKey(OperationField.createdAt, descending: true), SortKey(.id, descending: true)]
}

package enum ReportObligationField: String, ListField {
    case interventionID = "intervention_id"
    case reference
    case planID = "plan_id"
    case lokusID = "lokus_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year
    case agencyCode = "agency_code"
    case budgetYear = "budget_year"
    case quarter
    case dueOn = "due_on"
    case state
    case daysOverdue = "days_overdue"

    package var kind: FieldKind {
        switch self {
        case .interventionID, .planID, .lokusID: .id
        case .kabupatenCode, .desaCode: .region
        case .reference, .agencyCode: .text
        case .year, .budgetYear, .quarter, .daysOverdue: .integer
        case .dueOn: .day
        case .state: .word(of: ReportObligation.State.self)
        }
    }

    package static let hasPast = true
    /// An intervention's periods are due on different days.
    package static let order = [SortKey(ReportObligationField.dueOn), SortKey(.reference), SortKey(.interventionID)]
    package static let expansions: Set<Expansion> = [.lokus, .plan, .intervention]
}

package enum AnnualEvaluationField: String, ListField {
    case interventionID = "intervention_id"
    case reference
    case planID = "plan_id"
    case lokusID = "lokus_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year
    case agencyCode = "agency_code"
    case budgetYear = "budget_year"

    package var kind: FieldKind {
        switch self {
        case .interventionID, .planID, .lokusID: .id
        case .kabupatenCode, .desaCode: .region
        case .reference, .agencyCode: .text
        case .year, .budgetYear: .integer
        }
    }

    package static let hasPast = true
    package static let order = [
        SortKey(AnnualEvaluationField.kabupatenCode), SortKey(.budgetYear), SortKey(.agencyCode), SortKey(.reference),
        SortKey(.interventionID),
    ]
    package static let expansions: Set<Expansion> = [.lokus, .plan, .intervention]
}

package enum HoldingField: String, ListField {
    case id
    case kabupatenCode = "kabupaten_code"
    case role
    case agencyCode = "agency_code"
    case desaCode = "desa_code"
    case kecamatanCode = "kecamatan_code"
    case state
    case accountID = "account_id"
    case name, email
    case validFrom = "valid_from"
    case validUntil = "valid_until"

    package var kind: FieldKind {
        switch self {
        case .id, .accountID: .id
        case .kabupatenCode, .desaCode, .kecamatanCode: .region
        case .role: .word(of: Caller.Role.self)
        case .state: .word(of: Holding.State.self)
        case .agencyCode, .name, .email: .text
        case .validFrom, .validUntil: .moment
        }
    }

    package static let order = [SortKey(HoldingField.kabupatenCode), SortKey(.email), SortKey(.id)]
}
