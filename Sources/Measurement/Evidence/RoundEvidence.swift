/// What is kept of a closed round so that its figures have intervals without its families being read again.
///
/// Everything that is said about the sureness of a round and of its changes is a linear combination of its indicators,
/// and the variance of any of those follows from the covariances of the indicators: Var(Σ c_i R_i) = c′Σc.
package struct RoundEvidence: Hashable, Sendable {
    /// What one indicator's families tell beyond its tally.
    package struct Indicator: Hashable, Sendable {
        /// Families with an eligible unit and an answer.
        package let families: Int
        /// Whether all of those have exactly the same share of good units.
        package let isUniform: Bool

        package init(families: Int, isUniform: Bool) {
            self.families = families
            self.isUniform = isUniform
        }
    }

    package let design: SurveyDesign
    /// Families that enter the index (n).
    package let counted: Int
    /// Families that the round speaks for (N).
    package let represented: Int
    /// What varies: RTs where they were drawn as clusters, otherwise families.
    package let units: Int
    /// In framework order.
    package let indicators: [Indicator]
    /// Of the indicators as shares of 0 to 1, in framework order, without finite correction; all 0 where nothing can
    /// vary because there is one unit or none.
    package let covariance: SymmetricMatrix

    /// From the families of a round.
    package init(families: RoundFamilies, design: SurveyDesign, represented: Int) throws(EvidenceFault) {
        let rank = RTOrder([families])
        let rows = SpreadRows(
            design: design, units: [Array(0..<families.count)], unitCount: families.count, rts: rank.positions,
            rtCount: rank.count)
        try self.init(
            design: design, counted: families.count, represented: represented, units: rows.count,
            indicators: families.uniformity(), covariance: rows.covariance(of: [families]))
    }

    /// As read back from storage.
    package init(
        design: SurveyDesign, counted: Int, represented: Int, units: Int, indicators: [Indicator],
        covariance: SymmetricMatrix
    ) throws(EvidenceFault) {
        let counts = 0...IndicatorTally.most
        guard counts ~= counted, counts ~= represented, 0...counted ~= units,
            indicators.allSatisfy({ 0...counted ~= $0.families })
        else { throw .impossible }
        guard counted <= represented else {
            throw .moreCountedThanRepresented(counted: counted, represented: represented)
        }
        try covariance.check(order: indicators.count)
        self.design = design
        self.counted = counted
        self.represented = represented
        self.units = units
        self.indicators = indicators
        self.covariance = covariance
    }

    /// Over these indicators only, in this order.
    package func selecting(_ positions: [Int]) throws(EvidenceFault) -> RoundEvidence {
        guard positions.allSatisfy(indicators.indices.contains) else { throw .impossible }
        return try RoundEvidence(
            design: design, counted: counted, represented: represented, units: units,
            indicators: positions.map { indicators[$0] }, covariance: covariance.selecting(positions))
    }

    /// Why nothing can be said of how sure the round is; nil where it can.
    package var absence: Absence? {
        if counted < 2 { return .fewerThanTwoFamilies }
        return units < 2 ? .fewerThanTwoClusters : nil
    }

    /// The share of the represented families that are counted (f).
    var fraction: Double { represented > 0 ? Double(counted) / Double(represented) : 0 }

    /// The same for those of them that answered the item (f_i).
    func fraction(of tally: IndicatorTally) -> Double {
        represented > 0 ? Double(counted - tally.familiesMissing) / Double(represented) : 0
    }
}

/// Evidence that cannot be, or cannot be of these rounds.
package enum EvidenceFault: Error, Hashable, Sendable {
    /// A round cannot speak for fewer families than it counts.
    case moreCountedThanRepresented(counted: Int, represented: Int)
    /// Another number of indicators than the framework or the other round has.
    case mismatch(FrameworkMismatch)
    /// A count is negative or larger than its whole, a variance negative, or a number not finite.
    case impossible
}

extension SymmetricMatrix {
    /// Throws unless this can be a covariance of so many estimates.
    func check(order expected: Int) throws(EvidenceFault) {
        do throws(FrameworkMismatch) {
            try FrameworkMismatch.check(order, is: expected)
        } catch {
            throw .mismatch(error)
        }
        guard packed.allSatisfy(\.isFinite), (0..<order).allSatisfy({ self[$0, $0] >= 0 }) else { throw .impossible }
    }
}

/// The RTs of one round or two in order of code.
struct RTOrder {
    let count: Int
    /// For each round, for each of its families.
    let positions: [[Int]]

    init(_ rounds: [RoundFamilies]) {
        let codes = Set(rounds.flatMap(\.rtCodes)).sorted()
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        count = codes.count
        positions = rounds.map { round in
            let place = round.rtCodes.map { places[$0] ?? 0 }
            return round.rts.map { place[$0] }
        }
    }
}

extension RoundFamilies {
    /// Compares g/e of every family with that of the first by whole numbers: g × e′ = g′ × e.
    fileprivate func uniformity() -> [RoundEvidence.Indicator] {
        (0..<indicatorCount).map { indicator in
            var families = 0
            var isUniform = true
            var (firstGood, firstEligible) = (0, 0)
            for place in stride(from: indicator, to: eligible.count, by: indicatorCount) where eligible[place] > 0 {
                let (units, goodOnes) = (Int(eligible[place]), Int(good[place]))
                if families == 0 { (firstGood, firstEligible) = (goodOnes, units) }
                families += 1
                isUniform = isUniform && goodOnes * firstEligible == firstGood * units
            }
            return RoundEvidence.Indicator(families: families, isUniform: families > 0 && isUniform)
        }
    }
}
