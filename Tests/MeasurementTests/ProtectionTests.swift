import Measurement
import Testing

@Suite struct ProtectionTests {
    private func rule() throws -> Protection { try #require(Protection(fewestFamilies: 5)) }

    /// Families on either side of each indicator of two dimensions; all persons are families here.
    private func open(_ sides: [(good: Int, notGood: Int)?], counted: Int = 100) throws -> OpenFigures {
        let indicators = sides.indices.map { ("I-\($0)", $0 < sides.count - 1 ? "A" : "B") }
        return try OpenFigures(
            scheme: ScoringScheme(.sample(indicators: indicators, dimensions: ["A", "B"])),
            indicators: sides.map { side in side.map { .of($0.good, $0.good + $0.notGood) } ?? IndicatorTally() },
            splits: FamilySplits(
                indicators: sides.compactMap { FamilySplits.Split(good: $0?.good ?? 0, notGood: $0?.notGood ?? 0) }),
            familiesCounted: counted, by: rule())
    }

    @Test func nothingSmallNothingWithheld() throws {
        let round = try open([(50, 50), (5, 95), (95, 5), (60, 40)])
        #expect(round.indicators.allSatisfy { $0 == .published })
        #expect(round.dimensions == [.published, .published])
        #expect(round.ikk == .published && round.weakCount == .published && round.familyCounts == .published)
    }

    @Test func aSmallOneTakesASecondWithIt() throws {
        // Of those with 10 on the smaller side, the one with the fewest.
        let round = try open([(4, 96), (50, 50), (12, 88), (8, 92), (60, 40)])
        #expect(round.indicators == [.withheld, .published, .withheld, .published, .published])
        #expect(round.dimensions == [.published, .published])
        #expect(round.weakCount == .withheld)
        // None has 10: the one that is farthest from 5.
        #expect(try open([(96, 4), (6, 94), (8, 92), (60, 40)]).indicators[1...2] == [.published, .withheld])
        // All good is none not good.
        #expect(try open([(100, 0), (50, 50), (60, 40)]).indicators[0] == .withheld)
    }

    @Test func withoutASecondTheDimensionAndTheIndexGo() throws {
        let round = try open([(50, 50), (40, 60), (97, 3)])
        #expect(round.indicators == [.published, .published, .withheld])
        #expect(round.dimensions == [.published, .withheld])
        #expect(round.ikk == .withheld)
        let all = try open([(1, 99), (2, 98), (60, 40)])
        #expect(all.indicators == [.withheld, .withheld, .published])
        #expect(all.dimensions == [.withheld, .published])
    }

    @Test func whatHasNoValueIsNotWithheld() throws {
        let round = try open([(50, 50), (40, 60), nil], counted: 4)
        #expect(round.indicators[2] == .notApplicable)
        #expect(round.dimensions == [.published, .notApplicable])
        #expect(round.ikk == .published)
        #expect(round.familyCounts == .withheld)
    }

    @Test func aChangeIsToldWhereBothValuesAre() throws {
        let before = try open([(50, 50), (40, 60), (97, 3)])
        let after = try open([(50, 50), (40, 60), (60, 40)])
        let change = before.change(to: after)
        #expect(change.indicators == [.published, .published, .withheld])
        #expect(change.ikk == .withheld)
        #expect(after.change(to: before) == change)
    }

    /// Whoever knows the formula and everything that is told cannot solve for a small indicator.
    @Test(arguments: 0..<500) func nothingSmallFollowsFromTheRest(_ seed: Int) throws {
        let sample = try RandomCase(seed: seed)
        var splits = FamilySplits(indicatorCount: sample.scheme.framework.indicators.count)
        for family in sample.before { try splits.add(status: family.status, answers: family.answers) }
        let tally = try sample.tally(sample.before)
        let rule = try rule()
        let round = try OpenFigures(
            scheme: sample.scheme, indicators: tally.indicators, splits: splits, familiesCounted: tally.familiesCounted,
            by: rule)
        let framework = sample.scheme.framework
        for (dimension, status) in framework.dimensions.indices.map({ ($0, round.dimensions[$0]) }) {
            let members = framework.indicators.indices.filter {
                sample.scheme.dimensionOfIndicator[$0] == dimension && tally.indicators[$0].hasValue
            }
            let small = members.filter { rule.isSmall(splits.indicators[$0]) }
            #expect(small.allSatisfy { round.indicators[$0] == .withheld })
            let unknown = members.filter {
                round.indicators[$0] == .withheld && framework.indicators[$0].weightMillionths != 0
            }
            // One equation, the dimension's value: a small indicator in it is hidden by one that is not.
            #expect(
                status != .published || !unknown.contains(where: small.contains) || !unknown.allSatisfy(small.contains))
        }
        let unknown = round.dimensions.count { $0 == .withheld }
        #expect(unknown == 0 || round.ikk == .withheld)
        let isOpen = round.indicators.contains(.published) && !round.indicators.contains(.withheld)
        #expect(!isOpen || round.weakCount == .published)
    }

    @Test(arguments: 0..<500) func neighbourhoodsDoNotFollowFromTheVillage(_ seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        let places = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
            FamilySplits.Split(
                good: Int.random(in: 0...20, using: &random), notGood: Int.random(in: 0...20, using: &random))
        }
        let rule = try rule()
        let tells = rule.tellable(places, isSensitive: false)
        #expect(zip(places, tells).allSatisfy { !$1 || !rule.isSmall($0) })
        let withheld = zip(places, tells).filter { !$1 }.map(\.0)
        let good = withheld.reduce(0) { $0 + $1.good }
        let notGood = withheld.reduce(0) { $0 + $1.notGood }
        #expect(withheld.isEmpty || !tells.contains(true) || min(good, notGood) >= 5)
        #expect(places.contains(where: rule.isSmall) || withheld.isEmpty)
        #expect(rule.tellable(places, isSensitive: true).allSatisfy { !$0 })
    }

    @Test func everybodySeesValuesClassesAndVerdictsOnly() {
        let open = Protection.Figure.allCases.filter { Protection.shows($0, to: .everybody) }
        #expect(open == [.value, .weakFlag, .verdict])
        #expect(Protection.Figure.allCases.allSatisfy { Protection.shows($0, to: .office) })
        #expect(Protection(fewestFamilies: 2) == nil)
    }
}
