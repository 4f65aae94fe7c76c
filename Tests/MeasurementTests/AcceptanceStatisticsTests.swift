import Measurement
import Testing

/// Intervals, tests and verdicts of the three invented villages: to 10^-6, p to 10^-6 of itself.
@Suite struct AcceptanceStatisticsTests {
    @Test(arguments: AcceptanceVillage.allCases) func describing(_ village: AcceptanceVillage) throws {
        let fixture = try village.fixture()
        try describe(fixture.baseline, fixture.expected.baseline, fixture.scheme, village.design)
        try describe(fixture.resurvey, fixture.expected.resurvey, fixture.scheme, village.design)
    }

    private func describe(
        _ families: RoundFamilies, _ expected: Expected.Round, _ scheme: ScoringScheme, _ design: SurveyDesign
    ) throws {
        let evidence = try RoundEvidence(
            families: families, design: design, represented: expected.familiesRepresented)
        let found = try RoundDescription(
            scheme: scheme, indicators: families.tally.indicators, basis: .families(evidence))
        #expect(close(found.ikk.standardError, expected.ikkSe, 1e-6))
        #expect(close(found.ikk.interval, expected.ikkCi))
        for (dimension, value) in zip(scheme.framework.dimensions, found.dimensions) {
            let wanted = try #require(expected.dimensions[dimension.code])
            #expect(close(value.standardError, wanted.se, 1e-6), "\(dimension.code)")
            #expect(close(value.interval, wanted.ci), "\(dimension.code)")
        }
        for (indicator, value) in zip(scheme.framework.indicators, found.indicators) {
            let wanted = try #require(expected.indicators[indicator.code])
            #expect(close(value.interval, wanted.ci), "\(indicator.code)")
            #expect(value.certainty?.rawValue == wanted.certainty, "\(indicator.code)")
            #expect((value.absence == nil) == (wanted.ci != nil))
        }
    }

    @Test(arguments: AcceptanceVillage.allCases) func comparing(_ village: AcceptanceVillage) throws {
        let fixture = try village.fixture()
        let (scheme, expected) = (fixture.scheme, fixture.expected.comparison)
        let change = try fixture.change(village)
        #expect(change.testedOthers == expected.tested)
        #expect(change.testedTargets == 0)
        for (found, wanted) in zip(change.indicators, expected.indicators) {
            check(found, wanted)
        }
        for (dimension, value) in zip(scheme.framework.dimensions, change.dimensions) {
            check(value, try #require(expected.dimensions[dimension.code]))
        }
        check(change.ikk, expected.ikk)
    }

    private func check(_ found: IndicatorChange, _ wanted: Expected.Compared) {
        let name: Comment = "\(wanted.indicator)"
        #expect(close(found.change, wanted.change, 1e-6), name)
        #expect(close(found.test?.interval, wanted.ci), name)
        #expect(closeRelatively(found.test?.p, wanted.p), name)
        #expect(close(found.test?.correlation, wanted.correlation, 1e-6), name)
        #expect(close(found.test?.effectiveBefore, wanted.beforeNEffective, 1e-6), name)
        #expect(close(found.test?.effectiveAfter, wanted.afterNEffective, 1e-6), name)
        #expect(closeRelatively(found.adjustedP, wanted.pAdjusted), name)
        #expect(found.verdict.rawValue == wanted.verdict, name)
        #expect(found.reason?.rawValue == wanted.reason, name)
        guard let panel = wanted.panel else {
            #expect((found.cells?.families ?? 0) == 0, name)
            return
        }
        #expect(found.cells?.families == panel.n, name)
        #expect(found.cells?.both == panel.r, name)
        #expect(found.cells?.afterOnly == panel.s, name)
        #expect(found.cells?.beforeOnly == panel.t, name)
        #expect(found.cells?.neither == panel.u, name)
        #expect(close(found.cells?.change, panel.change, 1e-6), name)
        #expect(close(found.cells?.interval, panel.ci), name)
        #expect(closeRelatively(found.cells?.midP, panel.mcnemarMidP), name)
    }

    private func check(_ found: ValueChange, _ wanted: Expected.Change) {
        #expect(close(found.change, wanted.change, 1e-6))
        #expect(close(found.standardError, wanted.se, 1e-6))
        #expect(close(found.interval, wanted.ci))
        #expect(closeRelatively(found.p, wanted.p))
    }
}

extension AcceptanceFixture {
    /// Both rounds with what is kept of them: a panel where the village was counted, independent where it was sampled.
    func pair(_ village: AcceptanceVillage) throws -> RoundPair {
        func side(_ families: RoundFamilies, _ expected: Expected.Round) throws -> RoundPair.Side {
            let evidence = try RoundEvidence(
                families: families, design: village.design, represented: expected.familiesRepresented)
            return RoundPair.Side(tallies: families.tally.indicators, basis: .families(evidence))
        }
        let panel = try PairEvidence(
            scheme: scheme, before: baseline, after: resurvey, designs: (village.design, village.design),
            link: .afterNamesBefore)
        return try RoundPair(
            scheme: scheme, before: side(baseline, expected.baseline), after: side(resurvey, expected.resurvey),
            panel: village.isCensus ? panel : nil)
    }

    func change(_ village: AcceptanceVillage) throws -> RoundChange { RoundChange(try pair(village)) }
}

/// Whether an interval has these ends to 10^-6; both may be absent.
func close(_ found: Interval?, _ expected: [Double]?) -> Bool {
    guard expected.map({ $0.count == 2 }) ?? true else { return false }
    return close(found?.lower, expected?.first, 1e-6) && close(found?.upper, expected?.last, 1e-6)
}

/// To 10^-6 of the expected figure; both may be absent.
func closeRelatively(_ found: Double?, _ expected: Double?) -> Bool {
    close(found, expected, 1e-6 * abs(expected ?? 0))
}
