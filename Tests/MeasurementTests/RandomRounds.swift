import Measurement

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same case on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// A random framework with the families of two rounds.
struct RandomCase {
    typealias Family = (status: FamilyStatus, answers: PackedAnswers)

    let scheme: ScoringScheme
    let before: [Family]
    let after: [Family]

    init(seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        let framework = Self.framework(&random)
        scheme = try ScoringScheme(framework)
        before = Self.families(framework.indicators.count, &random)
        after = Self.families(framework.indicators.count, &random)
    }

    func tally(_ families: some Sequence<Family>) throws -> RoundTally {
        var tally = RoundTally(indicatorCount: scheme.framework.indicators.count)
        for family in families { try tally.add(status: family.status, answers: family.answers) }
        return tally
    }

    private static func framework(_ random: inout SeededGenerator) -> Framework {
        let dimensions = (0..<Int.random(in: 1...7, using: &random)).map { "D\($0)" }
        let spare = (0..<Int.random(in: 0...25, using: &random)).map { _ in
            dimensions[Int.random(in: dimensions.indices, using: &random)]
        }
        let places = (dimensions + spare).shuffled(using: &random)
        let aggregation = Framework.Aggregation.allCases.randomElement(using: &random) ?? .weighted
        return .sample(
            indicators: places.enumerated().map { ("I\($0)", $1) }, dimensions: dimensions, aggregation: aggregation,
            weights: aggregation == .weighted ? weights(places.count, &random) : nil,
            weakBelow: Int.random(in: 0...100, using: &random), roundingDigits: Int.random(in: 0...4, using: &random),
            categories: [("a", 0), ("b", Int.random(in: 1...50, using: &random)), ("c", 75)])
    }

    /// Some are 0, and the last takes what is left of a million.
    private static func weights(_ count: Int, _ random: inout SeededGenerator) -> [Int?] {
        var left = 1_000_000
        return (0..<count).map { position in
            let most = position == count - 1 ? left : left / 2
            let share = position == count - 1 ? left : max(0, Int.random(in: -most / 2...most, using: &random))
            left -= share
            return share
        }
    }

    private static func families(_ indicators: Int, _ random: inout SeededGenerator) -> [Family] {
        let quality = (0..<indicators).map { _ in [0, 3, 5, 8, 10].randomElement(using: &random) ?? 5 }
        let silent = (0..<indicators).map { _ in Int.random(in: 0..<8, using: &random) == 0 }
        return (0..<Int.random(in: 0...40, using: &random)).map { _ in
            var answers = PackedAnswers(count: indicators)
            for position in 0..<indicators {
                let kind = Int.random(in: 0..<10, using: &random)
                if kind == 0 { continue }
                if kind == 1 || silent[position] {
                    answers[position] = .notApplicable
                    continue
                }
                let eligible = Int.random(in: 1...6, using: &random)
                let good = (0..<eligible).count { _ in Int.random(in: 0..<10, using: &random) < quality[position] }
                answers[position] = .counted(good: good, eligible: eligible)
            }
            let statuses: [FamilyStatus] = [.complete, .complete, .complete, .partial, .noRespondent, .refused, .moved]
            return (statuses.randomElement(using: &random) ?? .complete, answers)
        }
    }
}
