#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Families with a valid answer in both rounds, by what they said: the fourfold table of a panel.
package struct PairedCells: Hashable, Sendable {
    /// Good in both rounds (r).
    package internal(set) var both: Int
    /// Good after only (s).
    package internal(set) var afterOnly: Int
    /// Good before only (t).
    package internal(set) var beforeOnly: Int
    /// In neither (u).
    package internal(set) var neither: Int

    init() { (both, afterOnly, beforeOnly, neither) = (0, 0, 0, 0) }

    /// As read back from storage; nil where a count is outside 0 to `IndicatorTally.most`.
    package init?(both: Int, afterOnly: Int, beforeOnly: Int, neither: Int) {
        let counts = 0...IndicatorTally.most
        guard counts ~= both, counts ~= afterOnly, counts ~= beforeOnly, counts ~= neither else { return nil }
        (self.both, self.afterOnly, self.beforeOnly, self.neither) = (both, afterOnly, beforeOnly, neither)
    }

    mutating func count(before: Bool, after: Bool) {
        switch (before, after) {
        case (true, true): both += 1
        case (false, true): afterOnly += 1
        case (true, false): beforeOnly += 1
        case (false, false): neither += 1
        }
    }

    /// All of them (n).
    package var families: Int { both + afterOnly + beforeOnly + neither }

    /// (s − t)/n in points; nil without a family.
    package var change: Double? {
        families > 0 ? 100 * Double(afterOnly - beforeOnly) / Double(families) : nil
    }

    /// Newcombe's interval for paired shares in points (1998, 2635–2650, method 10); nil without a family.
    ///
    /// Square-and-add with φ = C/√((r+s)(t+u)(r+t)(s+u)), C = ru − st, less n/2 but not below 0 where positive.
    package var interval: Interval? {
        guard let estimate = change else { return nil }
        let n = Double(families)
        let (r, s, t, u) = (Double(both), Double(afterOnly), Double(beforeOnly), Double(neither))
        let product = r * u - s * t
        let corrected = product > 0 ? max(0, product - n / 2) : product
        let root = ((r + s) * (t + u)).squareRoot() * ((r + t) * (s + u)).squareRoot()
        let change = ProportionChange(
            before: Proportion(share: (r + t) / n, size: n), after: Proportion(share: (r + s) / n, size: n),
            correlation: root > 0 ? corrected / root : 0)
        return change.interval.inPoints(around: estimate)
    }

    /// McNemar's test, two-sided mid-p: 2 P(X < m) + P(X = m), X binomial with s + t and 1/2, m = min(s, t); 1 where
    /// no family changed.
    ///
    /// M. W. Fagerland, S. Lydersen, P. Laake, The McNemar test for binary matched-pairs data: mid-p and asymptotic are
    /// better than exact conditional, BMC Med Res Methodol 13 (2013) 91.
    package var midP: Double {
        guard afterOnly != beforeOnly else { return 1 }
        let tail = discordantTail
        return min(1, 2 * tail.sum - tail.last)
    }

    /// McNemar's exact conditional test, two-sided: min(1, 2 P(X ≤ m)).
    package var exactP: Double {
        guard afterOnly != beforeOnly else { return 1 }
        return min(1, 2 * discordantTail.sum)
    }

    /// P(X ≤ m) and P(X = m). The last term from log-gamma, so that no count overflows, and those before it from it by
    /// the ratio of neighbours, i/(n − i + 1), until they no longer matter.
    private var discordantTail: (sum: Double, last: Double) {
        let discordant = Double(afterOnly) + Double(beforeOnly)
        let fewer = Double(min(afterOnly, beforeOnly))
        let last = exp(
            logGamma(discordant + 1) - logGamma(fewer + 1) - logGamma(discordant - fewer + 1) - discordant * log(2))
        var (ratio, sum, i) = (1.0, 1.0, fewer)
        while i > 0, ratio > sum * 1e-17 {
            ratio *= i / (discordant - i + 1)
            sum += ratio
            i -= 1
        }
        return (last * sum, last)
    }

    /// `lgamma` writes its sign to a global variable; this one keeps it on the stack.
    private func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }
}
