import Measurement
import Testing

@Suite struct ContrastTests {
    /// Two villages of 200 families before and after, one indicator in each: the example of `textbook`.
    private func pair(_ before: (Int, Int), _ after: (Int, Int)) throws -> RoundPair {
        let scheme = try ScoringScheme(.sample(indicators: [("A-1", "A")], familyUnits: ["A-1"]))
        func side(_ good: Int, _ all: Int) throws -> RoundPair.Side {
            var families = RoundFamilies(indicatorCount: 1)
            for number in 0..<all {
                var answers = PackedAnswers(count: 1)
                answers[0] = .counted(good: number < good ? 1 : 0, eligible: 1)
                try families.add(id: .of("\(number)"), rt: "", status: .complete, answers: answers)
            }
            let evidence = try RoundEvidence(families: families, design: .simpleRandomSample, represented: 1_000)
            return RoundPair.Side(tallies: families.tally.indicators, basis: .families(evidence))
        }
        return try RoundPair(scheme: scheme, before: side(before.0, before.1), after: side(after.0, after.1))
    }

    /// Control 120 → 124 and treated 110 → 150 of 200: 0.18, SE 0.067475921631, p 0.007639100165 with p(1−p)/n; ours
    /// divides by n − 1, as for any ratio.
    @Test func betweenVillagesIsTheTextbookDifferenceInDifferences() throws {
        let own = try #require(Contrast.Village(pair((110, 200), (150, 200)), indicator: 0))
        let control = try #require(Contrast.Village(pair((120, 200), (124, 200)), indicator: 0))
        let contrast = Contrast(own, among: [control])
        #expect(close(contrast.treated, 20, 1e-9))
        #expect(close(contrast.others, 2, 1e-9))
        #expect(close(contrast.difference.change, 18, 1e-9))
        let error = 6.7475921631 * (200.0 / 199).squareRoot()
        #expect(close(contrast.difference.standardError, error, 1e-9))
        #expect(close(contrast.difference.interval?.lower, 18 - 1.959963984540054 * error, 1e-9))
        #expect(closeRelatively(contrast.difference.p, 0.0077922645282))
    }

    @Test func onlyVillagesThatStartNearByAreCompared() {
        let own = Contrast.Village(before: 50, change: 10, variance: 0.002)
        let near = Contrast.Village(before: 60, change: 4, variance: 0.001)
        let nearer = Contrast.Village(before: 41, change: 2, variance: 0.003)
        let far = Contrast.Village(before: 60.01, change: -50, variance: 0.001)
        let contrast = Contrast(own, among: [near, far, nearer])
        #expect(contrast.otherCount == 2)
        #expect(close(contrast.others, 3))
        #expect(close(contrast.difference.standardError, 100 * (0.002 + 0.004 / 4).squareRoot()))
        let alone = Contrast(own, among: [far])
        #expect(alone.others == nil)
        #expect(alone.difference.absence == .noValue)
        let unsure = Contrast(own, among: [near, Contrast.Village(before: 50, change: 0, variance: nil)])
        #expect(close(unsure.difference.change, 8))
        #expect(unsure.difference.p == nil)
        #expect(unsure.difference.absence == .totalsWithinFamilies)
    }

    /// By the families themselves: the mean change of every family's influence, c_i = 1/k and −1/k′.
    @Test func withinAVillageItIsTheContrastOfTheAcceptanceVillage() throws {
        let village = AcceptanceVillage.sampanahan
        let pair = try village.fixture().pair(village)
        let treated: Set = [1, 10, 12, 15, 16, 24]
        let contrast = Contrast(within: pair, treated: treated)
        let changes = RoundChange(pair).indicators.map(\.change)
        let mine = treated.compactMap { changes[$0] }.reduce(0, +) / 6
        let theirs = changes.indices.filter { !treated.contains($0) }.compactMap { changes[$0] }.reduce(0, +) / 23
        #expect(contrast.treatedCount == 6)
        #expect(contrast.otherCount == 23)
        #expect(close(contrast.difference.change, mine - theirs, 1e-9))
        // Computed from the fixtures with numpy.
        #expect(close(contrast.difference.standardError, 1.0806400156821252, 1e-6))
        #expect(closeRelatively(contrast.difference.p, 3.72367145273428e-29))
    }

    @Test func withoutATreatedIndicatorOrAnotherThereIsNothingToCompare() throws {
        let pair = try pair((110, 200), (150, 200))
        for treated: Set in [[], [0]] as [Set<Int>] {
            let contrast = Contrast(within: pair, treated: treated)
            #expect(contrast.difference.change == nil)
            #expect(contrast.difference.absence == .noValue)
        }
    }
}
