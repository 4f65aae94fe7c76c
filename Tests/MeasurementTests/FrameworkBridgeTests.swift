import Measurement
import Testing

/// Rounds by two versions of one framework, over what they have in common.
@Suite struct FrameworkBridgeTests {
    /// A later version of `framework`: these of its indicators, in this order and with other codes, and one more.
    private func version(
        _ number: Int, continuing framework: Framework, _ positions: [Int], from previous: Int? = nil
    ) throws -> ScoringScheme {
        let kept = positions.map { position in
            let old = framework.indicators[position]
            return Framework.Indicator(
                code: "V\(number)-\(old.code)", dimension: old.dimension, nameID: old.nameID, nameEN: old.nameEN,
                direction: old.direction, unit: old.unit, eligible: "", sensitive: false, provenance: "invented",
                equivalent: .init(version: previous ?? framework.id.version, code: old.code))
        }
        let new = Framework.Indicator(
            code: "V\(number)-NEW", dimension: "NEW\(number)", nameID: "Baru", nameEN: "New", direction: .positive,
            unit: .family, eligible: "", sensitive: false, provenance: "invented")
        let used = Set(kept.map(\.dimension))
        return try ScoringScheme(
            Framework(
                id: .init(code: framework.id.code, version: number), title: "Contoh", status: .working,
                provenance: "invented", aggregation: framework.aggregation, weakBelow: framework.weakBelow,
                roundingDigits: framework.roundingDigits, categories: framework.categories,
                dimensions: framework.dimensions.filter { used.contains($0.code) }
                    + [.init(code: "NEW\(number)", nameID: "Baru", nameEN: "New")],
                indicators: [new] + kept))
    }

    /// Nobody answered the indicator that is new: the later round by its own version.
    private func later(_ village: RandomVillage, _ positions: [Int]) throws -> RoundFamilies {
        var families = RoundFamilies(indicatorCount: positions.count + 1)
        for row in village.after {
            var answers = PackedAnswers(count: positions.count + 1)
            for (place, position) in positions.enumerated() { answers[place + 1] = row.answers[position] }
            try families.add(
                id: .of(row.id), previous: row.previous.map(FamilyHash.of), rt: row.rt, status: row.status,
                answers: answers)
        }
        return families
    }

    @Test(arguments: 0..<200) func itIsTheComparisonOfThoseIndicatorsAlone(_ seed: Int) throws {
        let village = try RandomVillage(seed: seed)
        var random = SeededGenerator(UInt64(seed + 9_000_000))
        let framework = village.scheme.framework
        let all = framework.indicators.indices.shuffled(using: &random)
        let positions = Array(all.prefix(Int.random(in: 1...all.count, using: &random)))
        let newer = try version(2, continuing: framework, positions)
        let bridge = try #require(FrameworkBridge(from: village.scheme, to: newer))
        #expect(bridge.before.positions == positions)
        #expect(bridge.after.positions == Array(1...positions.count))
        #expect(bridge.after.leftOut == ["V2-NEW"])
        #expect(bridge.before.leftOut == all.dropFirst(positions.count).sorted().map { framework.indicators[$0].code })
        let back = try #require(FrameworkBridge(from: newer, to: village.scheme))
        #expect(
            back.scheme == bridge.scheme && back.before == bridge.after && back.after.leftOut == bridge.before.leftOut)

