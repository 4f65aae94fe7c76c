/// What followed several kinds of action, each drawn towards the mean of all by how few there are of it: two villages that rose
/// much say less than twenty that rose a little.
///
/// The one-way random model x_ij = μ + b_i + e_ij. Its variances are those of the analysis of variance for groups of unequal
/// size, and what is told of a group is its best linear unbiased predictor (Searle, Casella and McCulloch, "Variance
/// Components", 1992, chapters 3 and 7), in insurance the credibility premium (Bühlmann and Straub, 1970).
package struct Credibility: Hashable, Sendable {
    package struct Group: Hashable, Sendable {
        /// How many changes it has.
        package let count: Int
        /// In points; nil where it has none.
        package let mean: Double?
        /// The mean drawn towards that of all, in points; nil where the changes are too few to tell by how much.
        package let expected: Double?
        /// Of what is expected, at 95 %.
        package let interval: Interval?
    }

    /// In the order in which they came.
    package let groups: [Group]

    /// Below so many degrees of freedom within groups, chance decides what is drawn where.
    package static let fewestDegrees = 5
    private static let widest = -100.0...100.0

    /// - Parameter changes: in points, a list a group; empty for a kind that nobody has tried.
    package init(_ changes: [[Double]]) {
        let means = changes.map(\.mean)
        let counts = changes.map(\.count)
        let all = counts.reduce(0, +)
        let degrees = all - counts.count { $0 > 0 }
        guard degrees >= Self.fewestDegrees else {
            groups = zip(counts, means).map { Group(count: $0, mean: $1, expected: nil, interval: nil) }
            return
        }
        let spread = Spread(changes, means.map { $0 ?? 0 }, degrees: degrees)
        let quantile = StudentT.z95(degrees: degrees)
        groups = zip(counts, means).map { count, mean in
            guard let mean else { return Group(count: 0, mean: nil, expected: nil, interval: nil) }
            let weight = spread.weight(Double(count))
            let expected = weight * mean + (1 - weight) * spread.overall
            let error = spread.variance(weight).squareRoot()
            // Changes that are all the same show no spread, which is not that there is none.
            let interval =
                error > 0 ? Interval(expected, standardError: error, in: Self.widest, quantile: quantile) : nil
            return Group(count: count, mean: mean, expected: expected, interval: interval)
        }
    }

    /// How far changes lie apart within groups and between them.
    private struct Spread {
        let within: Double
        let between: Double
        /// The mean that groups are drawn to.
        let overall: Double
        /// Of that mean.
        let varianceOfOverall: Double

        init(_ changes: [[Double]], _ means: [Double], degrees: Int) {
            let counts = changes.map { Double($0.count) }
            let (all, groups) = (counts.reduce(0, +), Double(counts.count { $0 > 0 }))
            let grand = zip(counts, means).reduce(0) { $0 + $1.0 * $1.1 } / all
            let within =
                zip(changes, means).reduce(0) { sum, group in
                    sum + group.0.reduce(0) { $0 + ($1 - group.1) * ($1 - group.1) }
                } / Double(degrees)
            var between = 0.0
            if groups > 1 {
                let apart = zip(counts, means).reduce(0) { $0 + $1.0 * ($1.1 - grand) * ($1.1 - grand) } / (groups - 1)
                let size = (all - counts.reduce(0) { $0 + $1 * $1 } / all) / (groups - 1)
                between = max(0, (apart - within) / size)
            }
            self.within = within
            self.between = between
            let weights = counts.map { Self.weight($0, within: within, between: between) }
            let sum = weights.reduce(0, +)
            overall = sum > 0 ? zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 } / sum : grand
            varianceOfOverall = sum > 0 ? between / sum : within / all
        }

        func weight(_ count: Double) -> Double { Self.weight(count, within: within, between: between) }

        func variance(_ weight: Double) -> Double {
            between * (1 - weight) + (1 - weight) * (1 - weight) * varianceOfOverall
        }

        private static func weight(_ count: Double, within: Double, between: Double) -> Double {
            count * between == 0 ? 0 : count * between / (count * between + within)
        }
    }
}
