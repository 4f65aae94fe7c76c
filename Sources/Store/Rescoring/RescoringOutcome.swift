internal import Planning

/// What a rescoring did and found.
package struct RescoringOutcome: Sendable {
    /// A closed round whose stored results are not those of its families.
    package struct Difference: Sendable {
        package let roundID: String
        /// Empty where the round could not be read.
        package let desaCode: String
        package let year: Int?
        package let purpose: String
        /// Codes of indicators and dimensions, and names of the API's figures; or why the families could not be used.
        package let figures: [String]

        init(_ round: SurveyRound, _ figures: [String]) {
            roundID = "\(round.id)"
            desaCode = round.place.desaCode
            year = round.place.year
            purpose = round.purpose.rawValue
            self.figures = figures
        }

        fileprivate init(unreadable id: SurveyRound.ID, _ error: any Error) {
            roundID = "\(id)"
            desaCode = ""
            year = nil
            purpose = ""
            figures = ["\(error)"]
        }
    }

    package var rounds = 0
    package var families = 0
    /// Rounds whose evidence was missing or is another now.
    package var written = 0
    /// The same of pairs.
    package var pairsWritten = 0
    package var differing: [Difference] = []

    static func += (sum: inout RescoringOutcome, part: RescoringOutcome) {
        sum.rounds += part.rounds
        sum.families += part.families
        sum.written += part.written
        sum.pairsWritten += part.pairsWritten
        sum.differing += part.differing
    }

    mutating func unfit(_ key: Rescoring.Key, _ error: any Error) {
        differing.append(Difference(unreadable: key.round, error))
    }
}
