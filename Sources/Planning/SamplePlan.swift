package import Measurement

/// What the next survey of a lokus will be able to tell, and how many families it takes.
package struct SamplePlan: Sendable {
    /// The closed round that it follows from.
    package let round: SurveyRound
    package let framework: Framework
    package let tallies: [IndicatorTally]
    package let outlook: SurveyOutlook

    package init(round: SurveyRound, framework: Framework, tallies: [IndicatorTally], outlook: SurveyOutlook) {
        self.round = round
        self.framework = framework
        self.tallies = tallies
        self.outlook = outlook
    }
}
