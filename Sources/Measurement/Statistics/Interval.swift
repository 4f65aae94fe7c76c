/// A 95 % interval, ends included.
package struct Interval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    package var width: Double { upper - lower }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// Estimate ± quantile × SE, cut to `range`, where nothing else can be.
    init(
        _ estimate: Double, standardError: Double, in range: ClosedRange<Double>, quantile: Double = Normal.z95
    ) {
        let half = quantile * standardError
        self.init(
            lower: max(range.lowerBound, min(estimate, estimate - half)),
            upper: min(range.upperBound, max(estimate, estimate + half)))
    }

    /// Of shares, in points, around an estimate in points. An interval without width would otherwise miss an estimate
    /// that was rounded on another way by the last bit.
    func inPoints(around estimate: Double) -> Interval {
        Interval(lower: min(100 * lower, estimate), upper: max(100 * upper, estimate))
    }
}
