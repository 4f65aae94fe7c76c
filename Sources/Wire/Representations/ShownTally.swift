internal import Measurement
internal import Planning

/// The counts of an indicator, as far as its round knows them: of values alone there are no units, and of a round without
/// families it is not known in how many of them an answer is missing.
struct ShownTally {
    let tally: IndicatorTally
    let basis: SurveyRound.Basis

    var hasUnits: Bool { tally.isKnown && basis != .values }
    var good: Int? { hasUnits ? tally.good : nil }
    var eligible: Int? { hasUnits ? tally.eligible : nil }
    var familiesMissing: Int? { basis == .families ? tally.familiesMissing : nil }
    var familiesNotApplicable: Int? { basis == .families ? tally.familiesNotApplicable : nil }
}
