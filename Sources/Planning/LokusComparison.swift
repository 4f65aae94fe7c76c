package import Measurement

/// What moved between two closed rounds of a lokus, and what was done.
package struct LokusComparison: Sendable {
    /// One of the two rounds.
    package struct Side: Hashable, Sendable {
        package let roundID: SurveyRound.ID
        package let purpose: SurveyRound.Purpose
        package let closedAt: Moment
        package let category: String?
        package let weakCount: Int
        package let familiesCounted: Int
        package let familiesRepresented: Int

        package init(
            roundID: SurveyRound.ID, purpose: SurveyRound.Purpose, closedAt: Moment, category: String?,
            weakCount: Int, familiesCounted: Int, familiesRepresented: Int
        ) {
            self.roundID = roundID
            self.purpose = purpose
            self.closedAt = closedAt
            self.category = category
            self.weakCount = weakCount
            self.familiesCounted = familiesCounted
            self.familiesRepresented = familiesRepresented
        }
    }

    package let lokusID: Lokus.ID
    package let place: Place
    package let framework: Framework
    package let before: Side
    package let after: Side
    package let rounds: RoundComparison
    package let interventions: [PlannedIntervention]

    package init(
        lokusID: Lokus.ID, place: Place, framework: Framework, before: Side, after: Side, rounds: RoundComparison,
        interventions: [PlannedIntervention]
    ) {
        self.lokusID = lokusID
        self.place = place
        self.framework = framework
        self.before = before
        self.after = after
        self.rounds = rounds
        self.interventions = interventions
    }
}
