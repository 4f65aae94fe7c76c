/// How an indicator's weak flag moved between two rounds.
package enum Transition: String, Sendable, CaseIterable {
    case weakToClear = "weak_to_clear"
    case clearToWeak = "clear_to_weak"
    case stayedWeak = "stayed_weak"
    case stayedClear = "stayed_clear"

    init(weakBefore: Bool, weakAfter: Bool) {
        self =
            switch (weakBefore, weakAfter) {
            case (true, false): .weakToClear
            case (false, true): .clearToWeak
            case (true, true): .stayedWeak
            case (false, false): .stayedClear
            }
    }
}

/// One indicator in two rounds.
package struct ComparedIndicator: Hashable, Sendable {
    /// Counts of the earlier round.
    package let before: IndicatorTally
    /// Counts of the later round.
    package let after: IndicatorTally
    /// Nil without an eligible unit.
    package let shownBefore: ShownValue?
    /// Nil without an eligible unit.
    package let shownAfter: ShownValue?
    /// After − before in points, unrounded; nil where a round has no value.
    package let change: Double?
    /// Nil where a round has no value.
    package let transition: Transition?
    /// Weight in the index × change, in points of the index, over the indicators valued in both rounds; nil where a
    /// round has no value or those indicators have no weight at all.
    package internal(set) var contribution: Double?

    init(_ threshold: ScoringScheme.Threshold, before: IndicatorTally, after: IndicatorTally) {
        self.before = before
        self.after = after
        shownBefore = before.shown(digits: threshold.digits)
        shownAfter = after.shown(digits: threshold.digits)
        if let shownBefore, let shownAfter {
            change = after.points - before.points
            transition = Transition(weakBefore: threshold.isWeak(shownBefore), weakAfter: threshold.isWeak(shownAfter))
        } else {
            change = nil
            transition = nil
        }
    }
}

/// A dimension or the index in two rounds, each by its own round's indicators.
package struct ComparedValue: Hashable, Sendable {
    /// In points, unrounded; nil without a value.
    package let before: Double?
    /// In points, unrounded; nil without a value.
    package let after: Double?
    /// As stored when the earlier round was closed.
    package let shownBefore: ShownValue?
    /// As stored when the later round was closed.
    package let shownAfter: ShownValue?
    /// After − before in points, unrounded; nil where it is valued in one round only.
    package let change: Double?

    init(before: Double?, after: Double?, shownBefore: ShownValue?, shownAfter: ShownValue?) {
        self.before = before
        self.after = after
        self.shownBefore = shownBefore
        self.shownAfter = shownAfter
        if let before, let after { change = after - before } else { change = nil }
    }
}

/// The index of both rounds over the indicators valued in both.
package struct CommonIndex: Hashable, Sendable {
    /// Over those indicators only, unrounded and as shown.
    package let before: Score
    /// Over those indicators only, unrounded and as shown.
    package let after: Score
    /// How many indicators are valued in both rounds.
    package let indicators: Int

    /// After − before in points, unrounded: what the contributions add up to.
    package var change: Double { after.value - before.value }
}