        let (before, after) = (try village.families(village.before), try later(village, positions))
        func panel() throws -> PairEvidence {
            try PairEvidence(
                scheme: bridge.scheme, before: before.selecting(bridge.before.positions),
                after: after.selecting(bridge.after.positions),
                designs: village.designs, link: .afterNamesBefore)
        }
        let pair = try bridge.pair(
            before: village.side(before, village.designs.before), after: village.side(after, village.designs.after),
            panel: panel())
        // The same families, had they been asked nothing else.
        let alone = try RoundPair(
            scheme: bridge.scheme,
            before: village.side(before.selecting(positions), village.designs.before),
            after: village.side(village.families(village.after).selecting(positions), village.designs.after),
            panel: panel())
        let (bridged, plain) = (RoundChange(pair), RoundChange(alone))
        #expect(bridged.indicators.map(\.verdict) == plain.indicators.map(\.verdict))
        #expect(bridged.indicators.map(\.change) == plain.indicators.map(\.change))
        for (one, other) in zip(bridged.indicators, plain.indicators) {
            #expect(close(one.test?.p, other.test?.p))
            #expect(close(one.test?.interval.lower, other.test?.interval.lower))
        }
        #expect(close(bridged.ikk.change, plain.ikk.change))
        #expect(close(bridged.ikk.standardError, plain.ikk.standardError))
        #expect(bridged.dimensions.count == Set(positions.map { framework.indicators[$0].dimension }).count)
        let shown = try RoundScore(scheme: bridge.scheme, indicators: pair.before.tallies)
        let comparison = try RoundComparison(bridge.scheme, pair.before.tallies, pair.after.tallies)
        #expect(comparison.ikk.before == shown.ikk?.value)
        #expect(close(comparison.ikk.change, bridged.ikk.change))
    }

    @Test func anIndicatorComesDownByTheVersionsBetween() throws {
        let first = try ScoringScheme(.sample(indicators: [("A", "D"), ("B", "D"), ("C", "E")]))
        let second = try version(2, continuing: first.framework, [2, 0])
        let third = try version(3, continuing: second.framework, [2, 0])
        let bridge = try #require(FrameworkBridge(from: first, to: third, between: [second]))
        #expect(bridge.scheme.framework.indicators.map(\.code) == ["V3-V2-A"])
        #expect(bridge.before.positions == [0] && bridge.after.positions == [1])
        #expect(bridge.before.leftOut == ["B", "C"] && bridge.after.leftOut == ["V3-NEW", "V3-V2-NEW"])
        #expect(bridge.before.codes == ["A"] && bridge.after.codes == ["V3-V2-A"] && bridge.before.version == 1)
        #expect(FrameworkBridge(from: first, to: third) == nil)
    }

    /// One of version 3 continues version 1 itself, another by version 2: the one that does so itself counts.
    @Test func nothingCountsTwice() throws {
        let first = try ScoringScheme(.sample(indicators: [("A", "D"), ("B", "D")]))
        let second = try version(2, continuing: first.framework, [0, 1])
        let third = try version(3, continuing: second.framework, [1, 2])
        let own = third.framework.indicators.map { indicator in
            indicator.code != "V3-NEW"
                ? indicator
                : Framework.Indicator(
                    code: "V3-A", dimension: indicator.dimension, nameID: "A", nameEN: "A", direction: .positive,
                    unit: .person, eligible: "", sensitive: false, provenance: "invented",
                    equivalent: .init(version: 1, code: "A"))
        }
        let framework = third.framework
        let newest = try ScoringScheme(
            Framework(
                id: framework.id, title: framework.title, status: framework.status, provenance: framework.provenance,
                aggregation: framework.aggregation, weakBelow: framework.weakBelow,
                roundingDigits: framework.roundingDigits, categories: framework.categories,
                dimensions: framework.dimensions, indicators: own))
        let bridge = try #require(FrameworkBridge(from: first, to: newest, between: [second]))
        #expect(bridge.before.codes == ["A", "B"] && bridge.after.codes == ["V3-A", "V3-V2-B"])
        #expect(bridge.after.leftOut == ["V3-V2-A"])
    }

    @Test func otherFrameworksHaveNothingInCommon() throws {
        let one = try ScoringScheme(.sample(indicators: [("A", "D")]))
        let framework = one.framework
        let other = try ScoringScheme(
            Framework(
                id: .init(code: "lain", version: 2), title: "Lain", status: .working, provenance: "invented",
                aggregation: framework.aggregation, weakBelow: 75, roundingDigits: 2, categories: framework.categories,
                dimensions: framework.dimensions, indicators: framework.indicators))
        #expect(FrameworkBridge(from: one, to: other) == nil)
        #expect(FrameworkBridge(from: one, to: one) == nil)
    }

    /// Weights of a part need not add up to one: the index divides by those that there are.
    @Test func weightsOfAPartAreDividedBy() throws {
        let first = try ScoringScheme(.sample(indicators: [("A", "D"), ("B", "D"), ("C", "E")]))
        var second = try version(2, continuing: first.framework, [0, 2]).framework
        second = Framework(
            id: second.id, title: second.title, status: second.status, provenance: second.provenance,
            aggregation: .weighted, weakBelow: second.weakBelow, roundingDigits: second.roundingDigits,
            categories: second.categories, dimensions: second.dimensions,
            indicators: zip(second.indicators, [700_000, 200_000, 100_000]).map { indicator, weight in
                Framework.Indicator(
                    code: indicator.code, dimension: indicator.dimension, nameID: indicator.nameID,
                    nameEN: indicator.nameEN, direction: indicator.direction, unit: indicator.unit, eligible: "",
                    sensitive: false, provenance: "invented", weightMillionths: weight,
                    equivalent: indicator.equivalent)
            })
        let bridge = try #require(FrameworkBridge(from: first, to: try ScoringScheme(second)))
        let score = try RoundScore(scheme: bridge.scheme, indicators: [.of(1, 2), .of(4, 5)])
        // (2 × 50 + 1 × 80) / 3
        #expect(score.ikk?.shown.description == "60.00")
        let comparison = try RoundComparison(bridge.scheme, [.of(1, 2), .of(4, 5)], [.of(2, 2), .of(5, 5)])
        #expect(close(comparison.ikk.change, 40))
        #expect(close(comparison.indicators[0].contribution, 100 / 3.0))
        #expect(close(comparison.indicators[1].contribution, 20 / 3.0))
    }
}
