package import Measurement

/// The weak indicators of a lokus by one closed round, with what can be and is done about each.
package struct WeakIndicators: Sendable {
    package struct Item: Sendable {
        package let indicator: Framework.Indicator
        package let score: IndicatorScore
        /// How sure it is; nil where nothing was kept of the families.
        package let described: DescribedIndicator?
        package let duties: [AgencyName]
        package let catalogue: [CatalogueItem]
        package let planned: [PlannedIntervention]

        package init(
            indicator: Framework.Indicator, score: IndicatorScore, described: DescribedIndicator?, duties: [AgencyName],
            catalogue: [CatalogueItem], planned: [PlannedIntervention]
        ) {
            self.indicator = indicator
            self.score = score
            self.described = described
            self.duties = duties
            self.catalogue = catalogue
            self.planned = planned
        }
    }

    package let scored: ScoredRound
    package let items: [Item]

    package var round: SurveyRound { scored.round }
    package var weakBelow: Int { scored.scheme.framework.weakBelow }

    package init(scored: ScoredRound, items: [Item]) {
        self.scored = scored
        self.items = items
    }
}

package struct AgencyName: Hashable, Sendable {
    package let code: String
    package let shortName: String

    package init(code: String, shortName: String) {
        self.code = code
        self.shortName = shortName
    }
}

/// An intervention in one line, as other things list it.
package struct PlannedIntervention: Hashable, Sendable {
    package let id: Intervention.ID
    package let reference: String
    package let title: String
    package let agency: AgencyName
    package let state: Intervention.State
    package let targetQuantity: Hundredths
    package let unit: String
    /// Codes, in framework order.
    package let indicators: [String]
    package let budget: Rupiah
    /// As verified; nil while nothing is.
    package let progress: Progress?
    /// What was reported last, where that is not verified.
    package let unverified: Progress?

    /// Whether all of it was done, as was verified.
    package var isCompleted: Bool { progress.map { $0.figures.physicalPercent.count >= 100_00 } ?? false }

    package init(
        id: Intervention.ID, reference: String, title: String, agency: AgencyName, state: Intervention.State,
        targetQuantity: Hundredths, unit: String, indicators: [String], budget: Rupiah, progress: Progress?,
        unverified: Progress? = nil
    ) {
        self.id = id
        self.reference = reference
        self.title = title
        self.agency = agency
        self.state = state
        self.targetQuantity = targetQuantity
        self.unit = unit
        self.indicators = indicators
        self.budget = budget
        self.progress = progress
        self.unverified = unverified
    }
}
