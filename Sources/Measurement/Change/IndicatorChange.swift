/// How sure an indicator's change is: 95 %, about more than these families and answers.
package struct IndicatorChange: Hashable, Sendable {
    /// What a change was tested to be.
    package struct Test: Hashable, Sendable {
        /// In points.
        package let interval: Interval
        /// Two-sided, of this indicator alone.
        package let p: Double
        /// Of the estimates of the two rounds; 0 where they are independent.
        package let correlation: Double
        /// How many independent answers the value of each round is worth.
        package let effectiveBefore: Double
        package let effectiveAfter: Double

        init(_ change: ProportionChange, points: Double) {
            interval = change.interval.inPoints(around: points)
            p = change.p
            correlation = change.correlation
            effectiveBefore = change.before.size
            effectiveAfter = change.after.size
        }
    }

    /// After − before in points; nil where a round has no value.
    package let change: Double?
    /// Nil where nothing can be said, with the reason.
    package let test: Test?
    /// Over its group; nil where it was not tested.
    package internal(set) var adjustedP: Double?
    package internal(set) var verdict: Verdict
    package let reason: ChangeReason?
    /// Whether the plan declared it before the re-survey; targets and others are adjusted separately.
    package let isTarget: Bool
    /// Beside it, families that answered in both rounds; nil without a panel or where persons or points are counted.
    package let cells: PairedCells?

    /// Whether its own interval excludes 0 and the verdict is `cannot_tell` only because so many were compared.
    package var isUndecidedByComparisons: Bool {
        guard verdict == .cannotTell, reason == nil, let test else { return false }
        return test.p <= FalseDiscovery.level
    }

    /// Whether it belongs to the indicators tested.
    var isTested: Bool { test != nil && reason == nil }

    /// Not yet adjusted: `cannot_tell`.
    init(
        before: Result<IndicatorEstimate, Absence>, after: Result<IndicatorEstimate, Absence>, change: Double?,
        correlation: Double, isTarget: Bool, cells: PairedCells?
    ) {
        self.change = change
        self.isTarget = isTarget
        self.cells = cells
        guard case .success(let earlier) = before, case .success(let later) = after, let change else {
            (test, verdict) = (nil, .notComparable)
            reason = ChangeReason(before: before.absence, after: after.absence)
            return
        }
        test = Test(
            ProportionChange(before: earlier.proportion, after: later.proportion, correlation: correlation),
            points: change)
        verdict = .cannotTell
        reason = min(earlier.families, later.families) < Certainty.fewestFamilies ? .tooFew : nil
    }

    mutating func decide(adjustedP: Double) {
        self.adjustedP = adjustedP
        guard adjustedP <= FalseDiscovery.level, let change, change != 0 else { return }
        verdict = change > 0 ? .improved : .worsened
    }
}

extension Result where Failure == Absence {
    fileprivate var absence: Absence? {
        if case .failure(let absence) = self { absence } else { nil }
    }
}
