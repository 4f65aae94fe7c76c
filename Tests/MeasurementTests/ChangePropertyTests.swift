import Measurement
import Testing

/// What must hold of intervals, tests and verdicts between any two rounds, panel or not.
@Suite struct ChangePropertyTests {
    @Test(arguments: 0..<400) func swappingMirrors(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        for panel in [true, false] {
            let there = RoundChange(try village.pair(panel: panel))
            let back = RoundChange(try village.pair(panel: panel, swapped: true))
            let mirrored: [Verdict: Verdict] = [.improved: .worsened, .worsened: .improved]
            for (one, other) in zip(there.indicators, back.indicators) {
                #expect(other.change == one.change.map { -$0 })
                #expect(other.verdict == mirrored[one.verdict] ?? one.verdict)
                #expect(close(other.test?.interval.lower, one.test.map { -$0.interval.upper }, 1e-10))
                #expect(close(other.test?.interval.upper, one.test.map { -$0.interval.lower }, 1e-10))
                #expect(closeRelatively(other.test?.p, one.test?.p))
                #expect(close(other.adjustedP, one.adjustedP, 1e-9))
                #expect(other.cells?.afterOnly == one.cells?.beforeOnly)
                #expect(other.cells?.midP == one.cells?.midP)
                let reasons: [ChangeReason: ChangeReason] = [
                    .noEligibleBefore: .noEligibleAfter, .noEligibleAfter: .noEligibleBefore,
                ]
                #expect(other.reason == one.reason.map { reasons[$0] ?? $0 })
            }
            for (one, other) in zip(there.dimensions + [there.ikk], back.dimensions + [back.ikk]) {
                #expect(close(other.change, one.change.map { -$0 }))
                #expect(close(other.standardError, one.standardError))
                #expect(close(other.interval?.lower, one.interval.map { -$0.upper }))
                #expect(other.absence == one.absence)
            }
        }
    }

    @Test(arguments: 0..<200) func aRoundAgainstItselfCannotTell(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        let families = try village.families(village.before)
        let design = village.designs.before
        let panel = try PairEvidence(
            scheme: village.scheme, before: families, after: families, designs: (design, design),
            link: .afterNamesBefore)
        let side = try village.side(families, design)
        let change = RoundChange(try RoundPair(scheme: village.scheme, before: side, after: side, panel: panel))
        for indicator in change.indicators {
            #expect(indicator.verdict == (indicator.test == nil ? .notComparable : .cannotTell))
            #expect(indicator.test.map { $0.p == 1 && $0.interval.contains(0) } ?? true)
            #expect((indicator.change ?? 0) == 0)
            #expect(indicator.cells.map { $0.afterOnly == 0 && $0.beforeOnly == 0 && $0.midP == 1 } ?? true)
        }
        for value in change.dimensions + [change.ikk] {
            #expect((value.change ?? 0) == 0)
            // Nothing differs in any family, so there is no spread but what rounding would leave.
            #expect(value.p == value.standardError.map { _ in 1 })
            #expect((value.standardError ?? 0) == 0)
        }
    }

    @Test(arguments: 0..<200) func orderOfIndicatorsChangesNothing(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        var random = SeededGenerator(UInt64(seed + 5_000_000))
        let framework = village.scheme.framework
        let order = framework.indicators.indices.shuffled(using: &random)
        let other = try ScoringScheme(
            .sample(
                indicators: order.map { (framework.indicators[$0].code, framework.indicators[$0].dimension) },
                dimensions: framework.dimensions.map(\.code), aggregation: framework.aggregation,
                familyUnits: Set(framework.indicators.filter { $0.unit == .family }.map(\.code))))
        let (before, after) = (try village.families(village.before), try village.families(village.after))
        let (earlier, later) = (try before.selecting(order), try after.selecting(order))
        let moved = RoundChange(
            try RoundPair(
                scheme: other, before: village.side(earlier, village.designs.before),
                after: village.side(later, village.designs.after),
                panel: PairEvidence(
                    scheme: other, before: earlier, after: later, designs: village.designs, link: .afterNamesBefore)))
        let found = RoundChange(try village.pair(panel: true))
        #expect(moved.testedOthers == found.testedOthers)
        for (one, another) in zip(order.map { found.indicators[$0] }, moved.indicators) {
            #expect(one.verdict == another.verdict)
            #expect(one.reason == another.reason)
            #expect(close(one.test?.p, another.test?.p))
            #expect(close(one.test?.interval.lower, another.test?.interval.lower))
            #expect(one.cells == another.cells)
        }
        #expect(close(moved.ikk.change, found.ikk.change))
        #expect(close(moved.ikk.standardError, found.ikk.standardError))
    }

