#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The standard normal distribution, as far as intervals and p-values need it.
enum Normal {
    /// The 97.5 % quantile: every interval here is a 95 % interval.
    static let z95 = 1.959963984540054
    /// The 80 % quantile: the power that a minimum detectable change is stated for.
    static let z80 = 0.8416212335729143

    /// The chance of a deviation of at least `z` to either side: erfc(z/√2).
    ///
    /// The complement of an upper tail, 1 − Φ(z), loses every digit beyond z = 8; this keeps them to z = 38.
    static func twoSided(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) }

    /// The z with `twoSided(z) == p`, for p within 0 to 1, by bisection: a quantile is asked for a few times a report.
    static func quantile(twoSided p: Double) -> Double {
        var (low, high) = (0.0, 40.0)
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { return middle }
            if twoSided(middle) > p { low = middle } else { high = middle }
        }
    }
}
