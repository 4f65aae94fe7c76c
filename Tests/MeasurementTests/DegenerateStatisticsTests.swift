import Testing

@testable import Measurement

/// Ordinary input that formulas do not like.
@Suite struct DegenerateStatisticsTests {
    private let scheme: ScoringScheme

    init() throws {
        scheme = try ScoringScheme(.sample(indicators: [("A-1", "A"), ("B-1", "B")], familyUnits: ["A-1"]))
    }

    /// Families that all answer alike: (good, eligible) of both indicators, nil for nobody eligible.
    private func round(
        _ count: Int, _ first: (Int, Int)?, _ second: (Int, Int)?, design: SurveyDesign = .census,
        represented: Int? = nil, ids: String = "F"
    ) throws -> (families: RoundFamilies, side: RoundPair.Side) {
        var families = RoundFamilies(indicatorCount: 2)
        for number in 0..<count {
            var answers = PackedAnswers(count: 2)
            for (position, answer) in [first, second].enumerated() {
                answers[position] = answer.map { .counted(good: $0.0, eligible: $0.1) } ?? .notApplicable
            }
            try families.add(id: .of("\(ids)\(number)"), rt: "1", status: .complete, answers: answers)
        }
        let evidence = try RoundEvidence(families: families, design: design, represented: represented ?? count)
        return (families, RoundPair.Side(tallies: families.tally.indicators, basis: .families(evidence)))
    }

    private func describe(_ side: RoundPair.Side) throws -> RoundDescription {
        try RoundDescription(scheme: scheme, indicators: side.tallies, basis: side.basis)
    }

    @Test func everybodyReachedLeavesNoDoubtAndHalfOfThemSome() throws {
        let all = try describe(round(20, (1, 1), (2, 3)).side)
        #expect(all.indicators[0].interval == Interval(lower: 100, upper: 100))
        #expect(all.indicators[0].certainty == .certainlyNotWeak)
        #expect(all.indicators[1].certainty == .certainlyWeak)
        #expect(all.ikk.standardError == 0)
        let half = try describe(round(20, (1, 1), (2, 3), represented: 40).side)
        // Wilson's lower limit of 20 of 20 families that stand for 40: 40/(40 + z²).
        #expect(close(half.indicators[0].interval?.lower, 100 * 40 / (40 + 3.841458820694124), 1e-9))
        #expect(half.indicators[0].interval?.upper == 100)
        // All have 2 of 3: worth 20 answers, and not 60.
        #expect(half.indicators[1].effectiveSize == 20)
        #expect(half.indicators[1].relativeError?.class == .accurate)
    }

    @Test func oneFamilyOrOneClusterSaysNothing() throws {
        let one = try describe(round(1, (1, 1), (0, 2), represented: 5).side)
        #expect(one.indicators.map(\.absence) == [.fewerThanTwoFamilies, .fewerThanTwoFamilies])
        #expect(one.indicators.map(\.certainty) == [.tooFew, .tooFew])
        #expect(one.ikk.absence == .fewerThanTwoFamilies)
        let cluster = try round(20, (1, 1), nil, design: .clusterSampleByRT, represented: 50)
        let described = try describe(cluster.side)
        #expect(described.indicators.map(\.absence) == [.fewerThanTwoClusters, .noEligibleUnit])
        #expect(described.indicators[0].certainty == nil)
        #expect(described.dimensions[1].absence == .noValue)
        let change = RoundChange(try RoundPair(scheme: scheme, before: cluster.side, after: cluster.side))
        #expect(change.indicators.map(\.verdict) == [.notComparable, .notComparable])
        #expect(change.indicators.map(\.reason) == [.fewerThanTwoClusters, .noEligibleInEither])
        #expect(change.testedOthers == 0)
    }

    @Test func nobodyInBothRoundsAndNobodyEligibleBefore() throws {
        let before = try round(20, (0, 1), nil)
        let after = try round(30, (1, 1), (1, 2), ids: "G")
        let panel = try PairEvidence(
            scheme: scheme, before: before.families, after: after.families, designs: (.census, .census),
            link: .afterNamesBefore)
        #expect(panel.union == 50)
        #expect(panel.matched == 0)
        let change = RoundChange(
            try RoundPair(scheme: scheme, before: before.side, after: after.side, panel: panel))
        #expect(change.indicators[0].cells?.families == 0)
        #expect(change.indicators[0].cells?.change == nil)
        #expect(change.indicators[0].cells?.interval == nil)
        #expect(change.indicators[0].test?.correlation == 0)
        #expect(change.indicators[0].verdict == .improved)
        #expect(change.indicators[1].reason == .noEligibleBefore)
        // All were bad and all are good: a change without any spread has no test.
        #expect(change.dimensions[0].change == 100)
        #expect(change.dimensions[0].p == nil)
        #expect(change.dimensions[0].absence == .noSpread)
        #expect(change.dimensions[1].absence == .noValue)
    }

