package import Measurement
package import Planning

/// One family of a survey file, every value checked.
package struct SurveyRow: Hashable, Sendable {
    /// The physical line where the row starts, for faults that only the database can find.
    package let line: Int
    package let familyID: String
    package let rt: String
    package let status: FamilyStatus
    /// In framework order, directions applied.
    package let answers: PackedAnswers
    package let enumerator: String?
    package let interviewedOn: CalendarDay?
    /// The family's id in the round that this one is `panel_of`; nil where it is the same or there is none.
    package let previousFamilyID: String?

    package init(
        line: Int, familyID: String, rt: String, status: FamilyStatus, answers: PackedAnswers,
        enumerator: String? = nil, interviewedOn: CalendarDay? = nil, previousFamilyID: String? = nil
    ) {
        self.line = line
        self.familyID = familyID
        self.rt = rt
        self.status = status
        self.answers = answers
        self.enumerator = enumerator
        self.interviewedOn = interviewedOn
        self.previousFamilyID = previousFamilyID
    }
}

/// The columns of a survey file beside one an indicator.
package enum SurveyColumn {
    package static let familyID = "family_id"
    package static let rt = "rt"
    package static let status = "status"
    package static let enumerator = "enumerator"
    package static let interviewedOn = "interviewed_on"
    package static let previousFamilyID = "previous_family_id"
}
