/// Pos anggaran: what an agency may spend in a budget year on one sub-activity, or on what has no code, from one source.
/// It pays several interventions, each its share.
package struct BudgetLine: Hashable, Sendable {
    package typealias ID = Identifier<BudgetLine>

    /// In which a later one takes the place of the earlier.
    package enum Stage: String, Sendable, CaseIterable {
        case murni, pergeseran, perubahan
    }

    /// What a stage allows; it stays when a later one says something else.
    package struct Ceiling: Hashable, Sendable {
        package let stage: Stage
        package let amount: Rupiah

        package init(stage: Stage, amount: Rupiah) {
            self.stage = stage
            self.amount = amount
        }
    }

    /// How much of it goes to an intervention.
    package struct Share: Hashable, Sendable {
        package let interventionID: Intervention.ID
        package let reference: String
        package let title: String
        package let agencyCode: String
        package let planID: ActionPlan.ID
        package let lokusID: Lokus.ID
        package let desaName: String
        package let year: Int
        package let amount: Rupiah

        package init(
            interventionID: Intervention.ID, reference: String, title: String, agencyCode: String,
            planID: ActionPlan.ID, lokusID: Lokus.ID, desaName: String, year: Int, amount: Rupiah
        ) {
            self.interventionID = interventionID
            self.reference = reference
            self.title = title
            self.agencyCode = agencyCode
            self.planID = planID
            self.lokusID = lokusID
            self.desaName = desaName
            self.year = year
            self.amount = amount
        }
    }

    package let id: ID
    package let kabupatenCode: String
    package let agencyCode: String
    package let agencyName: String
    package let budgetYear: Int
    package let source: Funding.Source
    package let item: BudgetItem
    /// In the order of the stages; at least one.
    package let ceilings: [Ceiling]
    /// With all interventions, whoever may see them.
    package var shared: Rupiah
    /// Those that the caller sees; nil in a list.
    package var shares: [Share]?
    package let stamp: Stamp
    /// For the caller of now; nil in a list.
    package var may: May?

    package init(
        id: ID, kabupatenCode: String, agencyCode: String, agencyName: String, budgetYear: Int,
        source: Funding.Source, item: BudgetItem, ceilings: [Ceiling], shared: Rupiah, shares: [Share]?, stamp: Stamp
    ) {
        self.id = id
        self.kabupatenCode = kabupatenCode
        self.agencyCode = agencyCode
        self.agencyName = agencyName
        self.budgetYear = budgetYear
        self.source = source
        self.item = item
        self.ceilings = ceilings
        self.shared = shared
        self.shares = shares
        self.stamp = stamp
    }

    /// All but none, which has no budget.
    package static let sources = Funding.Source.allCases.filter { $0 != .none }

    /// What holds now.
    package var stage: Stage { ceilings.last?.stage ?? .murni }
    package var ceiling: Rupiah { ceilings.last?.amount ?? .zero }
    /// Less than nothing where a later stage cut what was shared already.
    package var left: Rupiah { Rupiah(ceiling.amount - shared.amount) }
}

/// What a budget line is for: a sub-activity by its code, or something by its name alone.
package struct BudgetItem: Hashable, Sendable {
    package let title: String
    /// As somebody wrote it; nil where nobody did.
    package let writtenCode: String?
    /// In which version of the nomenclature the code stands; nil where nobody said.
    package let nomenclature: String?

    package init(title: String, writtenCode: String?, nomenclature: String?) {
        self.title = title
        self.writtenCode = writtenCode
        self.nomenclature = nomenclature
    }

    /// Nil where what was written is no code of a sub-activity.
    package var code: SubActivityCode? { writtenCode.flatMap(SubActivityCode.init) }
}

package struct BudgetLineDraft: Hashable, Sendable {
    package let kabupatenCode: RegionCode
    package let agencyCode: String
    package let budgetYear: Int
    package let source: Funding.Source
    package let item: BudgetItem
    package let ceiling: BudgetLine.Ceiling

    package init(
        kabupatenCode: RegionCode, agencyCode: String, budgetYear: Int, source: Funding.Source, item: BudgetItem,
        ceiling: BudgetLine.Ceiling
    ) {
        self.kabupatenCode = kabupatenCode
        self.agencyCode = agencyCode
        self.budgetYear = budgetYear
        self.source = source
        self.item = item
        self.ceiling = ceiling
    }
}

/// Changes to a budget line; what is nil stays.
package struct BudgetLineChange: Hashable, Sendable {
    package var title: String?
    package var writtenCode: Change<String> = .keep
    package var nomenclature: Change<String> = .keep
    /// Of a stage that is there, its correction; of another, what takes the place of the earlier. Nil: the one that holds.
    package var stage: BudgetLine.Stage?
    package var ceiling: Rupiah?

    package init() {}
}