    @Test func totalsGiveFewerFiguresAndSayWhy() throws {
        let tallies = [IndicatorTally.of(60, 100), IndicatorTally.of(30, 60)]
        let totals = RoundPair.Side(tallies: tallies, basis: .totals)
        let described = try describe(totals)
        #expect(described.indicators.map(\.absence) == [nil, .totalsWithinFamilies])
        #expect(described.indicators[0].effectiveSize == 100)
        #expect(described.ikk.absence == .totalsOnly)
        let later = RoundPair.Side(tallies: [.of(90, 100), .of(50, 60)], basis: .totals)
        let change = RoundChange(try RoundPair(scheme: scheme, before: totals, after: later))
        #expect(change.indicators[0].verdict == .improved)
        #expect(change.indicators[0].test?.correlation == 0)
        #expect(change.indicators[1].reason == .totalsWithinFamilies)
        #expect(change.ikk.absence == .totalsOnly)
        let values = RoundPair.Side(tallies: [IndicatorTally(), IndicatorTally()], basis: .values)
        let bare = RoundChange(try RoundPair(scheme: scheme, before: totals, after: values))
        #expect(bare.indicators.map(\.reason) == [.valuesOnly, .valuesOnly])
    }

    @Test func declaredTargetsAreAdjustedAmongThemselves() throws {
        let before = try round(40, (0, 1), (1, 2), represented: 50)
        let after = try round(40, (1, 1), (1, 2), represented: 50)
        let change = RoundChange(try RoundPair(scheme: scheme, before: before.side, after: after.side), targets: [0])
        #expect(change.testedTargets == 1)
        #expect(change.testedOthers == 1)
        #expect(change.indicators[0].isTarget)
        #expect(change.indicators[0].adjustedP == change.indicators[0].test?.p)
        #expect(change.indicators[1].adjustedP == 1)
    }

    /// A family split in two is one unit; of two that merged, the one that is named goes on.
    @Test func familiesThatSplitOrMerge() throws {
        func families(_ rows: [(id: String, previous: String?, good: Int)]) throws -> RoundFamilies {
            var families = RoundFamilies(indicatorCount: 2)
            for row in rows {
                var answers = PackedAnswers(count: 2)
                answers[0] = .counted(good: row.good, eligible: 1)
                try families.add(
                    id: .of(row.id), previous: row.previous.map(FamilyHash.of), rt: "", status: .complete,
                    answers: answers)
            }
            return families
        }
        let before = try families([("A", "Z", 0), ("B", nil, 1), ("C", nil, 1)])
        let after = try families([("A1", "A", 1), ("A2", "A", 1), ("BC", "B", 0), ("D", nil, 1)])
        let pair = try PairEvidence(
            scheme: scheme, before: before, after: after, designs: (.census, .census), link: .afterNamesBefore)
        // A, B, C, D: the earlier round's own previous ids belong to another pair.
        #expect(pair.union == 4)
        #expect(pair.matched == 2)
        // A has two answers, so only B counts: good before only.
        #expect(pair.cells[0] == PairedCells.of(0, 0, 1, 0))
        #expect(pair.cells[1] == nil)
    }

    /// What is shown as 75.00 is not weak, so doubt ends half a unit of the last shown digit below it.
    @Test func certaintyActsOnWhatIsShown() {
        func certainty(_ lower: Double, _ upper: Double) -> Certainty? {
            scheme.certainty(families: 10, Interval(lower: lower, upper: upper))
        }
        #expect(certainty(74.9951, 90) == .certainlyNotWeak)
        #expect(certainty(74.9949, 90) == .undecided)
        #expect(certainty(50, 74.9951) == .undecided)
        #expect(certainty(50, 74.9949) == .certainlyWeak)
        #expect(scheme.certainty(families: 9, Interval(lower: 90, upper: 95)) == .tooFew)
    }

    /// With a correlation near 1 the interval can shrink as its level rises; p still agrees with it.
    @Test(arguments: [0.0, 0.5, 0.9, 0.99, 0.999, 1, -1], [3.0, 20, 400])
    func intervalAndPAgreeAtAnyCorrelation(correlation: Double, size: Double) {
        for step in 0...40 {
            let change = ProportionChange(
                before: Proportion(share: 0.5, size: size), after: Proportion(share: Double(step) / 40, size: size),
                correlation: correlation)
            let (interval, p) = (change.interval, change.p)
            #expect(interval.contains(change.change))
            #expect(0...1 ~= p)
            #expect((p < 0.05) == !interval.contains(0) || abs(p - 0.05) < 1e-9)
        }
    }
}
