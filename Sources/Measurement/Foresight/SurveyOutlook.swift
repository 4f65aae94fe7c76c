/// What the next survey of a village will be able to tell, by one that is closed.
package struct SurveyOutlook: Sendable {
    /// What the next survey should be able to do.
    package struct Wishes: Hashable, Sendable {
        /// Of the interval around a value, in points.
        package let halfWidth: Double
        /// That is to be found, in points.
        package let change: Double
        /// How many times the variance is that of a simple random sample.
        package let designEffect: Double
        /// The share of families whose answer changes between two rounds of a panel.
        package let discordance: Double
        /// Families that the village will have; nil for those that the closed round speaks for.
        package let village: Int?

        package init(
            halfWidth: Double = 5, change: Double = 10, designEffect: Double = 1,
            discordance: Double = DetectableChange.usualDiscordance, village: Int? = nil
        ) {
            self.halfWidth = halfWidth
            self.change = change
            self.designEffect = designEffect
            self.discordance = discordance
            self.village = village
        }
    }

    /// One indicator; everything is nil where it has no value or the families behind it are not known.
    package struct Indicator: Hashable, Sendable {
        /// Families of the closed round with an eligible unit and an answer.
        package let families: Int?
        /// Those that the village has by that share; rounded up.
        package let familiesInVillage: Int?
        /// What as many families will find again, if they are the same.
        package let panel: DetectableChange?
        /// What as many families will find, if they are others.
        package let independent: DetectableChange?
        /// Families with an eligible unit for the wanted interval.
        package let describing: SampleSize?
        /// Families with an eligible unit to find the wanted change, if they are the same.
        package let findingByPanel: SampleSize?
        /// The same in each of two rounds of different families.
        package let findingByIndependent: SampleSize?
    }

    package let wishes: Wishes
    /// Families that the next survey can ask.
    package let village: Int
    /// Indicators that will be compared.
    package let comparisons: Int
    /// Families of the village for the wanted interval, whatever the value of an indicator that all families answer.
    package let describingAny: SampleSize?
    /// In framework order.
    package let indicators: [Indicator]

    /// - Parameter represented: Families that the closed round speaks for.
    package init(
        tallies: [IndicatorTally], evidence: RoundEvidence, represented: Int, wishes: Wishes = Wishes()
    ) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(evidence.indicators.count, is: tallies.count)
        self.wishes = wishes
        village = wishes.village ?? represented
        comparisons = tallies.count(where: \.hasValue)
        describingAny = SampleSize(
            within: wishes.halfWidth, village: village, designEffect: wishes.designEffect)
        let (compared, village) = (comparisons, village)
        indicators = zip(tallies, evidence.indicators).map { tally, kept in
            Indicator(tally, kept.families, of: evidence.counted, village, compared, wishes)
        }
    }
}

extension SurveyOutlook.Indicator {
    fileprivate init(
        _ tally: IndicatorTally, _ families: Int, of counted: Int, _ village: Int, _ comparisons: Int,
        _ wishes: SurveyOutlook.Wishes
    ) {
        guard tally.hasValue, families > 0, counted > 0 else {
            (self.families, familiesInVillage, panel, independent) = (nil, nil, nil, nil)
            (describing, findingByPanel, findingByIndependent) = (nil, nil, nil)
            return
        }
        let share = Double(tally.good) / Double(tally.eligible)
        let here = (families * village + counted - 1) / counted
        let effect = wishes.designEffect
        self.families = families
        familiesInVillage = here
        panel = DetectableChange(
            panelOf: families, discordance: wishes.discordance, comparisons: comparisons, designEffect: effect)
        independent = DetectableChange(
            independent: share, families: families, comparisons: comparisons, designEffect: effect)
        describing = SampleSize(describing: share, within: wishes.halfWidth, village: here, designEffect: effect)
        findingByPanel = SampleSize(
            finding: wishes.change, discordance: wishes.discordance, village: here, designEffect: effect)
        findingByIndependent = SampleSize(
            finding: wishes.change, of: share, village: here, designEffect: effect)
    }
}
