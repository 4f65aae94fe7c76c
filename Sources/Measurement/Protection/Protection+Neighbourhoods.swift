extension Protection {
    /// Which neighbourhoods of a village may be told of one indicator, where the village's own figure is known.
    ///
    /// Of a sensitive indicator, none. Otherwise those that are small are withheld, and then more, from the smallest on,
    /// until the withheld ones together are not small either: the village less what is told is a figure, too.
    package func tellable(_ neighbourhoods: [FamilySplits.Split], isSensitive: Bool) -> [Bool] {
        guard !isSensitive else { return neighbourhoods.map { _ in false } }
        var tells = neighbourhoods.map { !isSmall($0) }
        let order = neighbourhoods.indices.sorted {
            (neighbourhoods[$0].smallerSide, $0) < (neighbourhoods[$1].smallerSide, $1)
        }
        while let next = order.first(where: { tells[$0] }) {
            let withheld = neighbourhoods.indices.filter { !tells[$0] }
            let good = withheld.reduce(0) { $0 + neighbourhoods[$1].good }
            let notGood = withheld.reduce(0) { $0 + neighbourhoods[$1].notGood }
            guard !withheld.isEmpty, min(good, notGood) < fewestFamilies || withheld.count == 1 else { return tells }
            tells[next] = false
        }
        return tells
    }
}
