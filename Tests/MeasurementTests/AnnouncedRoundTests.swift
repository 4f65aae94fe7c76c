import Measurement
import Testing

/// Rounds of which only announced figures are known.
@Suite struct AnnouncedRoundTests {
    private let scheme: ScoringScheme
    private let none = ShownScores(dimensions: [nil, nil], ikk: nil)

    init() throws {
        scheme = try ScoringScheme(
            .sample(
                indicators: [("A-1", "A"), ("A-2", "A"), ("A-3", "A"), ("B-1", "B")],
                familyUnits: ["A-1", "A-2", "A-3", "B-1"]))
    }

    private func value(_ units: Int, _ digits: Int = 2) throws -> AnnouncedFigure {
        try #require(AnnouncedFigure(value: ShownValue(units: units, digits: digits), totals: nil))
    }

    private func totals(_ good: Int, _ eligible: Int) throws -> AnnouncedFigure {
        try #require(AnnouncedFigure(value: nil, totals: .init(good: good, eligible: eligible)))
    }

    private func round(_ indicators: [AnnouncedFigure?], _ published: ShownScores? = nil) throws -> AnnouncedRound {
        try AnnouncedRound(scheme: scheme, indicators: indicators, published: published ?? none)
    }

    private func shown(_ units: Int, _ digits: Int = 2) -> ShownValue? { ShownValue(units: units, digits: digits) }

    /// As between two statements of which only the second sees that the result was taken away.
    @Test func dimensionsThatAreNotThereAreRefused() throws {
        let side = RoundPair.Side(
            tallies: [.of(1, 2), .of(1, 2), .of(1, 2), .of(1, 2)], basis: .values,
            announced: ShownScores(dimensions: [], ikk: nil))
        #expect(throws: EvidenceFault.self) { try RoundDescription(scheme: scheme, side: side) }
        #expect(throws: EvidenceFault.self) { try RoundPair(scheme: scheme, before: side, after: side) }
    }

