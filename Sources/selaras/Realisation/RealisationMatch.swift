internal import Intake
internal import Planning

/// Whose realisation the rows of a file are: each rupiah of it becomes part of one intervention's report, or is left with
/// the reason.
struct RealisationMatch: Sendable {
    enum Reason: String, Sendable, CaseIterable {
        // Nobody has to do anything about these.
        case otherYear = "other_year"
        case otherAgency = "other_agency"
        case noLine = "no_line"
        case paysNothing = "pays_nothing"
        case otherPlace = "other_place"
        case otherLokus = "other_lokus"
        case restOfLine = "rest_of_line"
        case noAmount = "no_amount"
        // These are for a person.
        case twice
        case partlyUnknown = "partly_unknown"
        case severalLines = "several_lines"
        case shared
        case aboveShare = "above_share"
        case notDue = "not_due"
        case otherMoney = "other_money"
        case yearBeforeUnreported = "year_before_unreported"
        case lowerThanBefore = "lower_than_before"
        case reportedAlready = "reported_already"
        case incomplete
        case changedMeanwhile = "changed_meanwhile"
        case refused

        var isForAPerson: Bool {
            switch self {
            case .otherYear, .otherAgency, .noLine, .paysNothing, .otherPlace, .otherLokus, .restOfLine, .noAmount:
                false
            default: true
            }
        }
    }

    struct Left: Sendable {
        let line: Int
        let code: String
        let title: String
        let amount: Int
        let reason: Reason
        /// The intervention that it would have been for.
        let reference: String?
        /// Who has it, what was said before, what is missing; for the sentence.
        let detail: String
    }

    /// What one row gives to an intervention.
    struct Part: Sendable {
        let row: RealisationRow
        let lineID: String
        let amount: Int
        let share: Int
        let whole: Int
        let isDivided: Bool
    }

    enum Outcome: Sendable {
        case new, same
        case correction(of: RealisationFacts.Report)
        /// Not sent: percent or quantity are for a person.
        case incomplete
    }

    struct Item: Sendable {
        let intervention: RealisationFacts.Intervention
        let parts: [Part]
        /// Cumulative since the intervention began; nil where the file does not say.
        let physical: Int?
        let quantity: Int?
        let spent: Int
        /// Of the years before, what of `spent` the file does not have.
        let before: Int
        /// Whether percent or quantity are those said last.
        let isKept: Bool
        let outcome: Outcome

        var ofFile: Int { parts.reduce(0) { $0 + $1.amount } }
    }

    private(set) var items: [Item] = []
    private(set) var left: [Left] = []
    /// The sum of all rows that say something.
    let ofFile: Int

    /// Sub-activities of which another row cannot be read.
    private let unreadable: Set<SubActivityCode>
    private let facts: RealisationFacts
    private let rules: RealisationRules

    init(
        _ rows: [RealisationRow], unreadable: Set<SubActivityCode> = [], _ facts: RealisationFacts,
        _ rules: RealisationRules
    ) {
        (self.facts, self.rules, self.unreadable) = (facts, rules, unreadable)
        ofFile = rows.reduce(0) { $0 + ($1.spentIDR ?? 0) }
        var parts: [String: [Part]] = [:]
        for group in groups(of: rows) {
            for part in divided(group) { parts[part.intervention, default: []].append(part.part) }
        }
        for (id, parts) in parts.sorted(by: { order($0.key) < order($1.key) }) {
            guard let intervention = facts.interventions[id] else { continue }
            settle(intervention, parts.sorted { $0.row.line < $1.row.line })
        }
        left.sort { ($0.line, $0.reference ?? "") < ($1.line, $1.reference ?? "") }
    }

    /// Of the file, what is in the reports: sent, or said before.
    var matched: Int {
        items.reduce(0) { sum, item in
            if case .incomplete = item.outcome { sum } else { sum + item.ofFile }
        }
    }

    /// Every rupiah of the file is in one place.
    var isBalanced: Bool { matched + left.reduce(0) { $0 + $1.amount } == ofFile }

    private func order(_ id: String) -> String {
        let one = facts.interventions[id]
        return "\(one?.desaCode ?? "") \(one?.lokusYear ?? 0) \(one?.reference ?? id)"
    }

    // MARK: Rows

    /// Rows of one sub-activity, place and source belong together where they are its accounts; otherwise one of them is
    /// too many.
    private mutating func groups(of rows: [RealisationRow]) -> [[RealisationRow]] {
        var groups: [(key: String, rows: [RealisationRow])] = []
        for row in rows {
            if let year = row.budgetYear, year != facts.budgetYear {
                leave([row], .otherYear, "\(year)")
            } else if !row.agency.isEmpty,
                !facts.agencyNames.contains(where: { Self.plain($0) == Self.plain(row.agency) })
            {
                leave([row], .otherAgency, row.agency)
            } else {
                let key = [row.code.description, Self.place(row.place), Self.plain(row.source)].joined(separator: "\n")
                if let index = groups.firstIndex(where: { $0.key == key }) {
                    groups[index].rows.append(row)
                } else {
                    groups.append((key, [row]))
                }
            }
        }
        // Some with a place, or a source, and some without: the latter may be the whole of the former.
        func mixed(_ isWithout: (RealisationRow) -> Bool) -> Set<SubActivityCode> {
            let all = groups.flatMap(\.rows).filter { $0.spentIDR != nil }
            return Set(all.filter(isWithout).map(\.code)).intersection(all.filter { !isWithout($0) }.map(\.code))
        }
        let wholeBesideParts = mixed { Self.place($0.place).isEmpty }.union(mixed { Self.plain($0.source).isEmpty })
        return groups.map(\.rows).filter { group in
            guard let reason = obstacle(to: group, wholeBesideParts) else { return true }
            leave(group, reason)
            return false
        }
    }

