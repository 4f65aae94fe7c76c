package import Measurement

/// One family as a survey file has it; its id is hashed with the service's key before it is stored.
package struct SurveyedFamily: Sendable {
    /// The physical line of the file, from 1, where the record starts.
    package let line: Int
    package let familyID: String
    package let rt: String
    package let status: FamilyStatus
    package let answers: PackedAnswers
    package let enumerator: String?
    package let interviewedOn: CalendarDay?
    /// The id of the family that this one continues, in the round that this is a panel of.
    package let previousFamilyID: String?

    package init(
        line: Int, familyID: String, rt: String, status: FamilyStatus, answers: PackedAnswers, enumerator: String?,
        interviewedOn: CalendarDay?, previousFamilyID: String?
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

/// Into which round a file goes, and how.
package struct SurveyImportRequest: Hashable, Sendable {
    package enum Panel: Hashable, Sendable {
        case purpose(SurveyRound.Purpose)
        case round(SurveyRound.ID)
    }

    package let lokusID: Lokus.ID
    package let purpose: SurveyRound.Purpose
    /// What the round is made with; what is stated again later goes over it while the round is open.
    package let design: SurveyRound.Design?
    package let familiesInVillage: Int?
    package let panelOf: Panel?
    package let framework: Framework.ID?
    package let surveyedFrom: CalendarDay?
    package let surveyedUntil: CalendarDay?
    package let strategy: ImportStrategy
    /// Take the file as the whole: families that it lacks are removed from the round.
    package let replacesAll: Bool
    package let fileName: String

    package init(
        lokusID: Lokus.ID, purpose: SurveyRound.Purpose, design: SurveyRound.Design?, familiesInVillage: Int?,
        panelOf: Panel?, framework: Framework.ID?, surveyedFrom: CalendarDay?, surveyedUntil: CalendarDay?,
        strategy: ImportStrategy = .createAndUpdate, replacesAll: Bool, fileName: String
    ) {
        self.lokusID = lokusID
        self.purpose = purpose
        self.design = design
        self.familiesInVillage = familiesInVillage
        self.panelOf = panelOf
        self.framework = framework
        self.surveyedFrom = surveyedFrom
        self.surveyedUntil = surveyedUntil
        self.strategy = strategy
        self.replacesAll = replacesAll
        self.fileName = fileName
    }
}

/// What is known of a file once all of it was read without a fault.
package struct SurveyFileSummary: Hashable, Sendable {
    package let sha256: [UInt8]
    package let rowsRead: Int

    package init(sha256: [UInt8], rowsRead: Int) {
        self.sha256 = sha256
        self.rowsRead = rowsRead
    }
}

/// A family that a file names twice: the lines, and the id as sent.
package struct RepeatedFamily: Hashable, Sendable {
    package let line: Int
    package let firstLine: Int
    package let familyID: String

    package init(line: Int, firstLine: Int, familyID: String) {
        self.line = line
        self.firstLine = firstLine
        self.familyID = familyID
    }
}

/// Families named twice, found by the database since memory must not grow with the file.
package struct RepeatedFamilies: Hashable, Sendable {
    /// The first hundred.
    package let first: [RepeatedFamily]
    package let total: Int

    package init(first: [RepeatedFamily], total: Int) {
        self.first = first
        self.total = total
    }
}

/// The receipt of an imported file; it adds up: rows read = added + changed + same + ignored.
package struct SurveyReceipt: Hashable, Sendable {
    package typealias ID = Identifier<SurveyReceipt>

    package let id: ID
    package let roundID: SurveyRound.ID
    package let purpose: SurveyRound.Purpose
    package let fileName: String
    package let fileSHA256: [UInt8]
    package let rowsRead: Int
    package let added: Int
    package let changed: Int
    package let same: Int
    /// Rows that the strategy leaves alone.
    package let ignored: Int
    /// Families taken out of the round, as the file replaced all of it.
    package let removed: Int
    package let importedAt: Moment
    /// Nil only of an import before this was kept.
    package let outcome: Outcome?

    package struct Outcome: Hashable, Sendable {
        package let isDryRun: Bool
        /// Whether the round was made by this import; false where a receipt is read again later, as the round is there.
        package let madeRound: Bool
        /// Families of the round that the file lacks.
        package let missingFromFile: Int
        package let familiesInRound: Int
        /// Of the file.
        package let byStatus: StatusCounts

        package init(
            isDryRun: Bool, madeRound: Bool, missingFromFile: Int, familiesInRound: Int, byStatus: StatusCounts
        ) {
            self.isDryRun = isDryRun
            self.madeRound = madeRound
            self.missingFromFile = missingFromFile
            self.familiesInRound = familiesInRound
            self.byStatus = byStatus
        }
    }

    package init(
        id: ID, roundID: SurveyRound.ID, purpose: SurveyRound.Purpose, fileName: String, fileSHA256: [UInt8],
        rowsRead: Int, added: Int, changed: Int, same: Int, ignored: Int = 0, removed: Int, importedAt: Moment,
        outcome: Outcome?
    ) {
        self.id = id
        self.roundID = roundID
        self.purpose = purpose
        self.fileName = fileName
        self.fileSHA256 = fileSHA256
        self.rowsRead = rowsRead
        self.added = added
        self.changed = changed
        self.same = same
        self.ignored = ignored
        self.removed = removed
        self.importedAt = importedAt
        self.outcome = outcome
    }
}