    @Test func valueAndTotalsMayDifferByRoundingOnly() {
        func agree(_ units: Int, _ digits: Int, _ good: Int, _ eligible: Int) -> Bool {
            AnnouncedFigure(value: shown(units, digits), totals: .init(good: good, eligible: eligible)) != nil
        }
        #expect(agree(3333, 2, 1, 3) && agree(33, 0, 1, 3) && !agree(3334, 2, 1, 3) && !agree(3330, 2, 1, 3))
        // 74.995: a tie, which may have been rounded either way.
        #expect(agree(7500, 2, 14_999, 20_000) && agree(7499, 2, 14_999, 20_000) && !agree(7498, 2, 14_999, 20_000))
        #expect(agree(74_995, 3, 14_999, 20_000))
        #expect(agree(0, 2, 0, 1_000_000_000) && agree(10_000, 2, 1_000_000_000, 1_000_000_000))
        #expect(!agree(0, 2, 0, 0))
        #expect(AnnouncedFigure(value: nil, totals: nil) == nil)
        #expect(
            AnnouncedFigure.Totals(good: 4, eligible: 3) == nil && AnnouncedFigure.Totals(good: -1, eligible: 3) == nil)
    }

    @Test func allIndicatorsGiveTheIndexWhateverWasAnnounced() throws {
        let figures = [try totals(1, 3), try totals(2, 3), try totals(3, 3), try totals(1, 4)]
        let found = try round(figures, ShownScores(dimensions: [shown(1000), nil], ikk: shown(2000)))
        #expect(found.isOfTotals)
        #expect(found.scores == ShownScores(dimensions: [shown(6667), shown(2500)], ikk: shown(4583)))
        #expect(found.indicatorsUsed == 4 && found.weakCount == 3)
        #expect(found.category == found.scores.ikk.flatMap(scheme.category))
    }

    @Test func aMeanOfTheFewThatWereToldIsNoIndex() throws {
        let figures = [try value(5000), nil, nil, try value(2500)]
        let found = try round(figures, ShownScores(dimensions: [shown(6667), shown(9999)], ikk: shown(758, 1)))
        #expect(!found.isOfTotals)
        // The dimension of one indicator is known whole; of the other only what was announced.
        #expect(found.scores == ShownScores(dimensions: [shown(6667), shown(2500)], ikk: shown(758, 1)))
        #expect(found.indicatorsUsed == 2 && found.weakCount == 2)
        #expect(try round(figures).scores == ShownScores(dimensions: [nil, shown(2500)], ikk: nil))
    }

    @Test func anIndexWithoutAnythingElse() throws {
        let found = try round([nil, nil, nil, nil], ShownScores(dimensions: [nil, nil], ikk: shown(74_995, 3)))
        let ikk = try #require(shown(7500))
        #expect(found.scores.ikk == ikk && found.category == scheme.category(of: ikk))
        #expect(found.weakCount == nil && found.indicatorsUsed == 0 && !found.isOfTotals)
    }

    @Test func oneLineWithoutTotalsMakesARoundOfValues() throws {
        #expect(!(try round([try totals(1, 3), try value(5000), nil, nil]).isOfTotals))
        #expect(try round([try totals(1, 3), nil, nil, nil]).isOfTotals)
        // Nobody eligible is known, and something else than not told.
        let found = try round([try totals(0, 0), nil, nil, nil])
        #expect(found.tallies[0].isKnown && !found.tallies[0].hasValue && !found.tallies[1].isKnown)
        #expect(found.weakCount == nil)
        let described = try describe(found)
        #expect(described.indicators.map(\.absence) == [.noEligibleUnit, .notPublished, .notPublished, .notPublished])
    }

    /// 74.995 is 75.00, and not weak.
    @Test func valuesKeepTheirDecimals() throws {
        let found = try round([try value(74_995, 3), try value(74_994, 3), try value(75, 0), nil])
        #expect(found.weakCount == 1)
        #expect(found.tallies[0].shown(digits: 2) == shown(7500) && found.tallies[1].shown(digits: 2) == shown(7499))
    }

    private func side(_ round: AnnouncedRound) -> RoundPair.Side {
        RoundPair.Side(
            tallies: round.tallies, basis: round.isOfTotals ? .totals : .values, announced: round.scores)
    }

    private func describe(_ round: AnnouncedRound) throws -> RoundDescription {
        try RoundDescription(scheme: scheme, side: side(round))
    }

    /// The change of what is shown, where the indicators do not give it; nothing is told of its spread.
    @Test func comparedByWhatWasAnnounced() throws {
        let few = try round(
            [try totals(60, 100), nil, nil, nil], ShownScores(dimensions: [shown(7000), nil], ikk: shown(7591)))
        let all = try round([try totals(80, 100), try totals(90, 100), try totals(70, 100), try totals(50, 100)])
        let pair = try RoundPair(scheme: scheme, before: side(few), after: side(all))
        let change = RoundChange(pair)
        #expect(close(change.ikk.change, 65 - 75.91) && change.ikk.interval == nil && change.ikk.absence == .totalsOnly)
        #expect(close(change.dimensions[0].change, 10) && change.dimensions[1].change == nil)
        #expect(change.indicators[0].test != nil && change.indicators[0].verdict == .improved)
        #expect(change.indicators[1].reason == .notPublished)
        let compared = try RoundComparison(
            scheme: scheme, before: few.tallies, after: all.tallies, shownBefore: few.scores, shownAfter: all.scores,
            areAnnounced: (true, true))
        #expect(compared.ikk.change == change.ikk.change && !compared.usesSameIndicators)
        #expect(compared.ikkCommon?.indicators == 1)
        #expect(close(compared.contributionOfDifferingSets, 65 - 75.91 - 20))
        let described = try describe(few)
        #expect(described.ikk.absence == .totalsOnly && described.indicators[0].interval != nil)
    }

    /// Two whole rounds of totals compare as if their families were known, but for what needs families.
    @Test func wholeRoundsKeepTheirFractions() throws {
        let before = try round([try totals(1, 3), try totals(2, 3), try totals(3, 3), try totals(1, 4)])
        let after = try round([try totals(2, 3), try totals(2, 3), try totals(3, 3), try totals(1, 4)])
        let compared = try RoundComparison(
            scheme: scheme, before: before.tallies, after: after.tallies, shownBefore: before.scores,
            shownAfter: after.scores, areAnnounced: (true, true))
        #expect(compared.usesSameIndicators && compared.contributionOfDifferingSets == nil)
        #expect(close(compared.ikk.change, 100.0 / 18))
        #expect(close(compared.indicators.compactMap(\.contribution).reduce(0, +), 100.0 / 18))
        let change = RoundChange(try RoundPair(scheme: scheme, before: side(before), after: side(after)))
        #expect(change.ikk.change == compared.ikk.change)
    }

    /// Values that are rounded themselves give a result within theirs and its rounding.
    @Test func valuesReproduceAResultWithinTheirRounding() throws {
        let found = try round([try value(3333), try value(6667), try value(10_000), try value(2500)])
        func reproduces(_ ikk: Int, _ digits: Int?) throws -> Bool? {
            try Reconciliation(
                scheme: scheme, indicators: found.tallies,
                published: ShownScores(dimensions: [nil, nil], ikk: shown(ikk)), valuesDigits: digits
            ).candidates.first { $0.aggregation == .meanOfDimensions }?.reproduces
        }
        // (66.6667 + 25)/2 = 45.8333
        #expect(try reproduces(4583, nil) == true)
        #expect(try reproduces(4584, nil) == false)
        #expect(try reproduces(4584, 2) == true)
        #expect(try reproduces(4585, 2) == false)
    }
}
