/// One figure as it was announced: a value, or the totals of an indicator, or both.
package struct AnnouncedFigure: Hashable, Sendable {
    package struct Totals: Hashable, Sendable {
        package let good: Int
        package let eligible: Int

        /// Nil where there are more good than eligible units, or a count is outside 0 to `IndicatorTally.most`.
        package init?(good: Int, eligible: Int) {
            guard IndicatorTally(good: good, eligible: eligible) != nil else { return nil }
            self.good = good
            self.eligible = eligible
        }
    }

    /// With as many decimals as were announced.
    package let value: ShownValue?
    package let totals: Totals?

    /// Nil where it says nothing, or where value and totals contradict each other beyond rounding.
    package init?(value: ShownValue?, totals: Totals?) {
        guard value != nil || totals != nil else { return nil }
        if let value, let totals {
            // |v − 100 g/e| ≤ half a unit of the last digit, in whole numbers; a tie may have been rounded either way.
            let difference = value.finest * totals.eligible - 100 * ShownValue.finestPerPoint * totals.good
            guard totals.eligible > 0, 2 * abs(difference) <= value.finestPerUnit * totals.eligible else { return nil }
        }
        self.value = value
        self.totals = totals
    }

    /// The value as announced, or rounded from the totals; nil where nobody is eligible.
    package func shown(digits: Int) -> ShownValue? { value ?? tally.shown(digits: digits) }

    /// Good of eligible; where there is only a value, that and its scale, which are no units.
    var tally: IndicatorTally {
        if let totals { return IndicatorTally(good: totals.good, eligible: totals.eligible) ?? .unknown }
        guard let value else { return .unknown }
        let scale = 100 * ShownValue.unitsPerPoint(digits: value.digits)
        return IndicatorTally(good: value.units, eligible: scale) ?? .unknown
    }
}

/// A round of which only announced figures are known, and what follows from them.
///
/// It is known by totals where every indicator that was announced has them, and otherwise by values: one reason then
/// holds for all that cannot be said of it. A dimension, and the index, is computed where all of its indicators are
/// known, and otherwise it is what was announced: a mean of the few that a report names is no index.
package struct AnnouncedRound: Hashable, Sendable {
    package let isOfTotals: Bool
    /// In framework order.
    package let tallies: [IndicatorTally]
    package let scores: ShownScores
    /// The class of the shown index.
    package let category: Framework.Category?
    /// How many indicators have a value.
    package let indicatorsUsed: Int
    /// Of those that are known; nil where none is.
    package let weakCount: Int?

    /// - Parameters:
    ///   - indicators: In framework order; nil for one that was not announced.
    ///   - published: The dimensions and the index as announced.
    package init(
        scheme: ScoringScheme, indicators: [AnnouncedFigure?], published: ShownScores
    ) throws(FrameworkMismatch) {
        let framework = scheme.framework
        try FrameworkMismatch.check(indicators.count, is: framework.indicators.count)
        try FrameworkMismatch.check(published.dimensions.count, is: framework.dimensions.count)
        let known = indicators.compactMap(\.self)
        isOfTotals = !known.isEmpty && known.allSatisfy { $0.totals != nil }
        tallies = indicators.map { $0?.tally ?? .unknown }
        let score = try RoundScore(scheme: scheme, indicators: tallies)
        scores = scheme.scoresOfWhole(score, otherwise: published)
        category = scores.ikk.flatMap(scheme.category)
        indicatorsUsed = score.indicatorsUsed
        weakCount = score.indicatorsUsed > 0 ? score.weakIndicators.count : nil
    }
}

extension ScoringScheme {
    /// The dimensions, and the index, of which all indicators are known; the others as announced, if they were.
    func scoresOfWhole(_ score: RoundScore, otherwise published: ShownScores?) -> ShownScores {
        var isWhole = [Bool](repeating: true, count: framework.dimensions.count)
        for (position, indicator) in score.indicators.enumerated() where !indicator.tally.isKnown {
            isWhole[dimensionOfIndicator[position]] = false
        }
        let digits = framework.roundingDigits
        let dimensions = framework.dimensions.indices.map { position in
            isWhole[position]
                ? score.dimensions[position]?.shown : published?.dimensions[position]?.rounded(toDigits: digits)
        }
        return ShownScores(
            dimensions: dimensions,
            ikk: isWhole.allSatisfy(\.self) ? score.ikk?.shown : published?.ikk?.rounded(toDigits: digits))
    }
}

extension ShownValue {
    /// Half up; one with fewer digits stays, as more of it are not known.
    func rounded(toDigits digits: Int) -> ShownValue {
        guard digits < self.digits else { return self }
        let unit = Self.finestPerPoint / Self.unitsPerPoint(digits: digits)
        return ShownValue(trusted: (2 * finest + unit) / (2 * unit), digits: digits)
    }
}
