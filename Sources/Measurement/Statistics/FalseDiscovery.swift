/// Adjusted p-values that hold the share of false discoveries among the discoveries.
enum FalseDiscovery {
    /// The share of false discoveries that a verdict accepts, and the level of a single test.
    static let level = 0.05

    /// Step-up: min over j ≥ i of p(j) × m / j, in the order of the input.
    ///
    /// Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57 (1995) 289–300.
    static func adjusted(_ p: [Double]) -> [Double] {
        var adjusted = p
        var least = 1.0
        for (rank, position) in p.indices.sorted(by: { p[$0] > p[$1] }).enumerated() {
            // The quotient first: it is exactly 1 for the largest, which is not adjusted.
            least = min(least, p[position] * (Double(p.count) / Double(p.count - rank)))
            adjusted[position] = least
        }
        return adjusted
    }
}
