/// A value in points, unrounded and as shown.
package struct Score: Hashable, Sendable {
    /// In points, unrounded: for means, changes and contributions.
    package let value: Double
    /// Rounded half up from the exact fraction: for people and for classes.
    package let shown: ShownValue
}

/// The shown dimensions and index of a round, as they are stored when it is closed.
package struct ShownScores: Hashable, Sendable {
    /// In framework order; nil for a dimension without a value.
    package let dimensions: [ShownValue?]
    /// Nil where nothing has a value.
    package let ikk: ShownValue?

    /// As read back from storage.
    package init(dimensions: [ShownValue?], ikk: ShownValue?) {
        self.dimensions = dimensions
        self.ikk = ikk
    }
}

/// One indicator of a round.
package struct IndicatorScore: Hashable, Sendable {
    /// The indicator's code.
    package let code: String
    /// The counts that everything follows from.
    package let tally: IndicatorTally
    /// Nil without an eligible unit, which is neither 0 nor weak.
    package let score: Score?
    /// Whether the shown value is below the framework's `weakBelow`.
    package let isWeak: Bool
    /// Eligible units still to become good; 0 where it is not weak, nil without an eligible unit.
    package let neededToReachThreshold: Int?
}

/// A round's indicators, dimensions and index by one framework version.
package struct RoundScore: Hashable, Sendable {
    /// In framework order.
    package let indicators: [IndicatorScore]
    /// In framework order; nil for a dimension without a value.
    package let dimensions: [Score?]
    /// The index; nil where nothing has a value.
    package let ikk: Score?
    /// The class of the shown index.
    package let category: Framework.Category?

    /// From one tally an indicator, in framework order; throws where the number of tallies is another.
    package init(scheme: ScoringScheme, indicators tallies: [IndicatorTally]) throws(FrameworkMismatch) {
        let framework = scheme.framework
        try FrameworkMismatch.check(tallies.count, is: framework.indicators.count)
        indicators = zip(framework.indicators, tallies).map { IndicatorScore(scheme, $0.code, $1) }

        var means = [WeightedMean](repeating: WeightedMean(), count: framework.dimensions.count)
        for (position, tally) in tallies.enumerated() where tally.hasValue {
            means[scheme.dimensionOfIndicator[position]].add(tally.points, weight: scheme.weights[position])
        }
        let exact = ExactScore(scheme, tallies)
        let digits = framework.roundingDigits
        dimensions = zip(means, exact.dimensions).map { Score($0.mean, $1, digits: digits) }
        ikk = Score(scheme.index(means), exact.ikk, digits: digits)
        category = ikk.flatMap { scheme.category(of: $0.shown) }
    }

    /// From the added-up families of a round.
    package init(scheme: ScoringScheme, tally: RoundTally) throws(FrameworkMismatch) {
        try self.init(scheme: scheme, indicators: tally.indicators)
    }

    /// How many indicators have a value.
    package var indicatorsUsed: Int { indicators.count { $0.score != nil } }

    /// Codes of the weak indicators, in framework order.
    package var weakIndicators: [String] { indicators.filter(\.isWeak).map(\.code) }

    /// What is stored for later comparisons.
    package var shown: ShownScores {
        ShownScores(dimensions: dimensions.map { $0?.shown }, ikk: ikk?.shown)
    }
}

extension Score {
    fileprivate init?(_ value: Double?, _ exact: ExactFraction?, digits: Int) {
        guard let value, let exact else { return nil }
        self.init(value: value, shown: exact.shownAsPoints(digits: digits))
    }
}

extension IndicatorScore {
    fileprivate init(_ scheme: ScoringScheme, _ code: String, _ tally: IndicatorTally) {
        let (weakBelow, digits) = (scheme.framework.weakBelow, scheme.framework.roundingDigits)
        self.code = code
        self.tally = tally
        if let value = tally.value, let shown = tally.shown(digits: digits) {
            score = Score(value: value, shown: shown)
        } else {
            score = nil
        }
        isWeak = score.map { scheme.isWeak($0.shown) } ?? false
        neededToReachThreshold = tally.neededToReachThreshold(weakBelow: weakBelow, digits: digits)
    }
}
