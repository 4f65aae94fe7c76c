#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// How improbable a count is that is as large as this, by chance alone.
enum Tails {
    static func exponential(_ value: Double) -> Double { value < -745 ? 0 : exp(value) }

    /// At least `count` of `trials`, each with this chance.
    static func binomial(atLeast count: Int, of trials: Int, chance: Double) -> Double {
        guard count > 0 else { return 1 }
        guard chance < 1 else { return 1 }
        var term = natural(chance) * Double(count) + natural(1 - chance) * Double(trials - count)
        term += logFactorial(trials) - logFactorial(count) - logFactorial(trials - count)
        var (sum, probability) = (0.0, exponential(term))
        for successes in count...trials {
            sum += probability
            probability *= Double(trials - successes) / Double(successes + 1) * chance / (1 - chance)
        }
        return min(1, sum)
    }

    /// At least `count` where `mean` are expected.
    static func poisson(atLeast count: Int, mean: Double) -> Double {
        guard count > 0 else { return 1 }
        var probability = exponential(natural(mean) * Double(count) - mean - logFactorial(count))
        var (sum, next) = (0.0, count)
        while probability > sum * 1e-12, next < count + 10_000 {
            sum += probability
            next += 1
            probability *= mean / Double(next)
        }
        return min(1, sum)
    }

    private static func logFactorial(_ number: Int) -> Double {
        number < 2 ? 0 : (2...number).reduce(0.0) { $0 + natural(Double($1)) }
    }

    static func natural(_ value: Double) -> Double {
        #if canImport(Glibc)
        Glibc.log(value)
        #elseif canImport(Musl)
        Musl.log(value)
        #else
        Darwin.log(value)
        #endif
    }
}
