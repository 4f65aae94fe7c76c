internal import Measurement
package import Phrasing

/// What a table of unknown layout probably is, and a mapping file that reads it once people have checked it.
package struct SurveyInspection: Sendable {
    package enum Origin: String, Sendable, CaseIterable {
        /// A survey file already: no mapping is needed.
        case surveyFile = "survey_file"
        case koboToolbox = "kobotoolbox"
        case odk
        /// The sheet of a repeated group, a row a person: families are on the main sheet.
        case repeatedGroup = "repeated_group"
        case other
    }

    package enum Certainty: String, Sendable, CaseIterable, Comparable {
        case guess, likely, certain

        init(_ score: Double) {
            self = score >= 0.9 ? .certain : score >= 0.65 ? .likely : .guess
        }

        /// As people read it.
        package var word: Wording {
            switch self {
            case .certain: Wording(id: "pasti", en: "certain")
            case .likely: Wording(id: "mungkin", en: "likely")
            case .guess: Wording(id: "dugaan: periksa", en: "a guess: check")
            }
        }

        package static func < (left: Certainty, right: Certainty) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// A column of a survey file and where it probably comes from.
    package struct Match: Hashable, Sendable {
        package let target: String
        /// Columns, or questions of a long layout.
        package let sources: [String]
        /// As in a mapping file; nil for the plain value.
        package let rule: String?
        package let certainty: Certainty
    }

    /// Something that people should know or decide.
    package struct Finding: Hashable, Sendable {
        /// Whether the mapping file is refused until it is decided.
        package let needsDecision: Bool
        package let text: Wording
    }

    package let origin: Origin
    /// Whether each row is an answer, not a family.
    package let isLong: Bool
    package let rows: Int
    package let columns: [InspectedColumn]
    package let matches: [Match]
    /// Columns of a survey file that nothing was found for.
    package let unmatchedTargets: [String]
    /// Columns of the table that nothing was made of, but for those that every export has.
    package let unmatchedColumns: [String]
    package let findings: [Finding]
    private let draft: InspectionDraft

    /// The text of a mapping file, to be checked and completed in a spreadsheet; its notes are in this language.
    package func mapping(in language: Language) -> String { draft.text(in: language) }

    init(columns: [InspectedColumn], rows: Int, joint: JointKey?, framework: Framework) {
        var draft = InspectionDraft(columns: columns, rows: rows, joint: joint, framework: framework)
        draft.complete()
        self.draft = draft
        self.columns = columns
        self.rows = rows
        origin = draft.origin
        isLong = draft.long != nil
        matches = draft.matches
        unmatchedTargets = draft.unmatchedTargets
        unmatchedColumns = draft.unmatchedColumns
        findings = draft.findings
    }
}
