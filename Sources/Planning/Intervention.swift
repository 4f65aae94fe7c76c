/// One agency's commitment in a plan, aimed at indicators.
package struct Intervention: Hashable, Sendable {
    package typealias ID = Identifier<Intervention>

    package let id: ID
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let agencyName: String
    package let terms: InterventionDraft
    package let state: State
    package let assignedOn: CalendarDay?
    package let acceptedOn: CalendarDay?
    package let course: Course
    /// As verified; nil while nothing is: that is not the same as zero.
    package let progress: Progress?
    /// What was reported last, where that is not verified.
    package let unverified: Progress?
    package let stamp: Stamp
    /// For the caller of now; nil in a list.
    package var may: May?
    /// Nil in a list.
    package var planState: ActionPlan.State?

    package init(
        id: ID, planID: ActionPlan.ID, lokusID: Lokus.ID, place: Place, agencyName: String, terms: InterventionDraft,
        state: State, assignedOn: CalendarDay?, acceptedOn: CalendarDay?, course: Course = Course(),
        progress: Progress?, unverified: Progress? = nil, stamp: Stamp
    ) {
        self.id = id
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.agencyName = agencyName
        self.terms = terms
        self.state = state
        self.assignedOn = assignedOn
        self.acceptedOn = acceptedOn
        self.course = course
        self.progress = progress
        self.unverified = unverified
        self.stamp = stamp
    }
}

/// What an intervention commits to.
package struct InterventionDraft: Hashable, Sendable {
    /// Unique within the plan, as the office numbers its activities.
    package let reference: String
    package let agencyCode: String
    /// Nil where it is none of the catalogue.
    package let catalogueCode: String?
    package let title: String
    /// Codes, in the framework of the plan.
    package let indicators: [String]
    package let targetQuantity: Hundredths
    package let unit: String
    package let scope: InterventionScope
    package let startsOn: CalendarDay
    package let endsOn: CalendarDay
    package let note: String
    /// One entry a source.
    package let funding: [Funding]

    package init(
        reference: String, agencyCode: String, catalogueCode: String?, title: String, indicators: [String],
        targetQuantity: Hundredths, unit: String, scope: InterventionScope = InterventionScope(), startsOn: CalendarDay,
        endsOn: CalendarDay, note: String, funding: [Funding]
    ) {
        self.reference = reference
        self.agencyCode = agencyCode
        self.catalogueCode = catalogueCode
        self.title = title
        self.indicators = indicators
        self.targetQuantity = targetQuantity
        self.unit = unit
        self.scope = scope
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.note = note
        self.funding = funding
    }

    package var budget: Rupiah { funding.reduce(.zero) { $0 + $1.amount } }
}

/// Money from one source, and out of which budget lines it comes.
package struct Funding: Hashable, Sendable {
    /// Of a budget line; part of the amount, and never beside it.
    package struct Share: Hashable, Sendable {
        package let line: BudgetLine.ID
        package let amount: Rupiah

        package init(line: BudgetLine.ID, amount: Rupiah) {
            self.line = line
            self.amount = amount
        }
    }

    package enum Source: String, Sendable, CaseIterable {
        case apbdKabupaten = "apbd_kabupaten"
        case apbdProvinsi = "apbd_provinsi"
        case apbn, apbdes, csr, baznas, swadaya, other, none
    }

    package let source: Source
    package let amount: Rupiah
    /// By line. Nil where nothing is said of them: those that there are stay.
    package let shares: [Share]?

    package init(source: Source, amount: Rupiah, shares: [Share]? = nil) {
        self.source = source
        self.amount = amount
        self.shares = shares.map { $0.sorted { $0.line.description < $1.line.description } }
    }
}

extension [Funding] {
    /// With the shares of `present` where nothing is said of them, but of lines that stand with another source now.
    package func keepingShares(of present: [Funding]) -> [Funding] {
        let named = Set(flatMap { $0.shares ?? [] }.map(\.line))
        return map { funding in
            let before = present.first { $0.source == funding.source }?.shares ?? []
            return Funding(
                source: funding.source, amount: funding.amount,
                shares: funding.shares ?? before.filter { !named.contains($0.line) })
        }
    }
}

/// Changes to an intervention; what is nil stays.
package struct InterventionChange: Hashable, Sendable {
    package var agencyCode: String?
    package var catalogueCode: Change<String> = .keep
    package var title: String?
    package var indicators: [String]?
    package var targetQuantity: Hundredths?
    package var unit: String?
    package var scope = InterventionScopeChange()
    package var startsOn: CalendarDay?
    package var endsOn: CalendarDay?
    package var note: String?
    package var funding: [Funding]?

    package init() {}
}

/// Rows of a file that name an agency or an indicator that the plan does not know; nothing of it is kept.
package struct UnknownInFile: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case agency, supporter, indicator
    }

    package struct Name: Hashable, Sendable {
        /// Of the draft, from 0.
        package let index: Int
        package let kind: Kind
        package let code: String
    }

    package let names: [Name]

    /// Nil where all are known.
    package init?(_ drafts: [InterventionDraft], agencies: Set<String>, indicators: Set<String>) {
        names = drafts.enumerated().flatMap { index, draft in
            (agencies.contains(draft.agencyCode) ? [] : [Name(index: index, kind: .agency, code: draft.agencyCode)])
                + draft.scope.supportingAgencies.filter { !agencies.contains($0) }
                .map { Name(index: index, kind: .supporter, code: $0) }
                + draft.indicators.filter { !indicators.contains($0) }
                .map { Name(index: index, kind: .indicator, code: $0) }
        }
        if names.isEmpty { return nil }
    }
}

/// The receipt of a file of interventions, by reference.
package struct InterventionReceipt: Hashable, Sendable {
    package let planID: ActionPlan.ID
    package let isDryRun: Bool
    package let fileName: String
    package let rowsRead: Int
    package let added: Int
    package let changed: Int
    package let same: Int
    /// Rows that the strategy leaves alone.
    package let ignored: Int

    package init(
        planID: ActionPlan.ID, isDryRun: Bool, fileName: String, rowsRead: Int, added: Int, changed: Int, same: Int,
        ignored: Int = 0
    ) {
        self.planID = planID
        self.isDryRun = isDryRun
        self.fileName = fileName
        self.rowsRead = rowsRead
        self.added = added
        self.changed = changed
        self.same = same
        self.ignored = ignored
    }
}