    /// Interval and p of one indicator, verdict and adjusted p: none contradicts another, and everything is finite.
    @Test(arguments: 0..<1_000) func nothingContradicts(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed, families: 0...(seed % 3 == 0 ? 5 : 40))
        let targets: Set<Int> = seed.isMultiple(of: 2) ? [0] : []
        for panel in [true, false] {
            let pair = try village.pair(panel: panel)
            let change = RoundChange(pair, targets: targets)
            for indicator in change.indicators { check(indicator) }
            for value in change.dimensions + [change.ikk] { check(value, within: 100) }
            check(Contrast(within: pair, treated: [0]).difference, within: 200)
            let tested = change.indicators.filter { $0.adjustedP != nil }
            #expect(tested.count { $0.isTarget } == change.testedTargets)
            #expect(tested.count { !$0.isTarget } == change.testedOthers)
        }
        for families in [try village.families(village.before), try village.families(village.after)] {
            let evidence = try village.evidence(families, village.designs.before)
            let tallies = families.tally.indicators
            for basis in [RoundBasis.families(evidence), .totals, .values] {
                check(try RoundDescription(scheme: village.scheme, indicators: tallies, basis: basis), tallies)
            }
        }
    }

    private func check(_ indicator: IndicatorChange) {
        guard let test = indicator.test else {
            #expect(indicator.verdict == .notComparable && indicator.reason != nil && indicator.adjustedP == nil)
            return
        }
        let change = indicator.change ?? .nan
        #expect(test.interval.lower.isFinite && test.interval.upper.isFinite)
        #expect(test.interval.contains(change))
        #expect(-100 <= test.interval.lower && test.interval.upper <= 100)
        #expect(0...1 ~= test.p)
        #expect(-1...1 ~= test.correlation)
        #expect(test.effectiveBefore > 0 && test.effectiveAfter > 0)
        let excludes = !test.interval.contains(0)
        // Equal but for the last digits: the interval touches zero.
        let touches = abs(test.p - 0.05) < 1e-9
        #expect(touches || (test.p < 0.05) == excludes)
        #expect((indicator.adjustedP == nil) == (indicator.reason == .tooFew))
        guard let adjusted = indicator.adjustedP else {
            #expect(indicator.verdict == .cannotTell)
            return
        }
        #expect(test.p <= adjusted && adjusted <= 1)
        #expect((indicator.verdict == .cannotTell) == (adjusted > 0.05 || change == 0))
        #expect(indicator.verdict == .cannotTell || (indicator.verdict == .improved) == (change > 0))
        #expect(indicator.isUndecidedByComparisons == (test.p <= 0.05 && indicator.verdict == .cannotTell))
        if let cells = indicator.cells {
            #expect(0...1 ~= cells.midP)
            #expect(cells.families == 0 || cells.interval?.contains(cells.change ?? .nan) == true)
        }
    }

    private func check(_ value: ValueChange, within most: Double) {
        guard let interval = value.interval, let change = value.change, let error = value.standardError else {
            #expect(value.absence != nil && value.p == nil)
            return
        }
        #expect(error.isFinite && error >= 0 && interval.contains(change))
        #expect(-most <= interval.lower && interval.upper <= most)
        #expect(value.p.map { 0...1 ~= $0 } ?? (error == 0 && change != 0 && value.absence == .noSpread))
    }

    private func check(_ description: RoundDescription, _ tallies: [IndicatorTally]) {
        for (indicator, tally) in zip(description.indicators, tallies) {
            #expect((indicator.interval == nil) == (indicator.absence != nil))
            guard let interval = indicator.interval, let value = tally.value else { continue }
            #expect(interval.contains(value) && interval.lower >= 0 && interval.upper <= 100)
            #expect(interval.lower == 0 || tally.good > 0)
            #expect(interval.upper == 100 || tally.good < tally.eligible)
            #expect(indicator.standardError.map { $0 >= 0 && $0.isFinite } == true)
            #expect(indicator.certainty != nil)
        }
        for value in description.dimensions + [description.ikk] {
            #expect((value.interval == nil) == (value.absence != nil))
            guard let interval = value.interval else { continue }
            #expect(0 <= interval.lower && interval.lower <= interval.upper && interval.upper <= 100)
        }
    }
}
