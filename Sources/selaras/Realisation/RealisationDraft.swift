internal import Intake

/// What the rows of a file make of the report of one intervention, or why they make none.
struct RealisationDraft {
    let intervention: RealisationFacts.Intervention
    let parts: [RealisationMatch.Part]
    private let facts: RealisationFacts
    private let rules: RealisationRules
    /// What was said last of the periods before.
    private let stated: RealisationFacts.Report?
    private let existing: RealisationFacts.Report?
    /// What was spent until the end of the year before: a file has its budget year alone.
    private let before: RealisationFacts.Figures

    init(
        _ intervention: RealisationFacts.Intervention, _ parts: [RealisationMatch.Part], _ facts: RealisationFacts,
        _ rules: RealisationRules
    ) {
        (self.intervention, self.parts, self.facts, self.rules) = (intervention, parts, facts, rules)
        let period = facts.budgetYear * 4 + facts.quarter
        let said = intervention.reports.filter { !$0.isDraft }
        stated = said.last { $0.budgetYear * 4 + $0.quarter < period }
        existing = intervention.reports.first { $0.budgetYear * 4 + $0.quarter == period }
        before =
            said.last { $0.budgetYear < facts.budgetYear }?.figures
            ?? RealisationFacts.Figures(physical: 0, quantity: 0, spent: 0)
    }

    private var ofYear: Int { parts.reduce(0) { $0 + $1.amount } }
    private var spent: Int { before.spent + ofYear }

    /// Percent and quantity are the intervention's only where one row of it alone says them, and nothing was done in
    /// earlier years: those of several lines or years are not added up.
    private var physical: Int? {
        guard parts.allSatisfy({ !$0.isDivided || rules.physicalIsOfAll }), isOfThisYearAlone else { return nil }
        return same(parts.map(\.row.physicalHundredths))
    }

    private var quantity: Int? {
        guard parts.allSatisfy({ !$0.isDivided }), isOfThisYearAlone else { return nil }
        return same(parts.map(\.row.quantityHundredths))
    }

    /// Its shares of lines whose rows are not among these: what they spent is not known.
    private var ofOtherLines: Int {
        let known = Set(parts.map(\.lineID))
        return facts.lines.filter { !known.contains($0.id) }.flatMap(\.shares)
            .filter { $0.intervention == intervention.id }.reduce(0) { $0 + $1.amount }
    }

    private var isOfThisYearAlone: Bool { before == RealisationFacts.Figures(physical: 0, quantity: 0, spent: 0) }

    private func same(_ values: [Int?]) -> Int? { Set(values).count == 1 ? values[0] : nil }

    /// Figures that neither the file nor, where it may, the last report says.
    var missing: String {
        [physical == nil ? "physical_percent" : nil, quantity == nil ? "quantity" : nil].compactMap { $0 }
            .joined(separator: ", ")
    }

    var obstacle: (reason: RealisationMatch.Reason, detail: String)? {
        guard intervention.isDue else { return (.notDue, "") }
        for (_, ofLine) in Dictionary(grouping: parts, by: \.lineID) {
            let sum = ofLine.reduce(0) { $0 + $1.amount }
            if sum > ofLine[0].share { return (.aboveShare, "\(ofLine[0].share)") }
        }
        let elsewhere = intervention.moneyFromElsewhere + ofOtherLines
        if elsewhere > 0 && !rules.restIsUnspent { return (.otherMoney, "\(elsewhere)") }
        let beganBefore = intervention.assignedYear.map { $0 < facts.budgetYear } ?? false
        let hasYearBefore = intervention.reports.contains { !$0.isDraft && $0.budgetYear < facts.budgetYear }
        if beganBefore && !hasYearBefore { return (.yearBeforeUnreported, "\(facts.budgetYear - 1)") }
        if let stated, stated.figures.spent > spent { return (.lowerThanBefore, "\(stated.figures.spent)") }
        if let existing, !isSame(as: existing), !rules.corrects {
            return (.reportedAlready, "\(existing.figures.spent)")
        }
        return nil
    }

    /// What the file does not say, somebody has said.
    private func isSame(as report: RealisationFacts.Report) -> Bool {
        report.figures.spent == spent && (physical ?? report.figures.physical) == report.figures.physical
            && (quantity ?? report.figures.quantity) == report.figures.quantity
    }

    var item: RealisationMatch.Item {
        if let existing {
            return item(physical, quantity, isSame(as: existing) ? .same : .correction(of: existing))
        }
        if let physical, let quantity { return item(physical, quantity, .new) }
        guard rules.keepsMissing else { return item(physical, quantity, .incomplete) }
        return item(
            physical ?? stated?.figures.physical ?? 0, quantity ?? stated?.figures.quantity ?? 0, .new, isKept: true)
    }

    private func item(
        _ physical: Int?, _ quantity: Int?, _ outcome: RealisationMatch.Outcome, isKept: Bool = false
    ) -> RealisationMatch.Item {
        RealisationMatch.Item(
            intervention: intervention, parts: parts, physical: physical, quantity: quantity, spent: spent,
            before: before.spent, isKept: isKept, outcome: outcome)
    }
}
