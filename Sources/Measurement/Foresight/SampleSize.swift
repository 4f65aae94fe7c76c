/// How many families a survey has to ask.
package struct SampleSize: Hashable, Sendable {
    /// Rounded up.
    package let families: Int
    /// Whether the village has so many.
    package let isReachable: Bool

    /// For an interval of ± `halfWidth` points around a value of `share`, in a village of so many families:
    /// n₀ = z² p(1−p)/e² × design effect, n = n₀/(1 + (n₀ − 1)/N).
    ///
    /// W. G. Cochran, Sampling Techniques, 3rd edition (1977), sections 4.4 and 5.3.
    package init?(
        describing share: Double = 0.5, within halfWidth: Double, village: Int, designEffect: Double = 1
    ) {
        guard 0...1 ~= share, halfWidth > 0, village > 0, designEffect > 0, designEffect.isFinite else { return nil }
        let error = halfWidth / 100
        let simple = max(1, Normal.z95 * Normal.z95 * share * (1 - share) / (error * error) * designEffect)
        self.init(simple / (1 + (simple - 1) / Double(village)), village: village)
    }

    /// For each of two independent rounds to find a change of so many points, as `DetectableChange` counts it.
    ///
    /// Without finite correction: a change is about more than the families of the day.
    package init?(
        finding change: Double, of share: Double, village: Int, comparisons: Int = 1, designEffect: Double = 1
    ) {
        guard 0...1 ~= share else { return nil }
        self.init(finding: change, variance: 2 * share * (1 - share), village, comparisons, designEffect)
    }

    /// For a panel with this discordant share to find a change of so many points.
    package init?(
        finding change: Double, discordance: Double = DetectableChange.usualDiscordance, village: Int,
        comparisons: Int = 1, designEffect: Double = 1
    ) {
        guard 0...1 ~= discordance else { return nil }
        self.init(finding: change, variance: discordance, village, comparisons, designEffect)
    }

    private init?(
        finding change: Double, variance: Double, _ village: Int, _ comparisons: Int, _ designEffect: Double
    ) {
        guard change > 0, village > 0, comparisons > 0, designEffect > 0, designEffect.isFinite else { return nil }
        let errors = Foresight.reach(comparisons) / (change / 100)
        self.init(max(1, variance * designEffect * errors * errors), village: village)
    }

    private init(_ exact: Double, village: Int) {
        // A size that is whole but for rounding is not rounded up to the next.
        families = Int(min(Double(IndicatorTally.most), (exact - 1e-9).rounded(.up)))
        isReachable = families <= village
    }
}
