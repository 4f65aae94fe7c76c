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

    /// Estimate ± z × SE, cut to `range`, where nothing else can be.
    init(_ estimate: Double, standardError: Double, in range: ClosedRange<Double>) {
        let half = Normal.z95 * standardError
        self.init(
            lower: max(range.lowerBound, min(estimate, estimate - half)),
            upper: min(range.upperBound, max(estimate, estimate + half)))
    }

    /// Shares as points.
    static func * (points: Double, interval: Interval) -> Interval {
        Interval(lower: points * interval.lower, upper: points * interval.upper)
    }
}
