import Testing

@testable import Measurement

/// What is kept of a round says the same as its families, whatever their order.
@Suite struct EvidencePropertyTests {
    @Test(arguments: 0..<200) func orderOfFamiliesChangesNothing(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        var random = SeededGenerator(UInt64(seed + 3_000_000))
        let design = village.designs.before
        let (earlier, later) = (try village.families(village.before), try village.families(village.after))
        let (mixed, laterMixed) = (
            try village.families(village.before.shuffled(using: &random)),
            try village.families(village.after.shuffled(using: &random))
        )
        let (one, other) = (try village.evidence(earlier, design), try village.evidence(mixed, design))
        let pair = try PairEvidence(
            scheme: village.scheme, before: earlier, after: later, designs: village.designs, link: .afterNamesBefore)
        let mixedPair = try PairEvidence(
            scheme: village.scheme, before: mixed, after: laterMixed, designs: village.designs,
            link: .afterNamesBefore)
        #expect(pair.union == mixedPair.union)
        #expect(pair.matched == mixedPair.matched)
        #expect(pair.cells == mixedPair.cells)
        // Means within strata are not whole numbers.
        guard design == .stratifiedSampleByRT else {
            #expect(one == other)
            #expect(pair.covariance == mixedPair.covariance)
            return
        }
        #expect(one.indicators == other.indicators)
        #expect(zip(one.covariance.packed, other.covariance.packed).allSatisfy { close($0, $1, 1e-15) })
    }

    @Test(arguments: 0..<200) func choosingIndicatorsBeforeOrAfterIsTheSame(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        var random = SeededGenerator(UInt64(seed + 4_000_000))
        let order = village.scheme.framework.indicators.indices.shuffled(using: &random)
        let chosen = Array(order.prefix(Int.random(in: 1...order.count, using: &random)))
        let families = try village.families(village.before)
        let whole = try village.evidence(families, village.designs.before)
        let part = try village.evidence(families.selecting(chosen), village.designs.before)
        #expect(try whole.selecting(chosen) == part)
        #expect(try families.selecting(chosen).tally == families.tally.selecting(chosen))
        #expect(throws: EvidenceFault.self) { try whole.selecting([order.count]) }
        #expect(throws: FrameworkMismatch.self) { try families.selecting([-1]) }
    }

    /// By the formula, family by family, with no sum taken apart.
    @Test(arguments: 0..<400) func covarianceIsThatOfTheInfluences(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        let design = village.designs.before
        let families = village.before.filter(\.status.isCounted)
        let round = try village.families(families)
        let evidence = try village.evidence(round, design)
        let oracle = SpreadOracle(tallies: round.tally.indicators, families: families)
        for i in round.tally.indicators.indices {
            for j in round.tally.indicators.indices {
                let wanted = oracle.covariance(i, j, design)
                #expect(close(evidence.covariance[i, j], wanted, 1e-12), "\(design) \(i) \(j)")
            }
        }
    }

