/// Which of two rounds uses the family ids of which, so that families can be matched.
package enum PanelLink: String, Sendable, CaseIterable {
    /// The later round is `panel_of` the earlier one.
    case afterNamesBefore = "after_names_before"
    /// The earlier round is `panel_of` the later one.
    case beforeNamesAfter = "before_names_after"
    /// Both are `panel_of` the same third round.
    case bothNameAThird = "both_name_a_third"

    fileprivate var beforeUsesPreviousIDs: Bool { self != .afterNamesBefore }
    fileprivate var afterUsesPreviousIDs: Bool { self != .beforeNamesAfter }
}

/// What is kept of two rounds with the same families: how their estimates vary together, and who answered what.
///
/// It stands beside the evidence of the two rounds and is computed once, when both are closed.
package struct PairEvidence: Hashable, Sendable {
    /// Families with status 1 or 2 in either round; families that name one old id are taken together under it.
    package let union: Int
    /// Those with status 1 or 2 in both.
    package let matched: Int
    /// What varies: RTs where they were drawn as clusters, otherwise families.
    package let units: Int
    /// Of all indicators of the earlier round followed by those of the later one, over the union, with nothing where a
    /// family is absent; nil where the designs differ or there are fewer than two units.
    package let covariance: SymmetricMatrix?
    /// In framework order; nil where persons or points are counted.
    package let cells: [PairedCells?]

    /// From the families of both rounds by one framework; throws where their indicators are not as many as its own.
    package init(
        scheme: ScoringScheme, before: RoundFamilies, after: RoundFamilies, designs: (SurveyDesign, SurveyDesign),
        link: PanelLink
    ) throws(EvidenceFault) {
        let indicators = scheme.framework.indicators
        for round in [before, after] where round.indicatorCount != indicators.count {
            throw .mismatch(FrameworkMismatch(expected: indicators.count, found: round.indicatorCount))
        }
        let match = FamilyMatch(before: before, after: after, link: link)
        union = match.union
        matched = match.matched
        cells = match.cells(before, after, areProportions: indicators.map(\.isProportionOfFamilies))
        guard designs.0 == designs.1 else {
            (units, covariance) = (match.union, nil)
            return
        }
        let rank = RTOrder([before, after])
        let rows = SpreadRows(
            design: designs.0, units: [match.before, match.after], unitCount: match.union, rts: rank.positions,
            rtCount: rank.count)
        units = rows.count
        covariance = rows.count >= 2 ? rows.covariance(of: [before, after]) : nil
    }

    /// As read back from storage.
    package init(
        union: Int, matched: Int, units: Int, covariance: SymmetricMatrix?, cells: [PairedCells?]
    ) throws(EvidenceFault) {
        guard 0...2 * IndicatorTally.most ~= union, 0...union ~= matched, 0...union ~= units,
            cells.allSatisfy({ ($0?.families ?? 0) <= matched })
        else { throw .impossible }
        try covariance?.check(order: 2 * cells.count)
        self.union = union
        self.matched = matched
        self.units = units
        self.covariance = covariance
        self.cells = cells
    }
}

/// The families of two rounds by the unit that they form together.
private struct FamilyMatch {
    /// For each family of the round its unit, counted from 0.
    private(set) var before: [Int] = []
    private(set) var after: [Int] = []
    private(set) var union = 0
    private(set) var matched = 0

    init(before earlier: RoundFamilies, after later: RoundFamilies, link: PanelLink) {
        var units: [FamilyHash: Int] = [:]
        units.reserveCapacity(earlier.count + later.count)
        before = Self.units(of: earlier, usesPrevious: link.beforeUsesPreviousIDs, &units)
        let earlierUnits = units.count
        after = Self.units(of: later, usesPrevious: link.afterUsesPreviousIDs, &units)
        union = units.count
        matched = Set(after.lazy.filter { $0 < earlierUnits }).count
    }

    private static func units(
        of round: RoundFamilies, usesPrevious: Bool, _ units: inout [FamilyHash: Int]
    ) -> [Int] {
        round.ids.indices.map { family in
            let id = (usesPrevious ? round.previous[family] : nil) ?? round.ids[family]
            if let known = units[id] { return known }
            units[id] = units.count
            return units.count - 1
        }
    }

    /// Families taken together are added up, so that only a unit with a single eligible family has a valid answer.
    func cells(_ earlier: RoundFamilies, _ later: RoundFamilies, areProportions: [Bool]) -> [PairedCells?] {
        let (first, second) = (earlier.sums(by: before, count: union), later.sums(by: after, count: union))
        var cells = [PairedCells](repeating: PairedCells(), count: areProportions.count)
        var place = 0
        for _ in 0..<union {
            for indicator in cells.indices {
                if first.eligible[place] == 1, second.eligible[place] == 1 {
                    cells[indicator].count(before: first.good[place] == 1, after: second.good[place] == 1)
                }
                place += 1
            }
        }
        return zip(cells, areProportions).map { $1 ? $0 : nil }
    }
}

extension RoundFamilies {
    /// Good and eligible units of each unit of families, one element an indicator.
    fileprivate func sums(by units: [Int], count: Int) -> (good: [UInt32], eligible: [UInt32]) {
        var goodOnes = [UInt32](repeating: 0, count: count * indicatorCount)
        var all = goodOnes
        for (family, unit) in units.enumerated() {
            let (from, to) = (family * indicatorCount, unit * indicatorCount)
            for indicator in 0..<indicatorCount {
                goodOnes[to + indicator] += UInt32(good[from + indicator])
                all[to + indicator] += UInt32(eligible[from + indicator])
            }
        }
        return (goodOnes, all)
    }
}
