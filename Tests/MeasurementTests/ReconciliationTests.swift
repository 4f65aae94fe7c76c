import Measurement
import Testing

@Suite struct ReconciliationTests {
    private let unequal: [(code: String, dimension: String)] = [("A-1", "A"), ("A-2", "A"), ("A-3", "A"), ("B-1", "B")]
    private let tallies = [(1, 3), (2, 3), (3, 3), (1, 4)].map { IndicatorTally.of($0.0, $0.1) }

    private func shown(_ hundredths: Int?) -> ShownValue? { hundredths.flatMap { ShownValue(units: $0, digits: 2) } }

    private func found(
        _ scheme: ScoringScheme, _ dimensions: [Int?], _ ikk: Int?
    ) throws -> [Framework.Aggregation: Reconciliation.Candidate] {
        let published = ShownScores(dimensions: dimensions.map(shown), ikk: shown(ikk))
        let reconciliation = try Reconciliation(scheme: scheme, indicators: tallies, published: published)
        return Dictionary(uniqueKeysWithValues: reconciliation.candidates.map { ($0.aggregation, $0) })
    }

    @Test func theAggregationThatWasUsedReproducesTheResult() throws {
        let scheme = try ScoringScheme(.sample(indicators: unequal))
        // (66.67 + 25)/2 and (33.33 + 66.67 + 100 + 25)/4.
        let byDimension = try found(scheme, [6667, 2500], 4583)
        #expect(byDimension[.meanOfDimensions]?.reproduces == true)
        #expect(byDimension[.meanOfIndicators]?.reproduces == false)
        #expect(byDimension[.meanOfIndicators]?.ikk?.points == -10.42)
        #expect(byDimension[.weighted] == nil)
        let byIndicator = try found(scheme, [6667, 2500], 5625)
        #expect(byIndicator[.meanOfDimensions]?.reproduces == false)
        #expect(byIndicator[.meanOfIndicators]?.reproduces == true)
        let neither = try found(scheme, [6700, nil], nil)
        #expect(neither.values.allSatisfy { !$0.reproduces })
        #expect(close(neither[.meanOfDimensions]?.dimensions[0]?.points, 0.33))
        #expect(neither[.meanOfDimensions]?.dimensions[1] == nil)
        #expect(try found(scheme, [nil, nil], nil).values.allSatisfy { !$0.reproduces })
    }

    @Test func fewerDecimalsAreRoundedFromTheFraction() throws {
        let scheme = try ScoringScheme(.sample(indicators: unequal))
        let published = ShownScores(
            dimensions: [ShownValue(units: 667, digits: 1), nil], ikk: ShownValue(units: 46, digits: 0))
        let all = try Reconciliation(scheme: scheme, indicators: tallies, published: published).candidates
        #expect(all.first { $0.aggregation == .meanOfDimensions }?.reproduces == true)
    }

    @Test func weightsAreTriedWhereThereAreAny() throws {
        let weights = [100_000, 100_000, 300_000, 500_000]
        let scheme = try ScoringScheme(.sample(indicators: unequal, aggregation: .weighted, weights: weights))
        // Σwx/Σw: (3.333 + 6.667 + 30)/0.5 = 80, and 40 + 12.5 = 52.5.
        let found = try found(scheme, [8000, 2500], 5250)
        #expect(found.count == 3)
        #expect(found[.weighted]?.reproduces == true)
        #expect(found[.meanOfDimensions]?.reproduces == false)
        #expect(found[.meanOfDimensions]?.dimensions[0]?.ours == shown(6667))
    }

    private func possible(
        _ scheme: ScoringScheme, _ dimensions: [Int?], _ ikk: Int?, _ isValued: [Bool]? = nil
    ) throws -> [Framework.Aggregation]? {
        try PublishedReconciliation(
            scheme: scheme, published: ShownScores(dimensions: dimensions.map(shown), ikk: shown(ikk)),
            isValued: isValued)?
            .candidates.filter(\.isPossible).map(\.aggregation)
    }

    @Test func fromPublishedDimensionsAlone() throws {
        let scheme = try ScoringScheme(.sample(indicators: unequal))
        #expect(try possible(scheme, [6667, 2500], 4583) == [.meanOfDimensions])
        #expect(try possible(scheme, [6667, 2500], 4584) == [.meanOfDimensions])
        // 66.665 + 24.995 is the least that is rounded to these, and its half is rounded to 45.83.
        #expect(try possible(scheme, [6667, 2500], 4582) == [])
        #expect(try possible(scheme, [6667, 2500], 4585) == [])
        #expect(try possible(scheme, [6667, 2500], 5625) == [.meanOfIndicators])
        #expect(try possible(scheme, [5000, 5000], 5000) == [.meanOfDimensions, .meanOfIndicators])
        // Below 50.005 each, so below 50.005 in the mean, which is where 50.01 begins.
        #expect(try possible(scheme, [5000, 5000], 5001) == [])
        #expect(try possible(scheme, [5000, nil], 5000) == nil)
        #expect(try possible(scheme, [5000, nil], 5000, [true, true, true, false]) != nil)
        #expect(try possible(scheme, [5000, 5000], nil) == nil)
    }

    /// Whatever a round gives is found possible from what it shows.
    @Test(arguments: 0..<200) func whatARoundGivesIsPossible(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        let tally = try sample.tally(sample.before)
        let score = try RoundScore(scheme: sample.scheme, tally: tally)
        guard score.ikk != nil else { return }
        let own = sample.scheme.framework.aggregation
        let reconciliation = try Reconciliation(
            scheme: sample.scheme, indicators: tally.indicators, published: score.shown)
        #expect(reconciliation.candidates.first { $0.aggregation == own }?.reproduces == true)
        let alone = try PublishedReconciliation(
            scheme: sample.scheme, published: score.shown, isValued: tally.indicators.map(\.hasValue))
        #expect(alone?.candidates.first { $0.aggregation == own }?.isPossible == true)
    }
}
