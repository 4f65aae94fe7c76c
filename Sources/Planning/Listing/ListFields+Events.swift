package enum EventField: String, ListField {
    case areaCode = "area_code"
    case number
    case occurredAt = "occurred_at"
    case action, subject
    case subjectID = "subject_id"
    case principalID = "principal_id"
    case requestID = "request_id"

    package var kind: FieldKind {
        switch self {
        case .areaCode, .subject, .subjectID, .requestID: .text
        case .number: .integer
        case .occurredAt: .moment
        case .action: .word(of: Event.Action.self)
        case .principalID: .id
        }
    }

    /// The newest first.
    package static let order = [
        SortKey(EventField.occurredAt, descending: true), SortKey(.areaCode, descending: true),
        SortKey(.number, descending: true),
    ]
}
