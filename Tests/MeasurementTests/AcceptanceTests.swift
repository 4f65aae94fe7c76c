import Measurement
import Testing

/// Shown values to two decimals exactly, everything else to 10^-6.
@Suite struct AcceptanceTests {
    @Test(arguments: AcceptanceVillage.allCases) func rounds(_ village: AcceptanceVillage) throws {
        let fixture = try village.fixture()
        let (before, after) = (fixture.baseline.tally, fixture.resurvey.tally)
        try check(before, fixture.expected.baseline, fixture.scheme, isCensus: village.isCensus)
        try check(after, fixture.expected.resurvey, fixture.scheme, isCensus: village.isCensus)
    }

    private func check(
        _ tally: RoundTally, _ expected: Expected.Round, _ scheme: ScoringScheme, isCensus: Bool
    ) throws {
        let score = try RoundScore(scheme: scheme, tally: tally)
        #expect(tally.familiesCounted == expected.familiesCounted)
        for status in FamilyStatus.allCases {
            #expect(tally.families[status] == expected.byStatus["\(status.rawValue)"])
        }
        if isCensus { #expect(tally.representedByCensus == expected.familiesRepresented) }
        #expect(score.indicatorsUsed == expected.indicatorsUsed)
        #expect(score.weakIndicators == expected.weakIndicators)
        #expect(score.category?.code == expected.category)
        #expect(same(score.ikk?.shown, expected.ikk))
        #expect(expected.dimensions.count == scheme.framework.dimensions.count)
        for (dimension, value) in zip(scheme.framework.dimensions, score.dimensions) {
            #expect(same(value?.shown, expected.dimensions[dimension.code]?.value), "\(dimension.code)")
        }
        #expect(expected.indicators.count == score.indicators.count)
        for indicator in score.indicators {
            let wanted = try #require(expected.indicators[indicator.code])
            #expect(indicator.tally.good == wanted.good)
            #expect(indicator.tally.eligible == wanted.eligible)
            #expect(indicator.tally.familiesMissing == wanted.familiesMissing)
            #expect(indicator.tally.familiesNotApplicable == wanted.familiesNotApplicable)
            #expect(same(indicator.score?.shown, wanted.value), "\(indicator.code)")
            #expect(indicator.isWeak == wanted.weak)
            #expect(indicator.neededToReachThreshold == wanted.neededToReachThreshold)
        }
    }

    @Test(arguments: AcceptanceVillage.allCases) func comparison(_ village: AcceptanceVillage) throws {
        let fixture = try village.fixture()
        let framework = fixture.scheme.framework
        let expected = fixture.expected.comparison
        let found = try RoundComparison(
            fixture.scheme, fixture.baseline.tally.indicators, fixture.resurvey.tally.indicators)

        #expect(expected.indicators.map(\.indicator) == framework.indicators.map(\.code))
        var contributions = 0
        for (indicator, wanted) in zip(found.indicators, expected.indicators) {
            #expect(same(indicator.shownBefore, wanted.before))
            #expect(same(indicator.shownAfter, wanted.after))
            #expect(close(indicator.change, wanted.change, 1e-6))
            #expect(close(indicator.contribution, expected.contributions[wanted.indicator], 1e-6))
            contributions += indicator.contribution == nil ? 0 : 1
        }
        #expect(contributions == expected.contributions.count)
        for (dimension, value) in zip(framework.dimensions, found.dimensions) {
            check(value, try #require(expected.dimensions[dimension.code]))
        }
        check(found.ikk, expected.ikk)
        #expect(same(found.ikkCommon?.before.shown, expected.ikkCommon?.before))
        #expect(same(found.ikkCommon?.after.shown, expected.ikkCommon?.after))
        #expect(close(found.ikkCommon?.change, expected.ikkCommon?.change, 1e-6))
        #expect(found.ikkCommon?.indicators == expected.ikkCommon?.indicators)
        #expect(close(found.contributionOfDifferingSets, expected.contributionOfDifferingSets, 1e-6))
        #expect(found.usesSameIndicators == (expected.ikkCommon == nil))
    }

    private func check(_ value: ComparedValue, _ expected: Expected.Change) {
        #expect(same(value.shownBefore, expected.before))
        #expect(same(value.shownAfter, expected.after))
        #expect(close(value.change, expected.change, 1e-6))
    }

    private func same(_ shown: ShownValue?, _ expected: Double?) -> Bool {
        shown?.units == expected.map { Int(($0 * 100).rounded()) }
    }
}
