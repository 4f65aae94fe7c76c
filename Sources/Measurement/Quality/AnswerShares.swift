/// How often each answer to each indicator occurs among the families that gave one.
struct AnswerShares {
    private let counts: [[Int: Int]]
    let answered: [Int]

    init(_ families: [CheckedFamily], indicators: Int) {
        var counts = [[Int: Int]](repeating: [:], count: indicators)
        for family in families {
            for position in 0..<indicators where family.answers.isCounted(position) {
                counts[position][family.answers.key(position), default: 0] += 1
            }
        }
        self.counts = counts
        answered = counts.map { $0.values.reduce(0, +) }
    }

    func share(_ key: Int, of position: Int) -> Double {
        answered[position] == 0 ? 0 : Double(counts[position][key] ?? 0) / Double(answered[position])
    }

    /// The share of the commonest answer; 1 where nobody answered, as then nothing varies.
    func commonest(_ position: Int) -> Double {
        answered[position] == 0 ? 1 : Double(counts[position].values.max() ?? 0) / Double(answered[position])
    }

    /// How probable it is that two families agree on these indicators, were the answers drawn independently.
    func agreement(_ one: Int, _ other: Int) -> Double {
        counts[one].keys.reduce(0) { $0 + share($1, of: one) * share($1, of: other) }
    }

    /// The same for the opposite answers of indicators that each family answers by yes or no.
    func opposition(_ one: Int, _ other: Int) -> Double {
        counts[one].keys.reduce(0) { $0 + share($1, of: one) * share(Self.opposite($1), of: other) }
    }

    static func opposite(_ key: Int) -> Int { ((key & 0xFF) - (key >> 8)) << 8 | key & 0xFF }

    /// The logarithm of the probability that `families` families all give the same answer.
    func logUniform(_ position: Int, families: Int) -> Double {
        let power = counts[position].values.reduce(0.0) { sum, count in
            sum + Self.power(Double(count) / Double(answered[position]), families)
        }
        return Self.log(power)
    }

    static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, factor, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= factor }
            factor *= factor
            rest >>= 1
        }
        return result
    }

    static func log(_ value: Double) -> Double { value <= 0 ? -745 : Tails.natural(value) }
}
