package import Measurement

/// Rencana aksi: what a lokus does in its cycle.
package struct ActionPlan: Hashable, Sendable {
    package typealias ID = Identifier<ActionPlan>

    package struct Totals: Hashable, Sendable {
        package let interventions: Int
        package let assigned: Int
        package let accepted: Int
        package let budget: Rupiah
        /// As verified.
        package let spent: Rupiah
        package let said: Said

        package init(
            interventions: Int, assigned: Int, accepted: Int, budget: Rupiah, spent: Rupiah, said: Said
        ) {
            self.interventions = interventions
            self.assigned = assigned
            self.accepted = accepted
            self.budget = budget
            self.spent = spent
            self.said = said
        }
    }

    /// What agencies reported, verified or not: it stands beside what counts.
    package struct Said: Hashable, Sendable {
        /// Interventions with at least one report.
        package let reporting: Int
        /// Those of them of which the newest report is not verified.
        package let unverified: Int
        package let spent: Rupiah

        package init(reporting: Int, unverified: Int, spent: Rupiah) {
            self.reporting = reporting
            self.unverified = unverified
            self.spent = spent
        }
    }

    package struct AgencyTotal: Hashable, Sendable {
        package let code: String
        package let shortName: String
        package let interventions: Int
        package let budget: Rupiah
        /// As verified.
        package let spent: Rupiah
        package let said: Said

        package init(
            code: String, shortName: String, interventions: Int, budget: Rupiah, spent: Rupiah, said: Said
        ) {
            self.code = code
            self.shortName = shortName
            self.interventions = interventions
            self.budget = budget
            self.spent = spent
            self.said = said
        }
    }

    /// What a budget line gives to the interventions of the plan, together.
    package struct LineTotal: Hashable, Sendable {
        package let id: BudgetLine.ID
        package let title: String
        package let code: SubActivityCode?
        package let budgetYear: Int
        package let source: Funding.Source
        package let amount: Rupiah
        package let ceiling: Rupiah
        /// With the interventions of other plans.
        package let shared: Rupiah

        package init(
            id: BudgetLine.ID, title: String, code: SubActivityCode?, budgetYear: Int, source: Funding.Source,
            amount: Rupiah, ceiling: Rupiah, shared: Rupiah
        ) {
            self.id = id
            self.title = title
            self.code = code
            self.budgetYear = budgetYear
            self.source = source
            self.amount = amount
            self.ceiling = ceiling
            self.shared = shared
        }
    }

    /// A weak indicator that no intervention of the plan aims at.
    package struct Gap: Hashable, Sendable {
        package let indicator: Framework.Indicator
        package let score: IndicatorScore
        /// Nil where the baseline is known by values alone.
        package let needed: Int?

        package init(indicator: Framework.Indicator, score: IndicatorScore, hasUnits: Bool = true) {
            self.indicator = indicator
            self.score = score
            needed = hasUnits ? score.neededToReachThreshold : nil
        }
    }

    /// An intervention that aims at indicators which are not weak.
    package struct NotWeak: Hashable, Sendable {
        package let reference: String
        package let title: String
        package let indicators: [String]

        package init(reference: String, title: String, indicators: [String]) {
            self.reference = reference
            self.title = title
            self.indicators = indicators
        }
    }

    /// What only a plan by itself shows.
    package struct Detail: Hashable, Sendable {
        package let fundingBySource: [Funding]
        package let agencies: [AgencyTotal]
        package let lines: [LineTotal]
        package let indicators: IndicatorMoney
        package let gaps: [Gap]
        package let notWeak: [NotWeak]
        package let targets: [PlanTargets.Target]
        package let meeting: Meeting
        /// What the present state allows; the way back last.
        package let next: [Next]

        package init(
            fundingBySource: [Funding], agencies: [AgencyTotal], lines: [LineTotal],
            indicators: IndicatorMoney, gaps: [Gap], notWeak: [NotWeak],
            targets: [PlanTargets.Target], meeting: Meeting, next: [Next]
        ) {
            self.lines = lines
            self.indicators = indicators
            self.targets = targets
            self.meeting = meeting
            self.next = next
            self.fundingBySource = fundingBySource
            self.agencies = agencies
            self.gaps = gaps
            self.notWeak = notWeak
        }
    }

    package let id: ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let title: String
    package let status: Status
    /// The day of the rakor that agreed it first; nil before.
    package let agreedOn: CalendarDay?
    package let framework: Framework.ID
    /// Of the index by the re-survey; nil where none was declared.
    package let targetIKK: Hundredths?
    package let totals: Totals
    /// Nil in a list.
    package let detail: Detail?
    package let stamp: Stamp
    /// For the caller of now; nil in a list.
    package var may: May?
    /// Whether the caller wrote something of it or submitted it, and so does not decide on it.
    package var isOwnWork = false

    package init(
        id: ID, lokusID: Lokus.ID, place: Place, title: String, status: Status, agreedOn: CalendarDay?,
        framework: Framework.ID, targetIKK: Hundredths?, totals: Totals, detail: Detail?, stamp: Stamp
    ) {
        self.id = id
        self.lokusID = lokusID
        self.place = place
        self.title = title
        self.status = status
        self.agreedOn = agreedOn
        self.framework = framework
        self.targetIKK = targetIKK
        self.totals = totals
        self.detail = detail
        self.stamp = stamp
    }
}

package struct ActionPlanDraft: Hashable, Sendable {
    package let lokusID: Lokus.ID
    /// Nil: a title made from the lokus.
    package let title: String?
    package let targets: PlanTargets

    package init(lokusID: Lokus.ID, title: String?, targets: PlanTargets = .none) {
        self.targets = targets
        self.lokusID = lokusID
        self.title = title
    }
}

/// Changes to a plan; what is nil stays.
package struct ActionPlanChange: Hashable, Sendable {
    package let title: String?
    package let meeting: MeetingChange
    package let targetIKK: Change<Hundredths>
    /// All of them; none takes back those that there are.
    package let targets: [PlanTargets.Target]?

    package init(
        title: String?, meeting: MeetingChange = MeetingChange(), targetIKK: Change<Hundredths> = .keep,
        targets: [PlanTargets.Target]? = nil
    ) {
        self.targetIKK = targetIKK
        self.targets = targets
        self.title = title
        self.meeting = meeting
    }
}

/// A member of a merge patch (RFC 7396): left out, null, or a new value.
package enum Change<Value: Hashable & Sendable>: Hashable, Sendable {
    case keep
    case clear
    case set(Value)

    package func applied(to value: Value?) -> Value? {
        switch self {
        case .keep: value
        case .clear: nil
        case .set(let new): new
        }
    }
}
