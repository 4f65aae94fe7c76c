/// Which figures may be told to whom, so that no family is found in them.
///
/// A figure is small where fewer than so many families are on either of its sides: few that are in good condition say
/// who, and so do few that are not; none is few as well. Families are counted and not persons.
package struct Protection: Hashable, Sendable {
    /// Who reads.
    package enum Audience: String, Sendable, CaseIterable {
        case everybody
        /// Somebody whose duty the village is.
        case office
    }

    /// What is told of an indicator.
    package enum Figure: String, Sendable, CaseIterable {
        case value, weakFlag, verdict, counts, needed, interval, p, cells
    }

    /// Families that a figure must have on its smaller side.
    package let fewestFamilies: Int

    /// Within a village: fewer than five families of a neighbourhood are not told.
    package static let withinVillage = Protection(atLeast: 5)

    private init(atLeast families: Int) { fewestFamilies = families }

    /// Nil below 3, which no agency's rule goes under.
    package init?(fewestFamilies: Int) {
        guard fewestFamilies >= 3 else { return nil }
        self.fewestFamilies = fewestFamilies
    }

    /// Everybody sees values, classes and verdicts only: everything else tells how many families there are.
    package static func shows(_ figure: Figure, to audience: Audience) -> Bool {
        switch figure {
        case .value, .weakFlag, .verdict: true
        case .counts, .needed, .interval, .p, .cells: audience == .office
        }
    }

    package func isSmall(_ split: FamilySplits.Split) -> Bool { split.smallerSide < fewestFamilies }
}

extension FamilySplits.Split {
    /// Families on the side with fewer of them.
    package var smallerSide: Int { min(good, notGood) }
}