    /// Why rows of one sub-activity are not added up.
    private func obstacle(to group: [RealisationRow], _ wholeBesideParts: Set<SubActivityCode>) -> Reason? {
        let filled = group.count { $0.spentIDR != nil }
        if filled == 0 { return .noAmount }
        if filled < group.count || unreadable.contains(group[0].code) { return .partlyUnknown }
        let areAccounts = group.allSatisfy { !$0.account.isEmpty }
        let isTwice = group.count > 1 && (!areAccounts || Set(group.map(\.content)).count < group.count)
        return isTwice || wholeBesideParts.contains(group[0].code) ? .twice : nil
    }

    private mutating func leave(_ rows: [RealisationRow], _ reason: Reason, _ detail: String = "") {
        for row in rows {
            left.append(
                Left(
                    line: row.line, code: row.code.description, title: row.title, amount: row.spentIDR ?? 0,
                    reason: reason, reference: nil, detail: detail))
        }
    }

    // MARK: Lines and shares

    private mutating func divided(_ rows: [RealisationRow]) -> [(intervention: String, part: Part)] {
        let first = rows[0]
        var lines = facts.lines.filter { $0.code == first.code.description }
        guard !lines.isEmpty else { leave(rows, .noLine); return [] }
        if let source = Self.source(first.source) { lines = lines.filter { $0.source == source } }
        guard let line = lines.first else { leave(rows, .noLine, first.source); return [] }
        guard lines.count == 1 else {
            leave(rows, .severalLines, lines.map(\.source).joined(separator: ", "))
            return []
        }
        guard line.shared > 0 else { leave(rows, .paysNothing); return [] }
        let place = Self.place(first.place)
        let shares = line.shares.filter { share in
            place.isEmpty || facts.interventions[share.intervention].map { Self.isAt(place, $0) } == true
        }
        guard !shares.isEmpty else {
            // Several villages in one cell are for a person.
            let named = line.shares.compactMap { facts.interventions[$0.intervention] }
                .filter { Self.plain(first.place).contains(Self.plain($0.desaName)) }
            if named.isEmpty {
                leave(rows, place.isEmpty ? .paysNothing : .otherPlace, first.place)
            } else {
                leave(rows, .shared, named.map(\.reference).joined(separator: ", "))
            }
            return []
        }
        // What the row is the realisation of: a place alone, or the whole line with what it pays besides.
        let whole = place.isEmpty ? max(line.ceiling, line.shared) : shares.reduce(0) { $0 + $1.amount }
        let isWhole = shares.count == 1 && (!place.isEmpty || shares[0].amount == whole)
        guard isWhole || rules.dividesByShares else {
            leave(
                rows, .shared,
                shares.map { facts.interventions[$0.intervention]?.reference ?? "" }.joined(separator: ", "))
            return []
        }
        return rows.flatMap { row in
            let amounts = Self.divide(row.spentIDR ?? 0, by: shares.map(\.amount), of: whole)
            let rest = (row.spentIDR ?? 0) - amounts.reduce(0, +)
            if rest > 0 {
                left.append(
                    Left(
                        line: row.line, code: row.code.description, title: row.title, amount: rest, reason: .restOfLine,
                        reference: nil, detail: ""))
            }
            return zip(shares, amounts).map { share, amount in
                (
                    share.intervention,
                    Part(
                        row: row, lineID: line.id, amount: amount, share: share.amount, whole: whole,
                        isDivided: !isWhole)
                )
            }
        }
    }

    /// In proportion, in whole rupiah, together never more than the amount: what does not divide goes to those to whom
    /// most of a rupiah is due, and the rest of the whole is one of them.
    static func divide(_ amount: Int, by weights: [Int], of whole: Int) -> [Int] {
        guard whole > 0 else { return weights.map { _ in 0 } }
        let all = weights + [whole - weights.reduce(0, +)]
        var parts = all.map { weight in
            let product = amount.multipliedFullWidth(by: weight)
            return whole.dividingFullWidth(product)
        }
        let missing = amount - parts.reduce(0) { $0 + $1.quotient }
        let next = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
        for index in next.prefix(missing) { parts[index].quotient += 1 }
        return parts.dropLast().map(\.quotient)
    }

    // MARK: Interventions

    private mutating func settle(_ intervention: RealisationFacts.Intervention, _ parts: [Part]) {
        let draft = RealisationDraft(intervention, parts, facts, rules)
        if let lokus = facts.lokusID, lokus != intervention.lokusID {
            return leave(parts, of: intervention, .otherLokus, "\(intervention.desaName) \(intervention.lokusYear)")
        }
        if let obstacle = draft.obstacle { return leave(parts, of: intervention, obstacle.reason, obstacle.detail) }
        items.append(draft.item)
        if case .incomplete = draft.item.outcome { leave(parts, of: intervention, .incomplete, draft.missing) }
    }

    private mutating func leave(
        _ parts: [Part], of intervention: RealisationFacts.Intervention, _ reason: Reason, _ detail: String
    ) {
        for part in parts {
            left.append(
                Left(
                    line: part.row.line, code: part.row.code.description, title: part.row.title, amount: part.amount,
                    reason: reason, reference: intervention.reference, detail: detail))
        }
    }

    /// What was to be sent and was not: another came first, or the service refused it.
    mutating func giveUp(_ reference: String, _ id: String, _ reason: Reason, _ detail: String) {
        guard let index = items.firstIndex(where: { $0.intervention.id == id }) else { return }
        let item = items.remove(at: index)
        leave(item.parts, of: item.intervention, reason, detail)
    }
}
