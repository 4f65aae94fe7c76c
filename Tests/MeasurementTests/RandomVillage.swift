import Measurement

/// A random tiny village surveyed twice: any design, any overlap, families that split and merge, awkward indicators.
struct RandomVillage {
    struct Family {
        var id: String
        var previous: String?
        var rt: String
        var status: FamilyStatus
        var answers: PackedAnswers
    }

    let scheme: ScoringScheme
    let designs: (before: SurveyDesign, after: SurveyDesign)
    let before: [Family]
    let after: [Family]

    init(seed: Int, design: SurveyDesign? = nil, families: ClosedRange<Int> = 0...30) throws {
        var random = SeededGenerator(UInt64(seed) &* 7919)
        let count = Int.random(in: 1...9, using: &random)
        let ofFamilies = Set((0..<count).filter { _ in Bool.random(using: &random) }.map { "I\($0)" })
        scheme = try ScoringScheme(
            .sample(
                indicators: (0..<count).map { ("I\($0)", "D\($0 % Int.random(in: 1...3, using: &random))") },
                aggregation: Bool.random(using: &random) ? .meanOfDimensions : .meanOfIndicators,
                familyUnits: ofFamilies))
        let first = design ?? SurveyDesign.allCases.randomElement(using: &random) ?? .census
        let same = Int.random(in: 0..<4, using: &random) > 0
        designs = (first, same ? first : design ?? SurveyDesign.allCases.randomElement(using: &random) ?? .census)
        let units = scheme.framework.indicators.map { $0.unit == .family ? 1 : 4 }
        let quality = units.map { _ in [0, 2, 5, 9, 10].randomElement(using: &random) ?? 5 }
        let rts = Int.random(in: 1...4, using: &random)
        before = (0..<Int.random(in: families, using: &random)).map { number in
            Family(
                id: "F\(number)", previous: nil, rt: "\(Int.random(in: 1...rts, using: &random))",
                status: Self.status(&random), answers: Self.answers(units, quality, &random))
        }
        after = Self.later(before, rts, units, quality, &random)
    }

    /// Some leave, some are new, some split off and name the old id, and most answer as before.
    private static func later(
        _ before: [Family], _ rts: Int, _ units: [Int], _ quality: [Int], _ random: inout SeededGenerator
    ) -> [Family] {
        var after: [Family] = []
        for family in before {
            let fate = Int.random(in: 0..<10, using: &random)
            if fate == 0 { continue }
            var later = family
            later.status = status(&random)
            if fate < 4 { later.answers = answers(units, quality, &random) }
            if fate == 1 { (later.id, later.previous) = ("N-\(family.id)", family.id) }
            after.append(later)
            if fate == 2 {
                later.previous = family.id
                later.id += "-b"
                after.append(later)
            }
        }
        let strangers = Int.random(in: 0...4, using: &random)
        for number in 0..<strangers {
            after.append(
                Family(
                    id: "S\(number)", previous: nil, rt: "\(Int.random(in: 1...rts, using: &random))",
                    status: status(&random), answers: answers(units, quality, &random)))
        }
        return after
    }

    private static func status(_ random: inout SeededGenerator) -> FamilyStatus {
        [.complete, .complete, .complete, .partial, .refused, .moved].randomElement(using: &random) ?? .complete
    }

    private static func answers(
        _ units: [Int], _ quality: [Int], _ random: inout SeededGenerator
    ) -> PackedAnswers {
        var answers = PackedAnswers(count: units.count)
        for position in units.indices {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: break
            case 1: answers[position] = .notApplicable
            default:
                let eligible = Int.random(in: 1...units[position], using: &random)
                let good = (0..<eligible).count { _ in Int.random(in: 0..<10, using: &random) < quality[position] }
                answers[position] = .counted(good: good, eligible: eligible)
            }
        }
        return answers
    }
}

extension RandomVillage {
    func families(_ rows: some Sequence<Family>) throws -> RoundFamilies {
        var families = RoundFamilies(indicatorCount: scheme.framework.indicators.count)
        for row in rows {
            try families.add(
                id: .of(row.id), previous: row.previous.map(FamilyHash.of), rt: row.rt, status: row.status,
                answers: row.answers)
        }
        return families
    }

    /// A census of those listed and not moved; a sample of a village half as large again.
    func evidence(_ families: RoundFamilies, _ design: SurveyDesign) throws -> RoundEvidence {
        let census = families.tally.representedByCensus
        return try RoundEvidence(
            families: families, design: design, represented: design == .census ? census : census * 3 / 2 + 1)
    }

    func side(_ families: RoundFamilies, _ design: SurveyDesign) throws -> RoundPair.Side {
        RoundPair.Side(tallies: families.tally.indicators, basis: .families(try evidence(families, design)))
    }

    func pair(panel: Bool, swapped: Bool = false) throws -> RoundPair {
        let (earlier, later) = (try families(before), try families(after))
        let (first, second) = swapped ? (later, earlier) : (earlier, later)
        let pairDesigns = swapped ? (designs.after, designs.before) : (designs.before, designs.after)
        let evidence = try PairEvidence(
            scheme: scheme, before: first, after: second, designs: pairDesigns,
            link: swapped ? .beforeNamesAfter : .afterNamesBefore)
        return try RoundPair(
            scheme: scheme, before: side(first, pairDesigns.0), after: side(second, pairDesigns.1),
            panel: panel ? evidence : nil)
    }
}
