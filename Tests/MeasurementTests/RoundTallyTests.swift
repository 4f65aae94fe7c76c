import Measurement
import Testing

@Suite struct RoundTallyTests {
    @Test func onlyCompleteAndPartialFamiliesEnter() throws {
        var answers = PackedAnswers(count: 4)
        answers[0] = .counted(good: 2, eligible: 3)
        answers[1] = .counted(good: 0, eligible: 253)
        answers[2] = .notApplicable
        var tally = RoundTally(indicatorCount: 4)
        for status in FamilyStatus.allCases { try tally.add(status: status, answers: answers) }
        #expect(tally.familiesListed == 5)
        #expect(tally.familiesCounted == 2)
        #expect(tally.representedByCensus == 4)
        #expect(FamilyStatus.allCases.allSatisfy { tally.families[$0] == 1 })
        #expect(tally.indicators[0] == IndicatorTally(good: 4, eligible: 6))
        #expect(tally.indicators[1] == IndicatorTally(good: 0, eligible: 506))
        #expect(tally.indicators[2] == IndicatorTally(good: 0, eligible: 0, familiesNotApplicable: 2))
        #expect(tally.indicators[3] == IndicatorTally(good: 0, eligible: 0, familiesMissing: 2))
    }

    @Test func refusesAnotherNumberOfIndicators() {
        var tally = RoundTally(indicatorCount: 2)
        #expect(throws: FrameworkMismatch.self) {
            try tally.add(status: .complete, answers: PackedAnswers(count: 3))
        }
        #expect(throws: FrameworkMismatch.self) { try tally.merge(RoundTally(indicatorCount: 1)) }
        #expect(tally == RoundTally(indicatorCount: 2))
    }

    @Test func storedCountsMustNotContradictEachOther() {
        #expect(IndicatorTally(good: 4, eligible: 3) == nil)
        #expect(IndicatorTally(good: -1, eligible: 3) == nil)
        #expect(IndicatorTally(good: 0, eligible: -1) == nil)
        #expect(IndicatorTally(good: 0, eligible: 0, familiesMissing: -1) == nil)
        #expect(IndicatorTally(good: 0, eligible: IndicatorTally.most + 1) == nil)
        let most = IndicatorTally(good: IndicatorTally.most, eligible: IndicatorTally.most)
        #expect(most?.shown(digits: 4)?.description == "100.0000")
        #expect(most?.neededToReachThreshold(weakBelow: 100, digits: 4) == 0)
    }

    @Test func readBackAsItWasStored() throws {
        var tally = RoundTally(indicatorCount: 1)
        try tally.add(status: .moved, answers: PackedAnswers(count: 1))
        #expect(RoundTally(families: tally.families, indicators: tally.indicators) == tally)
    }
}
