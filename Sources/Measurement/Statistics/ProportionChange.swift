/// The change between two shares, by the square-and-add method: one interval and one p-value that agree.
///
/// R. G. Newcombe, Interval estimation for the difference between independent proportions, Stat Med 17 (1998) 873–890
/// (method 10), and for paired data 17 (1998) 2635–2650; with the correlation of any two estimates: G. Y. Zou and
/// A. Donner, Construction of confidence limits about effect measures, Stat Med 27 (2008) 1693–1702.
struct ProportionChange {
    let before: Proportion
    let after: Proportion
    /// The correlation ρ of the two estimates; 0 for independent rounds.
    let correlation: Double

    /// After − before.
    var change: Double { after.share - before.share }

    /// δ ∓ √(x² − 2ρxy + y²), x and y being the distances of the two shares to their own limits.
    var interval: Interval {
        Interval(
            lower: Self.lower(of: after, over: before, correlation, z: Normal.z95),
            upper: -Self.lower(of: before, over: after, correlation, z: Normal.z95))
    }

    /// Two-sided: the level at which the interval just touches zero; 1 without a change, 0 where it never does.
    ///
    /// The touching point is looked for on the side of z = 1.96 on which it must be for the interval above, so that
    /// the two never contradict each other, also where a correlation near 1 makes the interval shrink as z grows.
    var p: Double {
        guard change != 0 else { return 1 }
        let (high, low) = change > 0 ? (after, before) : (before, after)
        func excludesZero(_ z: Double) -> Bool { Self.lower(of: high, over: low, correlation, z: z) > 0 }
        // Below, zero is outside the interval; above, it is inside.
        var (below, above) = (0.0, Normal.z95)
        while excludesZero(above) {
            guard above < Self.farthest else { return 0 }
            (below, above) = (above, above * 1.25)
        }
        // The tail magnifies a relative error of z by z²: at z = 39 this leaves 10 digits.
        while above - below > 1e-14 * above {
            let middle = (below + above) / 2
            if excludesZero(middle) { below = middle } else { above = middle }
        }
        return Normal.twoSided(above)
    }

    /// From here on the tail of the normal distribution is 0 in binary floats.
    private static let farthest = 39.0

    /// The lower limit of `high` − `low`. The upper limit is the negative one of the difference the other way round,
    /// which makes swapping the rounds mirror the interval to the last bit.
    private static func lower(
        of high: Proportion, over low: Proportion, _ correlation: Double, z: Double
    ) -> Double {
        let (down, up) = (high.share - high.limits(z).lower, low.limits(z).upper - low.share)
        let square = (down * down + up * up) - 2 * correlation * (down * up)
        return (high.share - low.share) - max(0, square).squareRoot()
    }
}
