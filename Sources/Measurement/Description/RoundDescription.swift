/// How sure one indicator of a round is: 95 %, about this village's families now.
package struct DescribedIndicator: Hashable, Sendable {
    /// Wilson's, in points, with the effective size over the share of families not asked: n_e/(1 − f_i).
    package let interval: Interval?
    /// In points: 100 √(Var (1 − f_i)).
    package let standardError: Double?
    /// How many independent answers the value is worth, without finite correction.
    package let effectiveSize: Double?
    package let relativeError: RelativeError?
    package let certainty: Certainty?
    /// Why there is no interval; nil where there is one.
    package let absence: Absence?
}

/// How sure a dimension or the index of a round is.
package struct DescribedValue: Hashable, Sendable {
    /// In points: 100 √(Var (1 − f)).
    package let standardError: Double?
    /// Value ± z × SE, cut to 0 to 100.
    package let interval: Interval?
    package let relativeError: RelativeError?
    /// Why there is no interval; nil where there is one.
    package let absence: Absence?

    init(_ value: Double?, variance: Result<Double, Absence>) {
        do throws(Absence) {
            guard let value else { throw .noValue }
            let standardError = 100 * (try variance.get()).squareRoot()
            self.standardError = standardError
            interval = Interval(value, standardError: standardError, in: 0...100)
            relativeError = RelativeError(standardError: standardError, of: value)
            absence = nil
        } catch {
            (standardError, interval, relativeError, absence) = (nil, nil, nil, error)
        }
    }
}

/// A round described: how far its figures can be from those of all families that it speaks for.
///
/// The families that were not counted are the uncertainty, so a census that reached everybody has none. Those who did
/// not answer are treated as missing at random, an assumption to be said with the counts. Gaps in single items widen
/// the interval of the indicator, and not those of its dimension and the index.
package struct RoundDescription: Hashable, Sendable {
    /// In framework order.
    package let indicators: [DescribedIndicator]
    /// In framework order.
    package let dimensions: [DescribedValue]
    package let ikk: DescribedValue

    /// From the counts of a round, one tally an indicator in framework order, and what else is kept of it.
    package init(
        scheme: ScoringScheme, indicators tallies: [IndicatorTally], basis: RoundBasis
    ) throws(EvidenceFault) {
        try self.init(scheme: scheme, side: RoundPair.Side(tallies: tallies, basis: basis))
    }

    /// The same of one round of a pair.
    package init(scheme: ScoringScheme, side: RoundPair.Side) throws(EvidenceFault) {
        let (tallies, basis) = (side.tallies, side.basis)
        try scheme.check(side)
        let framework = scheme.framework
        indicators = framework.indicators.indices.map {
            DescribedIndicator(scheme, $0, tallies[$0], basis)
        }
        let shares = IndexShares(scheme, tallies.map(\.hasValue))
        let values = scheme.values(of: side, shares)
        dimensions = framework.dimensions.indices.map { position in
            DescribedValue(values.dimensions[position], variance: basis.variance(shares.dimensions[position]))
        }
        ikk = DescribedValue(values.ikk, variance: basis.variance(shares.ikk))
    }
}

extension DescribedIndicator {
    fileprivate init(_ scheme: ScoringScheme, _ position: Int, _ tally: IndicatorTally, _ basis: RoundBasis) {
        let isProportion = scheme.framework.indicators[position].isProportionOfFamilies
        do throws(Absence) {
            let estimate = try basis.estimate(position, tally, isProportion: isProportion)
            let (share, left) = (estimate.proportion.share, 1 - estimate.fraction)
            let limits =
                left > 0
                ? Proportion(share: share, size: estimate.proportion.size / left).limits(Normal.z95) : (share, share)
            let points = Interval(lower: limits.0, upper: limits.1).inPoints(around: tally.points)
            let error = 100 * (estimate.variance * max(0, left)).squareRoot()
            interval = points
            standardError = error
            effectiveSize = estimate.proportion.size
            relativeError = RelativeError(standardError: error, of: tally.points)
            certainty = scheme.certainty(families: estimate.families, points)
            absence = nil
        } catch {
            (interval, standardError, effectiveSize, relativeError) = (nil, nil, nil, nil)
            certainty =
                tally.hasValue
                ? basis.families(position, tally, isProportion: isProportion).flatMap {
                    scheme.certainty(families: $0, nil)
                } : nil
            absence = error
        }
    }
}

extension RoundBasis {
    /// Var(Σ c_i R_i) × (1 − f), in shares.
    fileprivate func variance(_ coefficients: [Double]) -> Result<Double, Absence> {
        if let absence { return .failure(absence) }
        guard let evidence else { return .failure(.totalsOnly) }
        return .success(evidence.covariance.quadratic(coefficients) * max(0, 1 - evidence.fraction))
    }
}
