import Measurement
import Testing

/// What must hold between any two rounds.
@Suite struct ComparisonPropertyTests {
    private func rounds(
        _ seed: Int
    ) throws -> (scheme: ScoringScheme, before: [IndicatorTally], after: [IndicatorTally]) {
        let sample = try RandomCase(seed: seed)
        return (sample.scheme, try sample.tally(sample.before).indicators, try sample.tally(sample.after).indicators)
    }

    @Test(arguments: 0..<300) func contributionsAddUp(_ seed: Int) throws {
        let (scheme, before, after) = try rounds(seed)
        let comparison = try RoundComparison(scheme, before, after)
        let contributions = comparison.indicators.compactMap(\.contribution)
        let sum = contributions.reduce(0, +)
        let common = comparison.indicators.filter { $0.change != nil }
        #expect(comparison.usesSameIndicators == (zip(before, after).allSatisfy { $0.hasValue == $1.hasValue }))
        if comparison.usesSameIndicators {
            #expect(comparison.ikkCommon == nil)
            #expect(comparison.contributionOfDifferingSets == nil)
            #expect(close(sum, comparison.ikk.change ?? 0))
        } else {
            #expect(close(sum, comparison.ikkCommon?.change ?? 0))
            #expect(comparison.ikkCommon.map { $0.indicators == common.count } ?? contributions.isEmpty)
            #expect(close(comparison.contributionOfDifferingSets.map { $0 + sum }, comparison.ikk.change))
        }
    }

    @Test(arguments: 0..<300) func theIndexIsThatOfEachRound(_ seed: Int) throws {
        let (scheme, before, after) = try rounds(seed)
        let comparison = try RoundComparison(scheme, before, after)
        let earlier = try RoundScore(scheme: scheme, indicators: before)
        let later = try RoundScore(scheme: scheme, indicators: after)
        #expect(comparison.ikk.before == earlier.ikk?.value)
        #expect(comparison.ikk.after == later.ikk?.value)
        #expect(comparison.dimensions.map(\.before) == earlier.dimensions.map { $0?.value })
        #expect(comparison.dimensions.map(\.shownAfter) == later.dimensions.map { $0?.shown })
        #expect(comparison.indicators.map(\.shownBefore) == earlier.indicators.map { $0.score?.shown })
        for (position, indicator) in comparison.indicators.enumerated() {
            guard let transition = indicator.transition else { continue }
            let weak = (earlier.indicators[position].isWeak, later.indicators[position].isWeak)
            #expect((transition == .weakToClear || transition == .stayedWeak) == weak.0)
            #expect((transition == .clearToWeak || transition == .stayedWeak) == weak.1)
        }
    }

    /// Recomputed as if the indicators valued in one round only had never been asked.
    @Test(arguments: 0..<300) func theCommonIndexIsThatOfTheCommonIndicators(_ seed: Int) throws {
        let (scheme, before, after) = try rounds(seed)
        guard let common = try RoundComparison(scheme, before, after).ikkCommon else { return }
        let blank = IndicatorTally()
        let keep = zip(before, after).map { $0.hasValue && $1.hasValue }
        let earlier = try RoundScore(scheme: scheme, indicators: zip(before, keep).map { $1 ? $0 : blank })
        let later = try RoundScore(scheme: scheme, indicators: zip(after, keep).map { $1 ? $0 : blank })
        #expect(common.before == earlier.ikk)
        #expect(common.after == later.ikk)
    }

    @Test(arguments: 0..<300) func swappingMirrors(_ seed: Int) throws {
        let (scheme, before, after) = try rounds(seed)
        let there = try RoundComparison(scheme, before, after)
        let back = try RoundComparison(scheme, after, before)
        #expect(back.ikk.change == there.ikk.change.map { -$0 })
        #expect(back.dimensions.map(\.change) == there.dimensions.map { $0.change.map { -$0 } })
        #expect(back.indicators.map(\.change) == there.indicators.map { $0.change.map { -$0 } })
        #expect(back.indicators.map(\.contribution) == there.indicators.map { $0.contribution.map { -$0 } })
        #expect(back.contributionOfDifferingSets == there.contributionOfDifferingSets.map { -$0 })
        #expect(back.ikkCommon?.before == there.ikkCommon?.after)
        let mirrored: [Transition: Transition] = [.weakToClear: .clearToWeak, .clearToWeak: .weakToClear]
        #expect(back.indicators.map(\.transition) == there.indicators.map { $0.transition.map { mirrored[$0] ?? $0 } })
        if let change = there.ikk.change {
            #expect(ShownChange(-change).hundredths == -ShownChange(change).hundredths)
        }
    }

    @Test(arguments: 0..<100) func aRoundAgainstItselfIsZero(_ seed: Int) throws {
        let (scheme, before, _) = try rounds(seed)
        let comparison = try RoundComparison(scheme, before, before)
        #expect(comparison.usesSameIndicators)
        #expect(comparison.ikk.change == comparison.ikk.before.map { _ in 0 })
        #expect(comparison.dimensions.allSatisfy { $0.change == $0.before.map { _ in 0 } })
        #expect(comparison.indicators.allSatisfy { $0.change == $0.before.value.map { _ in 0 } })
        #expect(comparison.indicators.allSatisfy { ($0.contribution ?? 0) == 0 })
        #expect(comparison.indicators.allSatisfy { $0.transition != .weakToClear && $0.transition != .clearToWeak })
    }
}
