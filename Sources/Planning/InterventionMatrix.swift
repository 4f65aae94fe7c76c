package import Measurement

/// Matriks intervensi: each indicator of a plan beside each intervention that aims at it, and what is red and has none.
package struct InterventionMatrix: Sendable {
    /// By what the plan's indicators are judged.
    package struct Baseline: Hashable, Sendable {
        package let basis: SurveyRound.Basis
        /// The day on which it was closed, in the kabupaten.
        package let closedOn: CalendarDay

        package init(basis: SurveyRound.Basis, closedOn: CalendarDay) {
            self.basis = basis
            self.closedOn = closedOn
        }
    }

    /// What a budget line gives to an intervention.
    package struct Line: Hashable, Sendable {
        package let id: BudgetLine.ID
        package let title: String
        package let code: SubActivityCode?
        package let nomenclature: String?
        package let budgetYear: Int
        package let source: Funding.Source
        package let amount: Rupiah

        package init(
            id: BudgetLine.ID, title: String, code: SubActivityCode?, nomenclature: String?, budgetYear: Int,
            source: Funding.Source, amount: Rupiah
        ) {
            self.id = id
            self.title = title
            self.code = code
            self.nomenclature = nomenclature
            self.budgetYear = budgetYear
            self.source = source
            self.amount = amount
        }
    }

    /// An intervention with what stands beside it in other places.
    package struct Entry: Hashable, Sendable {
        package let intervention: Intervention
        /// By year and title.
        package let lines: [Line]
        /// Of the last report, as far as the caller may read them.
        package let words: ProgressReport.Words?

        package init(intervention: Intervention, lines: [Line], words: ProgressReport.Words?) {
            self.intervention = intervention
            self.lines = lines
            self.words = words
        }

        package var counts: Bool { Intervention.State.committed.contains(intervention.state) }

        /// What the plan counts of its money; nil where it does not count on the intervention.
        package var budget: Rupiah? { counts ? intervention.terms.budget : nil }
    }

    package struct Row: Sendable {
        /// From 1.
        package let number: Int
        /// The first row of the same intervention; nil in that row itself, and without an intervention. Money and volume
        /// stand in the first alone, so that sums of rows are sums of interventions.
        package let sameAs: Int?
        package let place: Place
        /// Nil of an intervention that aims at nothing.
        package let subject: PlanFinding.Subject?
        package let dimension: Framework.Dimension?
        package let baseline: Baseline?
        /// As the plan declares it.
        package let target: Hundredths?
        /// Nil of a red indicator that nothing the plan counts on aims at.
        package let entry: Entry?

        package init(
            number: Int, sameAs: Int?, place: Place, subject: PlanFinding.Subject?, dimension: Framework.Dimension?,
            baseline: Baseline?, target: Hundredths?, entry: Entry?
        ) {
            self.number = number
            self.sameAs = sameAs
            self.place = place
            self.subject = subject
            self.dimension = dimension
            self.baseline = baseline
            self.target = target
            self.entry = entry
        }

        /// The intervention where it is told with its money: once.
        package var counted: Entry? { sameAs == nil ? entry : nil }

        /// Nil while the baseline is open, and where the indicator has no value.
        package var isWeak: Bool? { subject?.score.flatMap { $0.score == nil ? nil : $0.isWeak } }
    }

    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let state: ActionPlan.State
    package let framework: Framework.ID
    package let weakBelow: Int
    /// Nil while it is open.
    package let baseline: Baseline?
    /// In framework order, those of an indicator by reference; what aims at nothing comes last.
    package let rows: [Row]

    package init(
        planID: ActionPlan.ID, lokusID: Lokus.ID, place: Place, state: ActionPlan.State, framework: Framework.ID,
        weakBelow: Int, baseline: Baseline?, rows: [Row]
    ) {
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.state = state
        self.framework = framework
        self.weakBelow = weakBelow
        self.baseline = baseline
        self.rows = rows
    }

    /// Each intervention once, in the order of the rows.
    package var entries: [Entry] { rows.compactMap(\.counted) }
}
