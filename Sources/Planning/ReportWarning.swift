/// A figure that the rules allow and that is hardly true: most likely a slip, so whoever wrote it is asked to look again.
package struct ReportWarning: Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// Below what the report before says, though figures are cumulative.
        case lowerThanBefore = "lower_than_before"
        /// All of the budget is spent and nothing was done.
        case spentWithoutProgress = "spent_without_progress"
        /// Wholly done, of nothing.
        case completeWithoutQuantity = "complete_without_quantity"
        /// Most likely in another unit than the target.
        case quantityFarAboveTarget = "quantity_far_above_target"
        case spentAboveBudget = "spent_above_budget"
    }

    /// The figure to look at, as it is called in a report.
    package enum Field: String, Sendable, CaseIterable {
        case physicalPercent = "physical_percent"
        case quantity
        case spent = "spent_idr"
    }

    package let code: Code
    package let field: Field

    package init(_ code: Code, _ field: Field) {
        self.code = code
        self.field = field
    }
}

extension ProgressReport {
    /// A quantity beyond so many times the target is taken for a slip of the unit.
    private static let timesTarget: Int64 = 10

    /// By field. None of a nil report: its figures are those of the report before, where they were asked about.
    package var warnings: [ReportWarning] {
        guard !progress.isNil else { return [] }
        let figures = progress.figures
        let isUntouched = figures.physicalPercent == .zero
        let found: [(Bool, ReportWarning)] = [
            (share.physicalPercent < .zero, ReportWarning(.lowerThanBefore, .physicalPercent)),
            (
                isUntouched && budget > .zero && figures.spent >= budget,
                ReportWarning(.spentWithoutProgress, .physicalPercent)
            ),
            (share.quantity < .zero, ReportWarning(.lowerThanBefore, .quantity)),
            (
                targetQuantity > .zero && figures.physicalPercent == .complete && figures.quantity == .zero,
                ReportWarning(.completeWithoutQuantity, .quantity)
            ),
            (
                targetQuantity > .zero && figures.quantity.count > Self.timesTarget * targetQuantity.count,
                ReportWarning(.quantityFarAboveTarget, .quantity)
            ),
            (share.spent < .zero, ReportWarning(.lowerThanBefore, .spent)),
            (figures.spent > budget, ReportWarning(.spentAboveBudget, .spent)),
        ]
        return found.filter(\.0).map(\.1)
    }
}

extension Hundredths {
    /// 100 %.
    fileprivate static let complete = Hundredths(100_00)
}
