/// What the change between two rounds is worth: intervals, tests and verdicts.
///
/// The question is whether conditions changed by more than families and answers vary by themselves, so there is no
/// finite correction, also for a census.
package struct RoundChange: Hashable, Sendable {
    /// The population that the question is about.
    package static let basis = "superpopulation"

    /// In framework order.
    package let indicators: [IndicatorChange]
    /// In framework order.
    package let dimensions: [ValueChange]
    package let ikk: ValueChange
    /// How many were adjusted together; without declared targets, all are others.
    package let testedTargets: Int
    package let testedOthers: Int

    /// - Parameter targets: positions of the indicators that the plan declared before the re-survey.
    package init(_ pair: RoundPair, targets: Set<Int> = []) {
        let (scheme, before, after) = (pair.scheme, pair.before, pair.after)
        let framework = scheme.framework
        var indicators = framework.indicators.indices.map { position in
            let isProportion = framework.indicators[position].isProportionOfFamilies
            let (earlier, later) = (before.tallies[position], after.tallies[position])
            return IndicatorChange(
                before: Result { () throws(Absence) in
                    try before.basis.estimate(position, earlier, isProportion: isProportion)
                },
                after: Result { () throws(Absence) in
                    try after.basis.estimate(position, later, isProportion: isProportion)
                },
                change: pair.change(position),
                correlation: pair.correlation(position), isTarget: targets.contains(position),
                cells: pair.panel?.cells[position])
        }
        testedTargets = Self.adjust(&indicators, targets: true)
        testedOthers = Self.adjust(&indicators, targets: false)
        self.indicators = indicators

        let (b, a) = (
            IndexShares(scheme, before.tallies.map(\.hasValue)), IndexShares(scheme, after.tallies.map(\.hasValue))
        )
        let (was, now) = (scheme.values(of: before, b), scheme.values(of: after, a))
        func change(_ before: Double?, _ after: Double?, _ b: [Double], _ a: [Double]) -> ValueChange {
            let change: Double? = if let before, let after { after - before } else { nil }
            return ValueChange(change, variance: pair.variance(before: b, after: a))
        }
        dimensions = framework.dimensions.indices.map {
            change(was.dimensions[$0], now.dimensions[$0], b.dimensions[$0], a.dimensions[$0])
        }
        ikk = change(was.ikk, now.ikk, b.ikk, a.ikk)
    }

    /// Benjamini–Hochberg over the indicators tested, targets and others separately; returns how many there were.
    private static func adjust(_ indicators: inout [IndicatorChange], targets: Bool) -> Int {
        let tested = indicators.indices.filter { indicators[$0].isTested && indicators[$0].isTarget == targets }
        let adjusted = FalseDiscovery.adjusted(tested.map { indicators[$0].test?.p ?? 1 })
        for (position, p) in zip(tested, adjusted) { indicators[position].decide(adjustedP: p) }
        return tested.count
    }
}
