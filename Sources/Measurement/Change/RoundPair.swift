/// Two rounds of one framework version with what is kept of them, for whatever is asked about their change.
package struct RoundPair: Hashable, Sendable {
    package struct Side: Hashable, Sendable {
        /// In framework order.
        package let tallies: [IndicatorTally]
        package let basis: RoundBasis
        /// The dimensions and the index of a round without families; nil of one with families, whose answers give them.
        package let announced: ShownScores?

        package init(tallies: [IndicatorTally], basis: RoundBasis, announced: ShownScores? = nil) {
            self.tallies = tallies
            self.basis = basis
            self.announced = announced
        }
    }

    package let scheme: ScoringScheme
    package let before: Side
    package let after: Side
    /// Nil where the rounds are independent.
    package let panel: PairEvidence?

    /// Throws where something is not of this framework. Of rounds without families, evidence of a panel is left aside.
    package init(
        scheme: ScoringScheme, before: Side, after: Side, panel: PairEvidence? = nil
    ) throws(EvidenceFault) {
        try scheme.check(before)
        try scheme.check(after)
        let expected = scheme.framework.indicators.count
        guard (panel?.cells.count ?? expected) == expected else {
            throw .mismatch(FrameworkMismatch(expected: expected, found: panel?.cells.count ?? 0))
        }
        self.scheme = scheme
        self.before = before
        self.after = after
        self.panel = before.basis.evidence == nil || after.basis.evidence == nil ? nil : panel
    }

    /// Corr(R_before, R_after) of one indicator: Cov/√(Var Var), cut to −1 to 1; 0 where a variance is 0 or the rounds
    /// are independent.
    func correlation(_ position: Int) -> Double {
        guard let covariance = panel?.covariance, let earlier = before.basis.evidence,
            let later = after.basis.evidence
        else { return 0 }
        let root =
            earlier.covariance[position, position].squareRoot() * later.covariance[position, position].squareRoot()
        guard root > 0 else { return 0 }
        return min(1, max(-1, covariance[position, position + scheme.framework.indicators.count] / root))
    }

    /// Var(Σ a_i R_i(after) − Σ b_i R_i(before)), in shares, without finite correction.
    ///
    /// In a panel the variance of the differences of its families over the union; otherwise variances add.
    func variance(before b: [Double], after a: [Double]) -> Result<Double, Absence> {
        if let absence = Absence.first(before.basis.absence, after.basis.absence) { return .failure(absence) }
        if let covariance = panel?.covariance {
            return .success(covariance.quadratic(b.map { -$0 } + a))
        }
        guard let earlier = before.basis.evidence, let later = after.basis.evidence else {
            return .failure(.totalsOnly)
        }
        return .success(earlier.covariance.quadratic(b) + later.covariance.quadratic(a))
    }

    /// After − before of one indicator in points; nil where a round has no value.
    func change(_ position: Int) -> Double? {
        let (earlier, later) = (before.tallies[position], after.tallies[position])
        return earlier.hasValue && later.hasValue ? later.points - earlier.points : nil
    }

    /// Var(R_after − R_before) of one indicator, in shares; from totals too, where those tell it.
    func variance(ofChange position: Int) -> Result<Double, Absence> {
        guard before.basis.evidence == nil || after.basis.evidence == nil else {
            var unit = [Double](repeating: 0, count: scheme.framework.indicators.count)
            unit[position] = 1
            return variance(before: unit, after: unit)
        }
        let isProportion = scheme.framework.indicators[position].isProportionOfFamilies
        return Result { () throws(Absence) in
            let earlier = try before.basis.estimate(position, before.tallies[position], isProportion: isProportion)
            let later = try after.basis.estimate(position, after.tallies[position], isProportion: isProportion)
            return earlier.variance + later.variance
        }
    }
}
