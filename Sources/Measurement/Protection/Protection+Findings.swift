extension Protection {
    /// The same findings, those of groups that may not be told put together as one of the village.
    ///
    /// A neighbourhood is told where it has enough families that are counted, and where the others, taken together, have
    /// as well; an enumerator with enough families; and neither with a sensitive indicator. How many interviews somebody
    /// did in a day says nothing of a family.
    package func telling(
        _ findings: [QualityFinding], of families: [CheckedFamily], in framework: Framework
    ) -> [QualityFinding] {
        let counted = families.filter(\.status.isCounted)
        let rts = told(counted.map(\.rt))
        let enumerators = Dictionary(grouping: counted, by: \.enumerator).filter { $0.value.count >= fewestFamilies }
        let sensitive = Set(framework.indicators.filter(\.sensitive).map(\.code))
        func mayBeTold(_ finding: QualityFinding) -> Bool {
            guard finding.kind != .tooManyInterviews, finding.rt != nil || finding.enumerator != nil else {
                return true
            }
            return finding.rt.map(rts.contains) ?? true && finding.enumerator.map { enumerators[$0] != nil } ?? true
                && sensitive.isDisjoint(with: finding.codes)
        }
        var shown: [QualityFinding] = []
        for finding in findings {
            if mayBeTold(finding) {
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

    /// The names of groups that have enough families, and leave enough to the others.
    private func told(_ groups: [String]) -> Set<String> {
        let sizes = Dictionary(grouping: groups, by: \.self).mapValues(\.count)
        let names = sizes.keys.sorted()
        let splits = names.compactMap { FamilySplits.Split(good: sizes[$0] ?? 0, notGood: sizes[$0] ?? 0) }
        return Set(zip(names, tellable(splits, isSensitive: false)).filter(\.1).map(\.0))
    }
}
