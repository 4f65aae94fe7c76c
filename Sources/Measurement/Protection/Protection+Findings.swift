extension Protection {
    /// The same findings, those of neighbourhoods that may not be told put together as one of the village.
    ///
    /// A neighbourhood is told where it has enough families that are counted, and where the others, taken together, have
    /// as well; and never with a sensitive indicator.
    package func telling(
        _ findings: [QualityFinding], of families: [CheckedFamily], in framework: Framework
    ) -> [QualityFinding] {
        let sizes = Dictionary(grouping: families.filter(\.status.isCounted), by: \.rt).mapValues(\.count)
        let names = sizes.keys.sorted()
        let splits = names.compactMap { FamilySplits.Split(good: sizes[$0] ?? 0, notGood: sizes[$0] ?? 0) }
        let told = Set(zip(names, tellable(splits, isSensitive: false)).filter(\.1).map(\.0))
        let sensitive = Set(framework.indicators.filter(\.sensitive).map(\.code))
        var shown: [QualityFinding] = []
        for finding in findings {
            guard let rt = finding.rt, !told.contains(rt) || !sensitive.isDisjoint(with: finding.codes) else {
                shown.append(finding)
                continue
            }
            let together = shown.firstIndex {
                $0.kind == finding.kind && $0.severity == finding.severity && $0.codes == finding.codes && $0.rt == nil
                    && $0.enumerator == nil
            }
            let earlier = together.map { shown.remove(at: $0) }
            let one = QualityFinding(
                finding.kind, finding.severity, codes: finding.codes, count: finding.count + (earlier?.count ?? 0),
                total: finding.total + (earlier?.total ?? 0),
                chance: [finding.chance, earlier?.chance].compactMap { $0 }.max())
            shown.insert(one, at: together ?? shown.endIndex)
        }
        return shown
    }
}
