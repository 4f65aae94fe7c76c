extension ScoringScheme {
    /// What the index gains, in points, if one indicator alone comes to where it is no longer weak, all else as it was.
    ///
    /// One an indicator, in framework order: 0 where it is not weak, nil where it has no value. Gains of several add up,
    /// as the shares of the others stay.
    package func gainsAtThreshold(_ tallies: [IndicatorTally]) throws(FrameworkMismatch) -> [Double?] {
        try FrameworkMismatch.check(tallies.count, is: framework.indicators.count)
        let shares = IndexShares(self, tallies.map(\.hasValue)).ikk
        return zip(shares, tallies).map { share, tally in
            let needed = tally.neededToReachThreshold(
                weakBelow: framework.weakBelow, digits: framework.roundingDigits)
            guard let needed else { return nil }
            var cleared = tally
            cleared.good += needed
            return share * (cleared.points - tally.points)
        }
    }
}
