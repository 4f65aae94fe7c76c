package import Measurement

/// What the people of a coordination meeting (rakor) need of a plan on paper, as its reader may see it.
package struct RakorPack: Sendable {
    /// Whom the reader is told to owe reports.
    package enum ToldOf: Hashable, Sendable {
        case everybody, nobody
        case agency(String)

        package func includes(_ code: String) -> Bool {
            switch self {
            case .everybody: true
            case .nobody: false
            case .agency(let own): own == code
            }
        }
    }

    /// An office that serves the lokus.
    package struct Office: Hashable, Sendable {
        package let name: AgencyName
        package let fullName: String
        package let kind: String
        package let role: String
        /// Codes of the indicators that it has the duty to move, in framework order.
        package let duties: [String]

        package init(name: AgencyName, fullName: String, kind: String, role: String, duties: [String]) {
            self.name = name
            self.fullName = fullName
            self.kind = kind
            self.role = role
            self.duties = duties
        }
    }

    /// The value of a dimension by the baseline.
    package struct DimensionValue: Hashable, Sendable {
        package let dimension: Framework.Dimension
        package let value: ShownValue?

        package init(dimension: Framework.Dimension, value: ShownValue?) {
            self.dimension = dimension
            self.value = value
        }
    }

    package let plan: ActionPlan
    package let decree: Lokus.Decree?
    /// Nil where the lokus has none any more.
    package let baseline: SurveyRound?
    package let framework: Framework
    /// In framework order; none while the baseline is open.
    package let dimensions: [DimensionValue]
    package let subjects: [PlanFinding.Subject]
    package let matrix: InterventionMatrix
    package let findings: PlanFindings
    /// By code.
    package let offices: [Office]
    /// What is not reported yet, by day.
    package let due: [ReportObligation]
    package let toldOf: ToldOf
    package let coordinatorOffice: String
    /// In the kabupaten.
    package let today: CalendarDay

    package init(
        plan: ActionPlan, decree: Lokus.Decree?, baseline: SurveyRound?, framework: Framework,
        dimensions: [DimensionValue], subjects: [PlanFinding.Subject], matrix: InterventionMatrix,
        findings: PlanFindings, offices: [Office], due: [ReportObligation], toldOf: ToldOf, coordinatorOffice: String,
        today: CalendarDay
    ) {
        self.plan = plan
        self.decree = decree
        self.baseline = baseline
        self.framework = framework
        self.dimensions = dimensions
        self.subjects = subjects
        self.matrix = matrix
        self.findings = findings
        self.offices = offices
        self.due = due
        self.toldOf = toldOf
        self.coordinatorOffice = coordinatorOffice
        self.today = today
    }

    package var weak: [PlanFinding.Subject] { subjects.filter { $0.score?.isWeak ?? false } }

    /// Those that have the duty to move something red, or do something in the plan.
    package var concerned: [Office] {
        let red = Set(weak.map(\.indicator.code))
        let acting = Set(matrix.entries.map(\.intervention.terms.agencyCode))
        return offices.filter { acting.contains($0.name.code) || !red.isDisjoint(with: $0.duties) }
    }
}

/// Money that an intervention needs and that stands in no budget yet.
package struct BudgetWish: Hashable, Sendable {
    /// Where it would be applied for.
    package enum Document: Hashable, Sendable {
        /// Of the year that is under way (APBD-P).
        case amendedBudget(Int)
        /// Of an office (Renja).
        case workPlan(Int)
        /// Of the village (RKPDes).
        case villageWorkPlan(Int)
    }

    package let entry: InterventionMatrix.Entry
    package let document: Document
    /// Nil where nobody said how much it needs.
    package let missing: Rupiah?

    private init(_ entry: InterventionMatrix.Entry, ofVillage: Bool, in year: Int, missing: Rupiah?) {
        self.entry = entry
        self.missing = missing
        let begins = max(entry.intervention.terms.startsOn.year, year)
        document =
            ofVillage ? .villageWorkPlan(begins) : begins == year ? .amendedBudget(year) : .workPlan(begins)
    }

    /// What an intervention still asks of budgets that are decided in the kabupaten: nothing where it is to cost nothing,
    /// where its agency has budgeted it, and where it is not to be carried out any more.
    ///
    /// - Parameter year: the budget year that is under way.
    package static func all(
        of entry: InterventionMatrix.Entry, by office: RakorPack.Office?, in year: Int
    ) -> [BudgetWish] {
        let terms = entry.intervention.terms
        guard entry.counts, entry.intervention.state != .done, terms.endsOn.year >= year else { return [] }
        guard terms.budget > .zero else {
            let isFree = terms.funding.contains { $0.source == .none }
            return isFree ? [] : [BudgetWish(entry, ofVillage: office?.kind == "village", in: year, missing: nil)]
        }
        guard [.proposed, .assigned, .accepted, .delayed].contains(entry.intervention.state) else { return [] }
        return [Funding.Source.apbdKabupaten, .apbdes].compactMap { source in
            let funded = terms.funding.filter { $0.source == source }.reduce(Rupiah.zero) { $0 + $1.amount }
            let onLines = entry.lines.filter { $0.source == source }.reduce(Rupiah.zero) { $0 + $1.amount }
            guard funded > onLines else { return nil }
            return BudgetWish(
                entry, ofVillage: source == .apbdes, in: year, missing: Rupiah(funded.amount - onLines.amount))
        }
    }
}
