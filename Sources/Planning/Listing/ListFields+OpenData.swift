internal import Measurement

package enum OpenIndexField: String, ListField {
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year, purpose
    case closedOn = "closed_on"
    case level, code, value, category
    case weakCount = "weak_count"
    case status

    package var kind: FieldKind {
        switch self {
        case .kabupatenCode, .desaCode: .region
        case .year, .weakCount: .integer
        case .purpose: .word(of: SurveyRound.Purpose.self)
        case .closedOn: .day
        case .level: .word(of: OpenIndex.Level.self)
        case .code, .category: .text
        case .value: .decimal
        case .status: .word(of: OpenStatus.self)
        }
    }

    package static let order = [
        SortKey(OpenIndexField.kabupatenCode), SortKey(.year, descending: true), SortKey(.desaCode),
        SortKey(.purpose), SortKey(.level, descending: true), SortKey(.code),
    ]
}

package enum OpenIndicatorField: String, ListField {
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year, purpose
    case closedOn = "closed_on"
    case dimensionCode = "dimension_code"
    case indicatorCode = "indicator_code"
    case unit, value
    case isWeak = "is_weak"
    case status

    package var kind: FieldKind {
        switch self {
        case .kabupatenCode, .desaCode: .region
        case .year: .integer
        case .purpose: .word(of: SurveyRound.Purpose.self)
        case .closedOn: .day
        case .dimensionCode, .indicatorCode: .text
        case .unit: .word(of: Framework.Indicator.Unit.self)
        case .value: .decimal
        case .isWeak: .flag
        case .status: .word(of: OpenStatus.self)
        }
    }

    package static let order = [
        SortKey(OpenIndicatorField.kabupatenCode), SortKey(.year, descending: true), SortKey(.desaCode),
        SortKey(.purpose), SortKey(.indicatorCode),
    ]
}

package enum OpenInterventionField: String, ListField {
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year
    case agencyCode = "agency_code"
    case agencyKind = "agency_kind"
    case interventions, accepted, reporting
    case budget = "budget_idr"
    case spent = "spent_idr"

    package var kind: FieldKind {
        switch self {
        case .kabupatenCode, .desaCode: .region
        case .year, .interventions, .accepted, .reporting: .integer
        case .agencyCode, .agencyKind: .text
        case .budget, .spent: .decimal
        }
    }

    package static let order = [
        SortKey(OpenInterventionField.kabupatenCode), SortKey(.year, descending: true), SortKey(.desaCode),
        SortKey(.agencyCode),
    ]
}
