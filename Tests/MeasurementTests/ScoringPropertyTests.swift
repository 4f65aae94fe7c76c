import BigInt
import Measurement
import Testing

/// What must hold for any framework and any families.
@Suite struct ScoringPropertyTests {
    @Test(arguments: 0..<200) func orderOfFamiliesAndSplittingThemChangeNothing(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        var random = SeededGenerator(UInt64(seed + 1_000_000))
        let whole = try sample.tally(sample.before)
        #expect(try sample.tally(sample.before.shuffled(using: &random)) == whole)
        let cut = Int.random(in: 0...sample.before.count, using: &random)
        var merged = try sample.tally(sample.before[..<cut])
        try merged.merge(sample.tally(sample.before[cut...]))
        #expect(merged == whole)
    }

    @Test(arguments: 0..<200) func orderOfIndicatorsAndDimensionsChangesNothing(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        let framework = sample.scheme.framework
        var random = SeededGenerator(UInt64(seed + 2_000_000))
        let order = framework.indicators.indices.shuffled(using: &random)
        let dimensionOrder = framework.dimensions.indices.shuffled(using: &random)
        let other = try ScoringScheme(
            .sample(
                indicators: order.map { (framework.indicators[$0].code, framework.indicators[$0].dimension) },
                dimensions: dimensionOrder.map { framework.dimensions[$0].code },
                aggregation: framework.aggregation, weights: order.map { framework.indicators[$0].weightMillionths },
                weakBelow: framework.weakBelow, roundingDigits: framework.roundingDigits,
                categories: framework.categories.map { ($0.code, $0.from) }))
        let tallies = try sample.tally(sample.before).indicators
        let score = try RoundScore(scheme: sample.scheme, indicators: tallies)
        let moved = try RoundScore(scheme: other, indicators: order.map { tallies[$0] })
        #expect(moved.ikk?.shown == score.ikk?.shown)
        #expect(close(moved.ikk?.value, score.ikk?.value))
        #expect(moved.category == score.category)
        #expect(moved.shown.dimensions == dimensionOrder.map { score.shown.dimensions[$0] })
        #expect(moved.indicators == order.map { score.indicators[$0] })
        #expect(Set(moved.weakIndicators) == Set(score.weakIndicators))
    }

    /// What clearing an indicator is said to gain is what scoring the round anew, with that many more, finds.
    @Test(arguments: 0..<200) func whatIsGainedAtTheThreshold(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        let tallies = try sample.tally(sample.before).indicators
        let score = try RoundScore(scheme: sample.scheme, indicators: tallies)
        let gains = try sample.scheme.gainsAtThreshold(tallies)
        var all = tallies
        for (place, indicator) in score.indicators.enumerated() {
            guard let needed = indicator.neededToReachThreshold else {
                #expect(gains[place] == nil)
                continue
            }
            let tally = tallies[place]
            all[place] = try #require(IndicatorTally(good: tally.good + needed, eligible: tally.eligible))
            var cleared = tallies
            cleared[place] = all[place]
            let index = try RoundScore(scheme: sample.scheme, indicators: cleared).ikk?.value
            guard let before = score.ikk?.value else { continue }
            #expect(close(index, before + (gains[place] ?? .nan)), "\(indicator.code)")
        }
        let together = try RoundScore(scheme: sample.scheme, indicators: all).ikk?.value
        if let before = score.ikk?.value {
            #expect(close(together, gains.reduce(before) { $0 + ($1 ?? 0) }, 1e-8))
        }
        #expect(throws: FrameworkMismatch.self) { try sample.scheme.gainsAtThreshold(Array(tallies.dropLast())) }
    }

    @Test(arguments: 0..<200) func neededIsTheLeastThatClears(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        let score = try RoundScore(scheme: sample.scheme, tally: sample.tally(sample.before))
        for indicator in score.indicators {
            guard let needed = indicator.neededToReachThreshold else { continue }
            #expect((needed > 0) == indicator.isWeak)
            let (good, eligible) = (indicator.tally.good, indicator.tally.eligible)
            let cleared = try #require(IndicatorTally(good: good + needed, eligible: eligible))
            #expect(!cleared.isWeak(sample.scheme))
            guard needed > 0 else { continue }
            #expect(IndicatorTally.of(good + needed - 1, eligible).isWeak(sample.scheme))
        }
    }

    /// Over one common denominator and checked as an interval: u − 1/2 ≤ x·10^digits < u + 1/2.
    @Test(arguments: 0..<200) func shownIndexIsExact(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        let framework = sample.scheme.framework
        let tallies = try sample.tally(sample.before).indicators
        let score = try RoundScore(scheme: sample.scheme, indicators: tallies)

        let valued = tallies.indices.filter { tallies[$0].eligible > 0 }
        let inDimension = Dictionary(grouping: valued) { framework.indicators[$0].dimension }.mapValues(\.count)
        /// 100·good·top / (eligible·bottom) is what an indicator adds to the index.
        let terms = valued.map { position -> (top: BigInt, bottom: BigInt) in
            let indicator = framework.indicators[position]
            let (weight, share): (Int, Int) =
                switch framework.aggregation {
                case .meanOfDimensions: (1, inDimension.count * (inDimension[indicator.dimension] ?? 0))
                case .meanOfIndicators: (1, valued.count)
                case .weighted:
                    (
                        indicator.weightMillionths ?? 0,
                        valued.reduce(0) { $0 + (framework.indicators[$1].weightMillionths ?? 0) }
                    )
                }
            return (BigInt(100 * weight * tallies[position].good), BigInt(share * tallies[position].eligible))
        }
        guard !terms.isEmpty, terms.allSatisfy({ $0.bottom > 0 }) else {
            #expect(score.ikk == nil)
            return
        }
        let common = terms.reduce(BigInt(1)) { $0 * $1.bottom / $0.greatestCommonDivisor(with: $1.bottom) }
        let sum = terms.reduce(BigInt(0)) { $0 + $1.top * (common / $1.bottom) }
        let ikk = try #require(score.ikk)
        let doubled = 2 * sum * BigInt(10).power(framework.roundingDigits)
        #expect(BigInt(2 * ikk.shown.units - 1) * common <= doubled)
        #expect(doubled < BigInt(2 * ikk.shown.units + 1) * common)
        #expect(close(ikk.value, Double(sum * 1_000_000_000_000 / common) / 1e12, 1e-9))
    }
}

extension IndicatorTally {
    fileprivate func isWeak(_ scheme: ScoringScheme) -> Bool {
        shown(digits: scheme.framework.roundingDigits).map(scheme.isWeak) ?? false
    }
}
