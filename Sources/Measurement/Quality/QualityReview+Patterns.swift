/// Answers that are too much alike.
extension QualityReview {
    /// By chance at most once in a million rounds, since answers to kindred questions go together.
    private static let twinChance = 1e-6
    private static let twinFamilies = 30

    /// Two columns with the same content: one of them was probably copied, or mapped twice.
    func twinIndicators() -> [QualityFinding] {
        let positions = framework.indicators.indices.filter { shares.answered[$0] >= Self.twinFamilies }
        let pairs = Double(positions.count * (positions.count - 1) / 2)
        let pairwise = Set(yesOrNo)
        var findings: [QualityFinding] = []
        for (place, one) in positions.enumerated() {
            for other in positions[(place + 1)...] {
                let isBinary = pairwise.contains(one) && pairwise.contains(other)
                for isOpposite in isBinary ? [false, true] : [false] {
                    guard let both = twins(one, other, isOpposite) else { continue }
                    let agreement = isOpposite ? shares.opposition(one, other) : shares.agreement(one, other)
                    let chance = pairs * AnswerShares.power(agreement, both)
                    guard chance <= Self.twinChance else { continue }
                    findings.append(
                        QualityFinding(
                            isOpposite ? .oppositeIndicators : .identicalIndicators, .serious,
                            codes: [code(one), code(other)], count: both, total: counted.count, chance: chance))
                }
            }
        }
        return findings
    }

    /// How many families answered both, where all of them gave the same (or the opposite) answer, and nearly all that
    /// answered one answered the other; otherwise nil, mostly after a few families.
    private func twins(_ one: Int, _ other: Int, _ isOpposite: Bool) -> Int? {
        var both = 0
        for family in counted where family.answers.isCounted(one) && family.answers.isCounted(other) {
            let (left, right) = (family.answers.key(one), family.answers.key(other))
            guard left == (isOpposite ? AnswerShares.opposite(right) : right) else { return nil }
            both += 1
        }
        let most = max(shares.answered[one], shares.answered[other])
        return both >= Self.twinFamilies && 10 * both >= 9 * most ? both : nil
    }

    // MARK: Groups without variation

    /// RTs and enumerators of which nearly all indicators that vary elsewhere have a single answer.
    func groupsWithoutVariation() -> [QualityFinding] {
        let rts = Dictionary(grouping: counted, by: \.rt)
        let enumerators = Dictionary(grouping: counted.filter { $0.enumerator != nil }) { $0.enumerator ?? "" }
        let groups = rts.count + enumerators.count
        var findings: [QualityFinding] = []
        if let count = uniformRound() {
            findings.append(QualityFinding(.withoutVariation, .serious, count: count, total: counted.count))
        }
        for rt in rts.keys.sorted() {
            guard let chance = uniform(rts[rt] ?? [], groups) else { continue }
            findings.append(
                QualityFinding(
                    .withoutVariation, .serious, rt: rt, count: rts[rt]?.count ?? 0, total: counted.count,
                    chance: chance))
        }
        for name in enumerators.keys.sorted() {
            guard let chance = uniform(enumerators[name] ?? [], groups) else { continue }
            findings.append(
                QualityFinding(
                    .withoutVariation, .serious, enumerator: name, count: enumerators[name]?.count ?? 0,
                    total: counted.count, chance: chance))
        }
        return findings
    }

    /// By chance at most once in a million rounds; an RT's families have much in common.
    private static let uniformChance = 1e-6
    private static let uniformFamilies = 8
    private static let uniformIndicators = 5

    private func uniformRound() -> Int? {
        let asked = framework.indicators.indices.filter { shares.answered[$0] >= Self.uniformFamilies }
        guard asked.count >= Self.uniformIndicators, asked.allSatisfy({ shares.commonest($0) == 1 }) else { return nil }
        return counted.count
    }

    private func uniform(_ families: [CheckedFamily], _ groups: Int) -> Double? {
        guard families.count >= Self.uniformFamilies, families.count < counted.count else { return nil }
        var (asked, constant, logChance) = (0, 0, Tails.natural(Double(groups)))
        for position in framework.indicators.indices where shares.commonest(position) <= 0.95 {
            let keys = families.filter { $0.answers.isCounted(position) }.map { $0.answers.key(position) }
            guard keys.count >= Self.uniformFamilies else { continue }
            asked += 1
            guard Set(keys).count == 1 else { continue }
            constant += 1
            logChance += shares.logUniform(position, families: keys.count)
        }
        guard asked >= Self.uniformIndicators, 10 * constant >= 9 * asked else { return nil }
        let chance = Tails.exponential(logChance)
        return chance <= Self.uniformChance ? chance : nil
    }

    // MARK: Straight-lining

    /// Families that said the same to all statements, but for one at most, whether they name something good or a
    /// problem. Where a framework has no statements of both kinds this cannot be told from a good life, and is not.
    func straightLining() -> [QualityFinding] {
        let assessed = counted.compactMap { family in isStraight(family).map { (family, $0) } }
        let straight = assessed.count { $0.1 }
        guard assessed.count >= 10, straight >= 3 else { return [] }
        let groups = Dictionary(grouping: assessed.filter { $0.0.enumerator != nil }) { $0.0.enumerator ?? "" }
        var findings: [QualityFinding] = []
        for name in groups.keys.sorted() {
            let families = groups[name] ?? []
            let count = families.count { $0.1 }
            let others = assessed.count - families.count
            // The others' share, and one in fifty where there are too few others to tell.
            let usual = max(0.02, others == 0 ? 0 : Double(straight - count) / Double(others))
            let chance =
                Double(groups.count) * Tails.binomial(atLeast: count, of: families.count, chance: min(usual, 1))
            guard count >= 3, chance <= 0.001 else { continue }
            findings.append(
                QualityFinding(
                    .straightLining, 2 * count >= families.count ? .serious : .warning, enumerator: name, count: count,
                    total: families.count, chance: min(chance, 1)))
        }
        // Nobody in particular, but too many: one in twenty.
        if findings.isEmpty && straight >= 5 && 20 * straight >= assessed.count {
            findings.append(QualityFinding(.straightLining, .warning, count: straight, total: assessed.count))
        }
        return findings
    }

    /// Nil where the family answered too few statements of either kind.
    private func isStraight(_ family: CheckedFamily) -> Bool? {
        var (positive, negative, holds) = (0, 0, 0)
        for position in yesOrNo where family.answers.isCounted(position) {
            let isGood = family.answers.good[position] == 1
            if framework.indicators[position].direction == .positive {
                positive += 1
                holds += isGood ? 1 : 0
            } else {
                negative += 1
                holds += isGood ? 0 : 1
            }
        }
        guard positive >= 5, negative >= 3 else { return nil }
        return min(holds, positive + negative - holds) <= 1
    }
}
