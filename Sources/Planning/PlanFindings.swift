package import Measurement

/// What a plan still lacks, and what in it should be looked at again; computed when it is read.
package struct PlanFindings: Sendable {
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let state: ActionPlan.State
    package let framework: Framework.ID
    /// Of what else there may be, nothing is known: the baseline is still open, or the caller is not told of reports.
    package let checked: [PlanFinding.Kind]
    /// In the order of the kinds; within one, what matters most comes first.
    package let findings: [PlanFinding]

    package init(
        planID: ActionPlan.ID, lokusID: Lokus.ID, place: Place, state: ActionPlan.State, framework: Framework.ID,
        checked: [PlanFinding.Kind], findings: [PlanFinding]
    ) {
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.state = state
        self.framework = framework
        self.checked = checked
        self.findings = findings
    }
}

package struct PlanFinding: Hashable, Sendable {
    /// In the order in which they are told.
    package enum Kind: String, Sendable, CaseIterable {
        case weakWithoutIntervention = "weak_without_intervention"
        case weakWithoutAcceptedIntervention = "weak_without_accepted_intervention"
        /// A later stage of the budget cut the line below what interventions have of it.
        case budgetLineOverdrawn = "budget_line_overdrawn"
        /// Its village says that it is not so.
        case reportDisputed = "report_disputed"
        case reportsOverdue = "reports_overdue"
        case interventionOnClearIndicator = "intervention_on_clear_indicator"
        case indicatorWithoutValue = "indicator_without_value"
        /// A hint and no fault: offices are to work together.
        case sameIndicatorTwoBudgets = "same_indicator_two_budgets"

        /// Those that follow from the values of the baseline.
        package static let ofBaseline: Set = [
            weakWithoutIntervention, weakWithoutAcceptedIntervention, interventionOnClearIndicator,
            indicatorWithoutValue,
        ]
        /// Those that only somebody who reads reports is told of.
        package static let ofReports: Set = [reportDisputed, reportsOverdue]
    }

    /// The one indicator that it is about, as the baseline has it.
    package struct Subject: Hashable, Sendable {
        package let indicator: Framework.Indicator
        /// Nil while the baseline is open.
        package let score: IndicatorScore?
        /// Why there is no value; nil where there is one, or the baseline is open.
        package let absence: Absence?
        /// Nil unless it is weak, and where the baseline is known by values alone.
        package let needed: Int?
        /// What the index gains, in points, once it is no longer weak; nil unless it is.
        package let gain: Double?

        package init(
            indicator: Framework.Indicator, score: IndicatorScore?, absence: Absence?, needed: Int?, gain: Double?
        ) {
            self.indicator = indicator
            self.score = score
            self.absence = absence
            self.needed = needed
            self.gain = gain
        }
    }

    /// An intervention in one line.
    package struct Concerned: Hashable, Sendable {
        package let id: Intervention.ID
        package let planID: ActionPlan.ID
        package let reference: String
        package let title: String
        package let agency: AgencyName
        package let state: Intervention.State
        package let budget: Rupiah

        package init(
            id: Intervention.ID, planID: ActionPlan.ID, reference: String, title: String, agency: AgencyName,
            state: Intervention.State, budget: Rupiah
        ) {
            self.id = id
            self.planID = planID
            self.reference = reference
            self.title = title
            self.agency = agency
            self.state = state
            self.budget = budget
        }
    }

    /// A budget line that gives more than it has.
    package struct Line: Hashable, Sendable {
        package let id: BudgetLine.ID
        package let title: String
        package let code: SubActivityCode?
        package let agency: AgencyName
        package let budgetYear: Int
        package let source: Funding.Source
        package let stage: BudgetLine.Stage
        package let ceiling: Rupiah
        /// With the interventions of other plans.
        package let shared: Rupiah
        /// Of the interventions of this plan.
        package let amount: Rupiah

        package init(
            id: BudgetLine.ID, title: String, code: SubActivityCode?, agency: AgencyName, budgetYear: Int,
            source: Funding.Source, stage: BudgetLine.Stage, ceiling: Rupiah, shared: Rupiah, amount: Rupiah
        ) {
            self.id = id
            self.title = title
            self.code = code
            self.agency = agency
            self.budgetYear = budgetYear
            self.source = source
            self.stage = stage
            self.ceiling = ceiling
            self.shared = shared
            self.amount = amount
        }
    }

    /// How many of the reports that an agency owed are missing after their day.
    package struct Arrears: Hashable, Sendable {
        package let agency: AgencyName
        package let overdue: Int
        package let obligations: Int
        /// The day by which the first of them was due.
        package let since: CalendarDay

        package init(agency: AgencyName, overdue: Int, obligations: Int, since: CalendarDay) {
            self.agency = agency
            self.overdue = overdue
            self.obligations = obligations
            self.since = since
        }
    }

    /// A report of which its village says that what it tells of did not arrive so.
    package struct Dispute: Hashable, Sendable {
        package let reportID: ProgressReport.ID
        package let agency: AgencyName
        package let period: ReportPeriod
        package let state: ProgressReport.State
        /// Until then, in `unit`; as the report says now.
        package let quantity: Hundredths
        package let unit: String
        package let confirmation: ProgressReport.Confirmation

        package init(
            reportID: ProgressReport.ID, agency: AgencyName, period: ReportPeriod, state: ProgressReport.State,
            quantity: Hundredths, unit: String, confirmation: ProgressReport.Confirmation
        ) {
            self.reportID = reportID
            self.agency = agency
            self.period = period
            self.state = state
            self.quantity = quantity
            self.unit = unit
            self.confirmation = confirmation
        }
    }

    package let kind: Kind
    /// Codes of the indicators that it is about, in framework order.
    package let codes: [String]
    package var subject: Subject?
    /// By reference; of other plans of the same village where money may meet there.
    package var interventions: [Concerned] = []
    package var budgetYear: Int?
    /// Sources of their money, in the order of their codes; told where it is about money that may meet.
    package var sources: [Funding.Source] = []
    package var line: Line?
    package var arrears: Arrears?
    package var dispute: Dispute?

    package init(_ kind: Kind, codes: [String] = []) {
        self.kind = kind
        self.codes = codes
    }

    package init(_ kind: Kind, _ subject: Subject) {
        self.init(kind, codes: [subject.indicator.code])
        self.subject = subject
    }

    /// All of what the interventions cost, each once.
    package var budget: Rupiah { interventions.reduce(.zero) { $0 + $1.budget } }
}
