/// What the families of one round say on one indicator, added up.
package struct IndicatorTally: Hashable, Sendable {
    /// The most units or families that a stored tally can have; it keeps the integer arithmetic far from overflow.
    package static let most = 1_000_000_000

    /// Eligible units (families, or persons) in good condition.
    package internal(set) var good = 0
    /// Eligible units; 0 means that the indicator has no value in this round.
    package internal(set) var eligible = 0
    /// Families with status 1 or 2 without an answer; families also where the unit is a person.
    package internal(set) var familiesMissing = 0
    /// Families with status 1 or 2 in which nobody is eligible; families also where the unit is a person.
    package internal(set) var familiesNotApplicable = 0
    /// False where a round without families does not tell the indicator; then it has no value, and all counts are 0.
    package private(set) var isKnown = true

    /// Of an indicator that was not announced: something else than one for which nobody is eligible.
    package static let unknown: IndicatorTally = {
        var tally = IndicatorTally()
        tally.isKnown = false
        return tally
    }()

    /// Nothing counted yet.
    package init() {}

    /// As entered or read back from storage; nil where good exceeds eligible or a count is outside 0 to `most`.
    package init?(good: Int, eligible: Int, familiesMissing: Int = 0, familiesNotApplicable: Int = 0) {
        let counts = 0...Self.most
        guard counts ~= eligible, 0...eligible ~= good, counts ~= familiesMissing, counts ~= familiesNotApplicable
        else { return nil }
        self.good = good
        self.eligible = eligible
        self.familiesMissing = familiesMissing
        self.familiesNotApplicable = familiesNotApplicable
    }

    /// Whether the indicator has a value, that is, any eligible unit.
    package var hasValue: Bool { eligible > 0 }

    /// 100 × good / eligible in points, unrounded; nil without an eligible unit.
    package var value: Double? { hasValue ? points : nil }

    /// The value where the caller has checked that there is one.
    var points: Double { Double(100 * good) / Double(eligible) }

    /// The value rounded half up to `digits` (0 to 4) decimals, from the exact fraction; nil without an eligible unit.
    package func shown(digits: Int) -> ShownValue? {
        guard hasValue else { return nil }
        // ⌊x + 1/2⌋ of x = 100·10^digits·good/eligible, over the common denominator 2·eligible.
        let units = (200 * ShownValue.unitsPerPoint(digits: digits) * good + eligible) / (2 * eligible)
        return ShownValue(trusted: units, digits: digits)
    }

    /// How many more eligible units must become good until the shown value is no longer below `weakBelow` points.
    ///
    /// max(0, ⌈(weakBelow − u/2)/100 × eligible⌉ − good), u = 10^-digits: half a unit of the last shown digit makes it
    /// agree with the weak flag. Nil without an eligible unit.
    package func neededToReachThreshold(weakBelow: Int, digits: Int) -> Int? {
        guard hasValue else { return nil }
        let scale = ShownValue.unitsPerPoint(digits: digits)
        let divisor = 200 * scale
        let least = ((2 * weakBelow * scale - 1) * eligible + divisor - 1) / divisor
        return max(0, least - good)
    }

    /// Adds the counts of other families of the same round.
    package static func += (total: inout IndicatorTally, part: IndicatorTally) {
        total.good += part.good
        total.eligible += part.eligible
        total.familiesMissing += part.familiesMissing
        total.familiesNotApplicable += part.familiesNotApplicable
    }
}
