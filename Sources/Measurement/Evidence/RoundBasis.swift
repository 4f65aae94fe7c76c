/// What there is of a round: its families, only the totals of its indicators, or only values.
package enum RoundBasis: Hashable, Sendable {
    case families(RoundEvidence)
    case totals
    case values

    var evidence: RoundEvidence? {
        if case .families(let evidence) = self { evidence } else { nil }
    }

    /// Why nothing can be said of how its indicators vary together; nil where it can.
    var absence: Absence? {
        switch self {
        case .families(let evidence): evidence.absence
        case .totals: .totalsOnly
        case .values: .valuesOnly
        }
    }
}

/// One indicator of a round, as far as its sureness goes.
struct IndicatorEstimate {
    /// In shares of 0 to 1, with its effective size.
    let proportion: Proportion
    /// Of the share, without finite correction.
    let variance: Double
    /// The share of the represented families that answered the item; 0 where there are totals only.
    let fraction: Double
    /// Families with an eligible unit.
    let families: Int
}

extension RoundBasis {
    /// Throws why there is none.
    ///
    /// Effective size: E for families in a census or simple sample; for persons and scores, and anything under clusters
    /// or strata, min(E, R(1−R)/Var(R)), or the families where all have the same share. From totals: E, for families
    /// only.
    func estimate(
        _ position: Int, _ tally: IndicatorTally, isProportion: Bool
    ) throws(Absence) -> IndicatorEstimate {
        guard tally.isKnown else { throw .notPublished }
        guard self != .values else { throw .valuesOnly }
        guard tally.hasValue else { throw .noEligibleUnit }
        let (share, size) = (Double(tally.good) / Double(tally.eligible), Double(tally.eligible))
        guard let evidence else {
            guard isProportion else { throw .totalsWithinFamilies }
            guard tally.eligible >= 2 else { throw .fewerThanTwoFamilies }
            return IndicatorEstimate(
                proportion: Proportion(share: share, size: size), variance: share * (1 - share) / size, fraction: 0,
                families: tally.eligible)
        }
        if let absence = evidence.absence { throw absence }
        let (indicator, variance) = (evidence.indicators[position], evidence.covariance[position, position])
        let effective: Double
        if isProportion && evidence.design.countsFamiliesAsIndependent {
            effective = size
        } else if indicator.isUniform {
            effective = Double(indicator.families)
        } else {
            effective = variance > 0 ? min(size, share * (1 - share) / variance) : size
        }
        return IndicatorEstimate(
            proportion: Proportion(share: share, size: effective), variance: variance,
            fraction: evidence.fraction(of: tally), families: indicator.families)
    }

    /// Families with an eligible unit, as far as they are known.
    func families(_ position: Int, _ tally: IndicatorTally, isProportion: Bool) -> Int? {
        switch self {
        case .families(let evidence): evidence.indicators[position].families
        case .totals: isProportion ? tally.eligible : nil
        case .values: nil
        }
    }
}
