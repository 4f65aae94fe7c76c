package import Measurement

/// What moved between two closed rounds of a lokus, and what was done.
package struct LokusComparison: Sendable {
    /// One of the two rounds.
    package struct Side: Hashable, Sendable {
        package let roundID: SurveyRound.ID
        package let purpose: SurveyRound.Purpose
        package let closedAt: Moment
        package let category: String?
        /// Nil where a round without families tells no indicator.
        package let weakCount: Int?
        package let basis: SurveyRound.Basis
        /// Nil without families.
        package let familiesCounted: Int?
        package let familiesRepresented: Int?

        package init(
            roundID: SurveyRound.ID, purpose: SurveyRound.Purpose, closedAt: Moment, category: String?,
            weakCount: Int?, basis: SurveyRound.Basis = .families, familiesCounted: Int?, familiesRepresented: Int?
        ) {
            self.roundID = roundID
            self.purpose = purpose
            self.closedAt = closedAt
            self.category = category
            self.weakCount = weakCount
            self.basis = basis
            self.familiesCounted = familiesCounted
            self.familiesRepresented = familiesRepresented
        }
    }

    /// Where the rounds are by two versions of their framework: what each was closed with, and what has no part here.
    package struct Bridged: Hashable, Sendable {
        package struct Side: Hashable, Sendable {
            package let version: Int
            package let ikk: ShownValue?
            package let category: String?
            /// Nil where a round without families tells no indicator.
            package let weakCount: Int?
            /// Codes of that version, in its order.
            package let leftOut: [String]

            package init(version: Int, ikk: ShownValue?, category: String?, weakCount: Int?, leftOut: [String]) {
                self.version = version
                self.ikk = ikk
                self.category = category
                self.weakCount = weakCount
                self.leftOut = leftOut
            }
        }

        package let before: Side
        package let after: Side

        package init(before: Side, after: Side) {
            self.before = before
            self.after = after
        }
    }

    package let lokusID: Lokus.ID
    package let place: Place
    /// Of the newer version over what is equivalent, where there are two.
    package let scheme: ScoringScheme
    package let before: Side
    package let after: Side
    package let rounds: RoundComparison
    package let pair: RoundPair
    package let change: RoundChange
    package let described: (before: RoundDescription, after: RoundDescription)
    package let interventions: [PlannedIntervention]
    /// Nil where both rounds are by one version.
    package let bridged: Bridged?
    package let targets: TargetOutcome
    /// Of the indicators by the codes that interventions name, which are those of the plan's version.
    private let positions: [String: Int]

    /// - Parameters:
    ///   - plannedCodes: What the plan calls each indicator; nil where it is of the version of `scheme`.
    ///   - isPlannedIndex: Whether the index is the one that the plan's version means.
    package init(
        lokusID: Lokus.ID, place: Place, scheme: ScoringScheme, before: Side, after: Side, rounds: RoundComparison,
        pair: RoundPair, interventions: [PlannedIntervention], bridged: Bridged? = nil,
        targets declared: PlanTargets = .none, plannedCodes: [String]? = nil, isPlannedIndex: Bool = true
    ) throws(EvidenceFault) {
        self.lokusID = lokusID
        self.place = place
        self.scheme = scheme
        self.before = before
        self.after = after
        self.rounds = rounds
        self.pair = pair
        let codes = plannedCodes ?? scheme.framework.indicators.map(\.code)
        positions = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
        targets = TargetOutcome(
            declared, codes: codes, by: after.purpose,
            index: isPlannedIndex && bridged == nil ? rounds.ikk.shownAfter : nil,
            shown: { rounds.indicators[$0].shownAfter })
        change = RoundChange(pair, targets: targets.tested)
        described = (
            before: try RoundDescription(scheme: scheme, side: pair.before),
            after: try RoundDescription(scheme: scheme, side: pair.after)
        )
        self.interventions = interventions
        self.bridged = bridged
    }

    package var framework: Framework { scheme.framework }

    /// Positions of the indicators that a completed intervention was for.
    var treated: [Int] {
        Set(interventions.filter(\.isCompleted).flatMap(aims(of:))).sorted()
    }

    /// Positions of the indicators that an intervention aims at; without those that have no part in the comparison.
    package func aims(of intervention: PlannedIntervention) -> [Int] {
        intervention.indicators.compactMap { positions[$0] }
    }

    /// Their codes, in framework order.
    package var completed: [String] { treated.map { framework.indicators[$0].code } }

    /// Those indicators beside the others of the village. It is an association: weak indicators were chosen because
    /// they were low, so some rise is expected anyway.
    package var contrast: Contrast { Contrast(within: pair, treated: Set(treated)) }
}
