/// A running mean Σwx/Σw of values in points.
///
/// Plain means use weight 1, so that all three aggregations share one way of adding.
struct WeightedMean {
    private(set) var sum = 0.0
    private(set) var weight = 0.0

    mutating func add(_ value: Double, weight: Double) {
        sum += weight * value
        self.weight += weight
    }

    mutating func add(_ other: WeightedMean) {
        sum += other.sum
        weight += other.weight
    }

    /// In points, unrounded; nil without a value or where all weights are 0.
    var mean: Double? { weight > 0 ? sum / weight : nil }
}
