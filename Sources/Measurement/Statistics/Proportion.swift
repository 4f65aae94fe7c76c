/// A share of 0 to 1 and how many independent answers it is worth.
struct Proportion: Hashable {
    let share: Double
    /// The effective size: what a simple random sample would have needed to say it as surely; positive.
    let size: Double

    /// Wilson's score limits at `z` standard deviations:
    /// (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    ///
    /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212.
    /// A share of 0 or 1 keeps that limit exactly, where the formula would leave a rounding error.
    func limits(_ z: Double) -> (lower: Double, upper: Double) {
        let square = z * z / size
        let spread = z * (share * (1 - share) / size + square / (4 * size)).squareRoot()
        let (centre, scale) = (share + square / 2, 1 + square)
        // Rounding must not put a limit on the wrong side of the share.
        let lower = share == 0 ? 0 : min(share, max(0, (centre - spread) / scale))
        let upper = share == 1 ? 1 : max(share, min(1, (centre + spread) / scale))
        return (lower, upper)
    }
}