    /// Every family m times: the same shares, and the squares of the influences an m-th.
    @Test(arguments: 0..<100) func moreOfTheSameFamiliesSayItMoreSurely(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed, design: .simpleRandomSample, families: 2...20)
        let times = 3
        let families = try village.families(village.before)
        let many = try village.families((0..<times).flatMap { _ in village.before })
        let (once, often) = (
            try village.evidence(families, .simpleRandomSample), try village.evidence(many, .simpleRandomSample)
        )
        guard once.counted >= 2 else { return }
        let (n, m) = (Double(once.counted), Double(often.counted))
        for (few, more) in zip(once.covariance.packed, often.covariance.packed) {
            #expect(close(more * (m - 1) / m * Double(times), few * (n - 1) / n, 1e-14))
        }
    }

    @Test(arguments: 0..<100) func storageGivesItBack(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        let pair = try village.pair(panel: true)
        guard let stored = pair.before.basis.stored, let panel = pair.panel else { return }
        let matrix = try SymmetricMatrix(order: stored.indicators.count, packed: stored.covariance.packed)
        #expect(
            try RoundEvidence(
                design: stored.design, counted: stored.counted, represented: stored.represented, units: stored.units,
                indicators: stored.indicators, covariance: matrix) == stored)
        #expect(
            try PairEvidence(
                union: panel.union, matched: panel.matched, units: panel.units, covariance: panel.covariance,
                cells: panel.cells) == panel)
    }

    @Test func whatCannotBeIsRefused() throws {
        let village = try RandomVillage(seed: 1, design: .simpleRandomSample, families: 10...20)
        let families = try village.families(village.before)
        let fault = EvidenceFault.moreCountedThanRepresented(counted: families.count, represented: families.count - 1)
        #expect(throws: fault) {
            try RoundEvidence(families: families, design: .census, represented: families.count - 1)
        }
        #expect(throws: FrameworkMismatch(expected: 3, found: 2)) { try SymmetricMatrix(order: 2, packed: [1, 2]) }
        func stored(_ packed: [Double], units: Int = 2, families: Int = 2) throws -> RoundEvidence {
            try RoundEvidence(
                design: .census, counted: 2, represented: 2, units: units,
                indicators: [RoundEvidence.Indicator(families: families, isUniform: false)],
                covariance: SymmetricMatrix(order: packed.count == 3 ? 2 : 1, packed: packed))
        }
        #expect(try stored([0.25]).absence == nil)
        #expect(throws: EvidenceFault.impossible) { try stored([-0.1]) }
        #expect(throws: EvidenceFault.impossible) { try stored([.nan]) }
        #expect(throws: EvidenceFault.impossible) { try stored([0.1], units: 3) }
        #expect(throws: EvidenceFault.impossible) { try stored([0.1], families: 3) }
        #expect(throws: EvidenceFault.mismatch(FrameworkMismatch(expected: 1, found: 2))) { try stored([1, 0, 1]) }
    }
}

extension RoundBasis {
    fileprivate var stored: RoundEvidence? { if case .families(let evidence) = self { evidence } else { nil } }
}

/// The formulas of the variance as they are written: z of every family, its stratum's mean, n/(n − 1).
private struct SpreadOracle {
    let tallies: [IndicatorTally]
    let families: [RandomVillage.Family]

    private func influence(_ family: RandomVillage.Family, _ indicator: Int) -> Double {
        guard case .counted(let good, let eligible) = family.answers[indicator] else { return 0 }
        let whole = Double(tallies[indicator].eligible)
        return (Double(good) - Double(tallies[indicator].good) / whole * Double(eligible)) / whole
    }

    func covariance(_ i: Int, _ j: Int, _ design: SurveyDesign) -> Double {
        let pairs = families.map { (rt: $0.rt, z: (influence($0, i), influence($0, j))) }
        let byRT = Dictionary(grouping: pairs, by: \.rt).sorted { $0.key < $1.key }.map { $0.value.map(\.z) }
        switch design {
        case .census, .simpleRandomSample: return spread(pairs.map(\.z))
        case .clusterSampleByRT:
            return spread(byRT.map { ($0.reduce(0) { $0 + $1.0 }, $0.reduce(0) { $0 + $1.1 }) })
        case .stratifiedSampleByRT:
            var strata: [[(Double, Double)]] = []
            for families in byRT {
                if let last = strata.last, last.count == 1 {
                    strata[strata.count - 1] = last + families
                } else {
                    strata.append(families)
                }
            }
            if strata.count > 1, let last = strata.last, last.count == 1 {
                strata.removeLast()
                strata[strata.count - 1] += last
            }
            return strata.reduce(0) { $0 + spread($1) }
        }
    }

    private func spread(_ z: [(Double, Double)]) -> Double {
        guard z.count >= 2 else { return 0 }
        let n = Double(z.count)
        let (a, b) = (z.reduce(0) { $0 + $1.0 } / n, z.reduce(0) { $0 + $1.1 } / n)
        return n / (n - 1) * z.reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    }
}
