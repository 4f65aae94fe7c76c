internal import Measurement

package enum RegionField: String, ListField {
    case code, name, level
    case search = "q"

    package var kind: FieldKind {
        switch self {
        case .code: .region
        case .name: .text
        case .level: .word(of: Region.Level.self)
        case .search: .search
        }
    }

    package static let order = [SortKey(RegionField.code)]
}

package enum FrameworkField: String, ListField {
    case code, version, title, status

    package var kind: FieldKind {
        switch self {
        case .code, .title: .text
        case .version: .integer
        case .status: .word(of: Framework.Status.self)
        }
    }

    package static let order = [SortKey(FrameworkField.code), SortKey(.version)]
}

package enum AgencyField: String, ListField {
    case kabupatenCode = "kabupaten_code"
    case code
    case shortName = "short_name"
    case name, kind
    case parentCode = "parent_code"
    case regionCode = "region_code"
    case role, urusan, indicators

    package var kind: FieldKind {
        switch self {
        case .kabupatenCode, .regionCode: .region
        case .code, .shortName, .name, .kind, .parentCode, .role: .text
        case .urusan, .indicators: .texts
        }
    }

    package static let order = [SortKey(AgencyField.kabupatenCode), SortKey(.code)]
}

package enum CatalogueField: String, ListField {
    case code, title, unit, indicators, agencies

    package var kind: FieldKind {
        switch self {
        case .code, .title, .unit: .text
        case .indicators, .agencies: .texts
        }
    }

    package static let order = [SortKey(CatalogueField.code)]
}

package enum LokusField: String, ListField {
    case id
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case desaName = "desa_name"
    case year
    case decreeNumber = "decree_number"
    case decreeOn = "decree_on"
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id: .id
        case .kabupatenCode, .desaCode: .region
        case .desaName, .decreeNumber: .text
        case .year: .integer
        case .decreeOn: .day
        case .createdAt, .updatedAt: .moment
        }
    }

    package static let hasPast = true
    package static let order = [
        SortKey(LokusField.kabupatenCode), SortKey(.year, descending: true), SortKey(.desaCode),
    ]
}

package enum SurveyRoundField: String, ListField {
    case id
    case lokusID = "lokus_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year, purpose, design, state
    case surveyedFrom = "surveyed_from"
    case surveyedUntil = "surveyed_until"
    case closedAt = "closed_at"
    case weakCount = "weak_count"
    case ikk, category
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id, .lokusID: .id
        case .kabupatenCode, .desaCode: .region
        case .year, .weakCount: .integer
        case .purpose: .word(of: SurveyRound.Purpose.self)
        case .design: .word(of: SurveyRound.Design.self)
        case .state: .word(of: SurveyRound.State.self)
        case .surveyedFrom, .surveyedUntil: .day
        case .closedAt, .createdAt, .updatedAt: .moment
        case .ikk: .decimal
        case .category: .text
        }
    }

    package static let hasPast = true
    package static let order = [SortKey(SurveyRoundField.kabupatenCode), SortKey(.id)]
    package static let expansions: Set<Expansion> = [.lokus]
}

package enum ActionPlanField: String, ListField {
    case id
    case lokusID = "lokus_id"
    case kabupatenCode = "kabupaten_code"
    case desaCode = "desa_code"
    case year, title, state
    case agreedOn = "agreed_on"
    case createdAt = "created_at"
    case updatedAt = "updated_at"

    package var kind: FieldKind {
        switch self {
        case .id, .lokusID: .id
        case .kabupatenCode, .desaCode: .region
        case .year: .integer
        case .title: .text
        case .state: .word(of: ActionPlan.State.self)
        case .agreedOn: .day
        case .createdAt, .updatedAt: .moment
        }
    }

    package static let hasPast = true
    package static let order = [SortKey(ActionPlanField.kabupatenCode), SortKey(.id)]
    package static let expansions: Set<Expansion> = [.lokus]
}
