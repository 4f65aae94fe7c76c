package import Measurement

/// What should be explained of a round before its figures are believed, as it may be told.
package struct RoundFindings: Sendable {
    package let round: SurveyRound
    /// All families of the round, and those that enter the index.
    package let families: StatusCounts
    /// The serious ones first.
    package let findings: [QualityFinding]

    package init(round: SurveyRound, families: StatusCounts, findings: [QualityFinding]) {
        self.round = round
        self.families = families
        self.findings = findings
    }
}
