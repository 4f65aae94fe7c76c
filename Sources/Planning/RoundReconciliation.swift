package import Measurement

/// Which aggregation gives what was announced of a round.
package struct RoundReconciliation: Sendable {
    package let round: SurveyRound
    package let scheme: ScoringScheme
    package let published: ShownScores
    /// In framework order; nil for an indicator that was not announced. What differs here explains what differs above.
    package let indicators: [Reconciliation.Difference?]
    /// From the round's indicators; nil where not all of them are known.
    package let fromIndicators: Reconciliation?
    /// From the announced dimensions alone; nil without the index, or where a dimension that enters it is missing.
    package let fromDimensions: PublishedReconciliation?
    /// Indicators that were not announced, of a round without families.
    package let unknownIndicators: Int

    /// - Parameter result: Of the closed round, with its tallies.
    package init(
        round: SurveyRound, result: SurveyRound.Result, scheme: ScoringScheme, published: PublishedResult
    ) throws(FrameworkMismatch) {
        let framework = scheme.framework
        let scores = published.scores(framework)
        let unknown = result.tallies.count { !$0.isKnown }
        self.round = round
        self.scheme = scheme
        self.published = scores
        unknownIndicators = unknown
        indicators = zip(published.indicators(framework), result.tallies).map { figure, tally in
            figure.flatMap { Reconciliation.Difference($0, tally, digits: framework.roundingDigits) }
        }
        // Of values without totals, the coarsest says how far a mean of them can be off.
        let digits = published.indicators(framework).compactMap { $0?.totals == nil ? $0?.value?.digits : nil }.min()
        fromIndicators =
            unknown > 0
            ? nil
            : try Reconciliation(
                scheme: scheme, indicators: result.tallies, published: scores,
                valuesDigits: round.basis == .values ? digits : nil)
        fromDimensions = try PublishedReconciliation(
            scheme: scheme, published: scores, isValued: result.tallies.map { !$0.isKnown || $0.hasValue })
    }
}
