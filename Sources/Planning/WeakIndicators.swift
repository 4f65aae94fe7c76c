package import Measurement

/// The weak indicators of a lokus by one closed round, with what can be and is done about each.
package struct WeakIndicators: Sendable {
    package struct Item: Sendable {
        package let indicator: Framework.Indicator
        package let score: IndicatorScore
        package let duties: [AgencyName]
        package let catalogue: [CatalogueItem]
        package let planned: [PlannedIntervention]

        package init(
            indicator: Framework.Indicator, score: IndicatorScore, duties: [AgencyName], catalogue: [CatalogueItem],
            planned: [PlannedIntervention]
        ) {
            self.indicator = indicator
            self.score = score
            self.duties = duties
            self.catalogue = catalogue
            self.planned = planned
        }
    }

    package let round: SurveyRound
    package let weakBelow: Int
    package let items: [Item]

    package init(round: SurveyRound, weakBelow: Int, items: [Item]) {
        self.round = round
        self.weakBelow = weakBelow
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
    /// Nil while nothing was reported.
    package let progress: Progress?

    /// Whether all of it was done, as its agency says.
    package var isCompleted: Bool { progress.map { $0.figures.physicalPercent.count >= 100_00 } ?? false }

    package init(
        id: Intervention.ID, reference: String, title: String, agency: AgencyName, state: Intervention.State,
        targetQuantity: Hundredths, unit: String, indicators: [String], budget: Rupiah, progress: Progress?
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
    }
}
