/// The smallest change that a re-survey will find with 80 % power at 5 %, in points; said before it takes place.
package struct DetectableChange: Hashable, Sendable {
    /// The share of families whose answer changes between rounds of a panel, unless it is known.
    package static let usualDiscordance = 0.12

    /// Where this is the only indicator compared; nil above 100 points, which no change is.
    package let single: Double?
    /// Where so many are compared: the change that is found even if it is the only one.
    ///
    /// Benjamini–Hochberg asks the smallest of m p-values for 0.05/m, as Bonferroni does; where several indicators
    /// changed it asks for less, so this is the most that the number of comparisons can cost.
    package let amongAll: Double?

    /// For independent rounds: (z_.975 + z_.80) √(2p(1−p)/n).
    ///
    /// - Parameters:
    ///   - share: the value expected, 0 to 1.
    ///   - families: eligible families of each round.
    ///   - designEffect: how many times the variance is that of a simple random sample; 1 or more for clusters.
    package init?(independent share: Double, families: Int, comparisons: Int = 1, designEffect: Double = 1) {
        guard 0...1 ~= share else { return nil }
        self.init(variance: 2 * share * (1 - share), families, comparisons, designEffect)
    }

    /// For a panel with discordant share d: (z_.975 + z_.80) √(d/n).
    package init?(
        panelOf families: Int, discordance: Double = usualDiscordance, comparisons: Int = 1, designEffect: Double = 1
    ) {
        guard 0...1 ~= discordance else { return nil }
        self.init(variance: discordance, families, comparisons, designEffect)
    }

    private init?(variance: Double, _ families: Int, _ comparisons: Int, _ designEffect: Double) {
        guard families > 0, comparisons > 0, designEffect > 0, designEffect.isFinite else { return nil }
        let error = (variance * designEffect / Double(families)).squareRoot()
        func change(_ comparisons: Int) -> Double? {
            let points = 100 * Foresight.reach(comparisons) * error
            return points <= 100 ? points : nil
        }
        single = change(1)
        amongAll = change(comparisons)
    }
}

/// What sample sizes and detectable changes have in common.
enum Foresight {
    /// z at 1 − 0.05/2m, and z_.80: how many standard errors a change must have to be found 4 times out of 5.
    static func reach(_ comparisons: Int) -> Double {
        let z = comparisons == 1 ? Normal.z95 : Normal.quantile(twoSided: FalseDiscovery.level / Double(comparisons))
        return z + Normal.z80
    }
}
