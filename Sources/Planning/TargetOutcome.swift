package import Measurement

/// What a plan declared, as far as a comparison can judge it.
package struct TargetOutcome: Hashable, Sendable {
    /// Of the index; nil where none was declared.
    package let ikk: Hundredths?
    /// Nil where the later round is not the re-survey, and where its index is not the one that was meant: over other
    /// indicators, or by another version than the plan's.
    package let isIKKReached: Bool?
    /// By position of the comparison's indicators.
    package let indicators: [Int: Hundredths]
    /// Of those that the re-survey has a value of.
    package let reached: [Int: Bool]
    /// Codes, in the plan's version, of those that have no part in the comparison.
    package let leftOut: [String]
    /// Whether the later round is the one that targets are for.
    package let isJudged: Bool

    /// - Parameters:
    ///   - codes: What the plan calls the indicators of the comparison.
    ///   - index: Nil where it is not the one that was meant.
    ///   - shown: The later round's value of an indicator.
    package init(
        _ declared: PlanTargets, codes: [String], by purpose: SurveyRound.Purpose, index: ShownValue?,
        shown: (Int) -> ShownValue?
    ) {
        let positions = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
        isJudged = purpose.judgesTargets
        ikk = declared.ikk
        isIKKReached = isJudged ? declared.ikk?.isReached(by: index) : nil
        let placed = declared.indicators.compactMap { target in
            positions[target.indicatorCode].map { ($0, target.value) }
        }
        indicators = Dictionary(placed) { first, _ in first }
        leftOut = declared.indicators.map(\.indicatorCode).filter { positions[$0] == nil }
        let judged =
            isJudged
            ? indicators.compactMap { position, target in
                target.isReached(by: shown(position)).map { (position, $0) }
            } : []
        reached = Dictionary(judged) { first, _ in first }
    }

    /// How many indicators have a target, in the comparison or not.
    package var declared: Int { indicators.count + leftOut.count }

    /// Positions of those that are tested apart from the others.
    package var tested: Set<Int> { isJudged ? Set(indicators.keys) : [] }
}

extension Hundredths {
    /// Whether a shown value is at least this one; nil without a value.
    fileprivate func isReached(by shown: ShownValue?) -> Bool? {
        guard let shown, let target = ShownValue(units: Int(count), digits: 2) else { return nil }
        return shown >= target
    }
}
