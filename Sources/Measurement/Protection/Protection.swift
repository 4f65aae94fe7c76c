/// Which figures below the village may be told, so that no family is found in them. What everybody may know of villages is
/// decided in the schema, by the views of open data.
///
/// A figure is small where fewer than so many families are on either of its sides: few that are in good condition say
/// who, and so do few that are not; none is few as well. Families are counted and not persons.
package struct Protection: Hashable, Sendable {
    /// Families that a figure must have on its smaller side.
    package let fewestFamilies: Int

    /// Fewer than five families of a neighbourhood are not told.
    package static let withinVillage = Protection(fewestFamilies: 5)

    package func isSmall(_ split: FamilySplits.Split) -> Bool { split.smallerSide < fewestFamilies }
}

extension FamilySplits.Split {
    /// Families on the side with fewer of them.
    package var smallerSide: Int { min(good, notGood) }
}
