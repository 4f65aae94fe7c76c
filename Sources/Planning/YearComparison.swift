package import Measurement

/// All lokus of a year that the caller may see, each compared with itself.
package struct YearComparison: Sendable {
    package enum Order: String, Sendable, CaseIterable {
        /// What is certain first.
        case certain
        /// By the later index, the best first: a plain ranking.
        case ikk
        /// By the change, the largest rise first: a plain ranking.
        case change
    }

    /// One round of a lokus.
    package struct Round: Hashable, Sendable {
        package let id: SurveyRound.ID
        package let framework: Framework.ID
        package let ikk: ShownValue?
        package let category: String?
        /// Nil where a round without families tells no indicator.
        package let weakCount: Int?
        package let basis: SurveyRound.Basis
        /// Nil without families.
        package let familiesCounted: Int?

        package init(
            id: SurveyRound.ID, framework: Framework.ID, ikk: ShownValue?, category: String?, weakCount: Int?,
            basis: SurveyRound.Basis = .families, familiesCounted: Int?
        ) {
            self.id = id
            self.framework = framework
            self.ikk = ikk
            self.category = category
            self.weakCount = weakCount
            self.basis = basis
            self.familiesCounted = familiesCounted
        }
    }

    /// Why two rounds of a lokus are not compared.
    package enum Obstacle: String, Error, Sendable, CaseIterable {
        case beforeMissing = "before_missing"
        case afterMissing = "after_missing"
        case bothMissing = "both_missing"
        case differentFrameworks = "different_frameworks"
        case noEvidence = "no_evidence"
    }

    /// One lokus.
    package struct Item: Sendable {
        package let lokusID: Lokus.ID
        package let place: Place
        /// Nil without a closed round of that purpose.
        package let before: Round?
        package let after: Round?
        /// Nil where there is an obstacle.
        package let change: RoundChange?
        package let obstacle: Obstacle?
        package let isPanel: Bool
        /// Whether the change is over what two versions of the framework have in common, so that it is not the
        /// difference of the two indices.
        package let isBridged: Bool
        /// Nil where there is an obstacle, or no plan.
        package let targets: TargetOutcome?

        package init(
            lokusID: Lokus.ID, place: Place, before: Round?, after: Round?, change: RoundChange?, obstacle: Obstacle?,
            isPanel: Bool = false, isBridged: Bool = false, targets: TargetOutcome? = nil
        ) {
            self.lokusID = lokusID
            self.place = place
            self.before = before
            self.after = after
            self.change = change
            self.obstacle = obstacle
            self.isPanel = isPanel
            self.isBridged = isBridged
            self.targets = targets
        }

        /// How many indicators of this verdict.
        package func count(_ verdict: Verdict) -> Int? {
            change.map { $0.indicators.count { $0.verdict == verdict } }
        }
    }

    package let year: Int
    package let before: SurveyRound.Purpose
    package let after: SurveyRound.Purpose
    /// In the order asked for.
    package let items: [(item: Item, verdict: ComparedVillages.Verdict)]

    package var tested: Int { items.count { $0.verdict.adjustedP != nil } }

    /// - Parameter items: by kabupaten and desa.
    package init(year: Int, before: SurveyRound.Purpose, after: SurveyRound.Purpose, _ items: [Item], by order: Order) {
        self.year = year
        self.before = before
        self.after = after
        let compared = ComparedVillages(items.map { $0.change?.ikk })
        let positions =
            switch order {
            case .certain: compared.certainOrder
            case .ikk: Self.ranked(items) { $0.after?.ikk }
            case .change: Self.ranked(items) { $0.change?.ikk.change }
            }
        self.items = positions.map { (items[$0], compared.verdicts[$0]) }
    }

    /// The largest first, those without a value last, equal ones as they came.
    private static func ranked(_ items: [Item], _ value: (Item) -> (some Comparable)?) -> [Int] {
        let values = items.map(value)
        return items.indices.sorted { one, other in
            switch (values[one], values[other]) {
            case (let first?, let second?): first == second ? one < other : first > second
            case (nil, nil): one < other
            case (let first, _): first != nil
            }
        }
    }
}
