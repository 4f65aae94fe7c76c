import Measurement
import Testing

@Suite struct DegenerateRoundTests {
    private func scheme(_ aggregation: Framework.Aggregation, weights: [Int?]? = nil) throws -> ScoringScheme {
        try ScoringScheme(
            .sample(
                indicators: [("A-1", "A"), ("A-2", "A"), ("B-1", "B")], aggregation: aggregation, weights: weights))
    }

    @Test(arguments: [Framework.Aggregation.meanOfDimensions, .meanOfIndicators])
    func noFamilyHasNoValueAndIsNotWeak(_ aggregation: Framework.Aggregation) throws {
        let scheme = try scheme(aggregation)
        let empty = RoundTally(indicatorCount: 3)
        let score = try RoundScore(scheme: scheme, tally: empty)
        #expect(score.ikk == nil)
        #expect(score.category == nil)
        #expect(score.dimensions == [nil, nil])
        #expect(score.indicatorsUsed == 0)
        #expect(score.weakIndicators.isEmpty)
        #expect(score.indicators.allSatisfy { $0.score == nil && $0.neededToReachThreshold == nil })

        let full: [IndicatorTally] = [.of(1, 2), .of(1, 1), .of(0, 1)]
        let comparison = try RoundComparison(scheme, empty.indicators, full)
        #expect(comparison.ikk.change == nil)
        #expect(comparison.ikkCommon == nil)
        #expect(comparison.contributionOfDifferingSets == nil)
        #expect(comparison.indicators.allSatisfy { $0.change == nil && $0.transition == nil && $0.contribution == nil })
        let twice = try RoundComparison(scheme, empty.indicators, empty.indicators)
        #expect(twice.usesSameIndicators)
        #expect(twice.ikk.change == nil)
    }

    @Test func allGoodAndNoneGood() throws {
        let scheme = try scheme(.meanOfDimensions)
        let all: [IndicatorTally] = [.of(5, 5), .of(1, 1), .of(3, 3)]
        let none: [IndicatorTally] = [.of(0, 5), .of(0, 1), .of(0, 3)]
        let best = try RoundScore(scheme: scheme, indicators: all)
        let worst = try RoundScore(scheme: scheme, indicators: none)
        #expect(best.ikk?.shown.description == "100.00")
        #expect(best.weakIndicators.isEmpty)
        #expect(worst.ikk?.shown.description == "0.00")
        #expect(worst.weakIndicators == ["A-1", "A-2", "B-1"])
        #expect(worst.indicators.map(\.neededToReachThreshold) == [4, 1, 3])
        let comparison = try RoundComparison(scheme, none, all)
        #expect(comparison.ikk.change == 100)
        #expect(comparison.indicators.allSatisfy { $0.transition == .weakToClear })
        #expect(comparison.indicators.map(\.contribution) == [25, 25, 50])
    }

    @Test func aDimensionWithoutAnyValueIsLeftOut() throws {
        let scheme = try scheme(.meanOfDimensions)
        let partly: [IndicatorTally] = [.of(1, 4), .of(3, 4), .of(0, 0)]
        let fully: [IndicatorTally] = [.of(2, 4), .of(3, 4), .of(1, 1)]
        let score = try RoundScore(scheme: scheme, indicators: partly)
        #expect(score.dimensions[1] == nil)
        #expect(score.ikk?.value == 50)
        #expect(score.indicatorsUsed == 2)

        let comparison = try RoundComparison(scheme, partly, fully)
        #expect(comparison.dimensions[1].change == nil)
        #expect(comparison.dimensions[1].after == 100)
        #expect(comparison.dimensions[1].shownAfter?.description == "100.00")
        #expect(comparison.indicators[2].transition == nil)
        #expect(comparison.indicators[2].shownAfter?.description == "100.00")
        #expect(comparison.ikk.change == 31.25)
        #expect(comparison.ikkCommon?.change == 12.5)
        #expect(comparison.ikkCommon?.indicators == 2)
        #expect(comparison.contributionOfDifferingSets == 18.75)
        #expect(comparison.indicators.map(\.contribution) == [12.5, 0, nil])
    }

    @Test func nothingInCommonLeavesTheWholeChangeToTheSets() throws {
        let comparison = try RoundComparison(
            scheme(.meanOfDimensions), [.of(1, 4), .of(0, 0), .of(0, 0)], [.of(0, 0), .of(3, 4), .of(0, 0)])
        #expect(comparison.ikk.change == 50)
        #expect(comparison.dimensions[0].change == 50)
        #expect(comparison.ikkCommon == nil)
        #expect(comparison.contributionOfDifferingSets == 50)
    }

    @Test func weightsOfZeroGiveNoValue() throws {
        let scheme = try scheme(.weighted, weights: [0, 0, 1_000_000])
        let score = try RoundScore(scheme: scheme, indicators: [.of(1, 4), .of(3, 4), .of(0, 0)])
        #expect(score.ikk == nil)
        #expect(score.dimensions == [nil, nil])
        #expect(score.indicatorsUsed == 2)
        let comparison = try RoundComparison(
            scheme, [.of(1, 4), .of(3, 4), .of(0, 0)], [.of(2, 4), .of(3, 4), .of(1, 1)])
        #expect(comparison.indicators[0].change == 25)
        #expect(comparison.indicators[0].contribution == nil)
        #expect(comparison.ikkCommon == nil)
    }

    /// 1/3 and 20069/30000 average to 50.115 points, which a sum of doubles puts below the tie.
    @Test(arguments: [Framework.Aggregation.meanOfDimensions, .meanOfIndicators])
    func commonIndexIsRoundedFromTheFraction(_ aggregation: Framework.Aggregation) throws {
        let before: [IndicatorTally] = [.of(1, 3), .of(20_069, 30_000), .of(0, 0)]
        let after: [IndicatorTally] = [.of(14_999, 20_000), .of(14_999, 20_000), .of(1, 1)]
        let comparison = try RoundComparison(scheme(aggregation), before, after)
        #expect(comparison.ikkCommon?.before.shown.description == "50.12")
        #expect(comparison.ikkCommon?.after.shown.description == "75.00")
    }

    @Test func refusesAnotherNumberOfElements() throws {
        let scheme = try scheme(.meanOfDimensions)
        let tallies: [IndicatorTally] = [.of(1, 2), .of(1, 2), .of(1, 2)]
        let shown = try RoundScore(scheme: scheme, indicators: tallies).shown
        let short = ShownScores(dimensions: [nil], ikk: nil)
        #expect(throws: FrameworkMismatch.self) { try RoundScore(scheme: scheme, indicators: []) }
        for (before, after, first, second) in [
            ([], tallies, shown, shown), (tallies, [], shown, shown), (tallies, tallies, short, shown),
            (tallies, tallies, shown, short),
        ] {
            #expect(throws: FrameworkMismatch.self) {
                try RoundComparison(
                    scheme: scheme, before: before, after: after, shownBefore: first, shownAfter: second)
            }
        }
    }
}
