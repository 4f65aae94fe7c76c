/// How far an intervention has got by the end of a period, cumulative since its start.
package struct Progress: Hashable, Sendable {
    package let reportID: ProgressReport.ID
    package let period: ReportPeriod
    /// Nothing happened in the period: the figures are those before it.
    package let isNil: Bool
    package let figures: ProgressFigures

    package init(reportID: ProgressReport.ID, period: ReportPeriod, isNil: Bool, figures: ProgressFigures) {
        self.reportID = reportID
        self.period = period
        self.isNil = isNil
        self.figures = figures
    }
}

/// Physical and financial realisation.
package struct ProgressFigures: Hashable, Sendable {
    /// 0 to 100 per cent when cumulative.
    package let physicalPercent: Hundredths
    /// In the unit of the intervention.
    package let quantity: Hundredths
    package let spent: Rupiah

    package init(physicalPercent: Hundredths, quantity: Hundredths, spent: Rupiah) {
        self.physicalPercent = physicalPercent
        self.quantity = quantity
        self.spent = spent
    }
}

/// What an agency says of one intervention in one period.
package struct ProgressReport: Hashable, Sendable {
    package typealias ID = Identifier<ProgressReport>

    /// What the caller may read of the words beside the figures.
    package struct Words: Hashable, Sendable {
        package let obstacles: String
        package let followUp: String
        /// Where the figures come from; empty where nobody said.
        package let basis: String

        package init(obstacles: String, followUp: String, basis: String = "") {
            self.obstacles = obstacles
            self.followUp = followUp
            self.basis = basis
        }
    }

    package let interventionID: Intervention.ID
    package let reference: String
    package let title: String
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let agencyCode: String
    package let agencyName: String
    package let targetQuantity: Hundredths
    package let unit: String
    package let budget: Rupiah
    package let progress: Progress
    /// What the period itself added; below zero where a cumulative figure was corrected downwards.
    package let share: ProgressFigures
    package let status: Status
    package let words: Words
    /// Nil where the caller may not know.
    package let reportedBy: String?
    package let stamp: Stamp
    /// Nil where its village has said nothing of it.
    package var confirmation: Confirmation?
    /// For the caller of now; nil in a list.
    package var may: May?

    package var id: ID { progress.reportID }

    package init(
        interventionID: Intervention.ID, reference: String, title: String, planID: ActionPlan.ID, lokusID: Lokus.ID,
        agencyCode: String, agencyName: String, targetQuantity: Hundredths, unit: String, budget: Rupiah,
        progress: Progress, share: ProgressFigures, status: Status, words: Words, reportedBy: String?, stamp: Stamp
    ) {
        self.interventionID = interventionID
        self.reference = reference
        self.title = title
        self.planID = planID
        self.lokusID = lokusID
        self.agencyCode = agencyCode
        self.agencyName = agencyName
        self.targetQuantity = targetQuantity
        self.unit = unit
        self.budget = budget
        self.progress = progress
        self.share = share
        self.status = status
        self.words = words
        self.reportedBy = reportedBy
        self.stamp = stamp
    }
}

package struct ProgressReportDraft: Hashable, Sendable {
    package let period: ReportPeriod
    /// Nil: nothing happened in the period ("nihil").
    package let figures: ProgressFigures?
    package let words: ProgressReport.Words
    /// To be submitted later.
    package let isDraft: Bool

    package init(
        period: ReportPeriod, figures: ProgressFigures?, words: ProgressReport.Words, isDraft: Bool = false
    ) {
        self.period = period
        self.figures = figures
        self.words = words
        self.isDraft = isDraft
    }
}

/// A correction; what is nil stays.
package struct ProgressReportChange: Hashable, Sendable {
    /// `.clear` makes it a nil report.
    package let figures: Change<ProgressFigures>
    package let obstacles: String?
    package let followUp: String?
    /// What is said of an amount goes with it where that changes, unless the new one comes from there too.
    package let basis: String?

    package init(figures: Change<ProgressFigures>, obstacles: String?, followUp: String?, basis: String? = nil) {
        self.figures = figures
        self.obstacles = obstacles
        self.followUp = followUp
        self.basis = basis
    }

    package var isEmpty: Bool { figures == .keep && obstacles == nil && followUp == nil && basis == nil }
}

/// A report that is due, overdue or made.
package struct ReportObligation: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case due, overdue, reported
    }

    package let interventionID: Intervention.ID
    package let reference: String
    package let title: String
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let agencyCode: String
    package let agencyName: String
    package let period: ReportPeriod
    package let dueOn: CalendarDay
    package let state: State
    /// 0 unless overdue.
    package let daysOverdue: Int
    /// Set also where there is a report that is a draft or was sent back: it is due still.
    package let reportID: ProgressReport.ID?
    package let reportState: ProgressReport.State?

    package init(
        interventionID: Intervention.ID, reference: String, title: String, planID: ActionPlan.ID, lokusID: Lokus.ID,
        place: Place, agencyCode: String, agencyName: String, period: ReportPeriod, dueOn: CalendarDay, state: State,
        daysOverdue: Int, reportID: ProgressReport.ID?, reportState: ProgressReport.State?
    ) {
        self.interventionID = interventionID
        self.reference = reference
        self.title = title
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.agencyCode = agencyCode
        self.agencyName = agencyName
        self.period = period
        self.dueOn = dueOn
        self.state = state
        self.daysOverdue = daysOverdue
        self.reportID = reportID
        self.reportState = reportState
    }
}
