/// A change beside the change of others, of which nobody expected anything: "against doing nothing".
///
/// Weak indicators were chosen because they were low, so some rise is expected anyway (regression to the mean), and
/// inside one village "with intervention" and "weak" are nearly the same thing. The difference is an association.
package struct Contrast: Hashable, Sendable {
    /// Mean change in points of what an intervention was for; nil where none of it has a change.
    package let treated: Double?
    /// Mean change in points of the others; nil where none of them has one.
    package let others: Double?
    /// How many were treated, and how many others there are.
    package let treatedCount: Int
    package let otherCount: Int
    /// Treated − others, with its standard error, interval and p.
    package let difference: ValueChange

    private init(treated: [Double], others: [Double], variance: () -> Result<Double, Absence>) {
        let (mine, theirs) = (treated.mean, others.mean)
        self.treated = mine
        self.others = theirs
        treatedCount = treated.count
        otherCount = others.count
        if let mine, let theirs {
            difference = ValueChange(mine - theirs, variance: variance(), in: -200...200)
        } else {
            difference = ValueChange(nil, variance: .failure(.noValue))
        }
    }

}

extension [Double] {
    /// Nil where there are none.
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}

extension Contrast {
    /// Within one village: indicators with an intervention beside its other indicators, of those valued in both rounds.
    ///
    /// The variance is that of Σ c_i z_i with c_i = 1/k for the k treated and −1/k′ for the k′ others.
    package init(within pair: RoundPair, treated: Set<Int>) {
        let valued = pair.scheme.framework.indicators.indices.filter { pair.change($0) != nil }
        let (mine, theirs) = (valued.filter(treated.contains), valued.filter { !treated.contains($0) })
        self.init(
            treated: mine.compactMap(pair.change), others: theirs.compactMap(pair.change),
            variance: {
                var coefficients = [Double](repeating: 0, count: pair.scheme.framework.indicators.count)
                for position in mine { coefficients[position] = 1 / Double(mine.count) }
                for position in theirs { coefficients[position] = -1 / Double(theirs.count) }
                return pair.variance(before: coefficients, after: coefficients)
            })
    }

    /// One indicator in one village, as another village's comparator or beside those.
    package struct Village: Hashable, Sendable {
        /// In points, unrounded.
        package let before: Double
        /// In points, unrounded.
        package let change: Double
        /// Of the change in shares; nil where it cannot be said, for example where there are totals of persons only.
        package let variance: Double?

        package init(before: Double, change: Double, variance: Double?) {
            self.before = before
            self.change = change
            self.variance = variance
        }

        /// Nil where a round of the pair has no value.
        package init?(_ pair: RoundPair, indicator position: Int) {
            guard let change = pair.change(position) else { return nil }
            self.init(
                before: pair.before.tallies[position].points, change: change,
                variance: try? pair.variance(ofChange: position).get())
        }
    }

    /// How far apart two villages may start to be compared, in points.
    package static let widestStart = 10.0

    /// Between villages: one indicator with an intervention beside the same indicator in other lokus of the year,
    /// without an intervention on it and starting within 10 points. The variances add.
    package init(_ own: Village, among candidates: [Village]) {
        let others = candidates.filter { abs($0.before - own.before) <= Self.widestStart }
        self.init(
            treated: [own.change], others: others.map(\.change),
            variance: {
                let known = others.compactMap(\.variance)
                guard let variance = own.variance, known.count == others.count else {
                    return .failure(.totalsWithinFamilies)
                }
                return .success(variance + known.reduce(0, +) / Double(others.count * others.count))
            })
    }
}
