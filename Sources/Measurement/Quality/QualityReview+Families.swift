/// Families that were met twice, and families that were not the same.
extension QualityReview {
    private static let doubledAnswers = 20

    /// Two families of an RT with the same answer to everything, persons counted, at least twenty answers, and a pattern
    /// so rare that no such pair is expected in the whole round (1 in 20, were the answers independent).
    ///
    /// Answers hang together, so independence is not trusted alone: pairs from different RTs, which nobody mistook for
    /// each other, show how often this round has such pairs anyway, and there must be clearly more within RTs.
    func doubledFamilies() -> [QualityFinding] {
        let sizes = Dictionary(grouping: counted, by: \.rt).mapValues(\.count)
        let within = sizes.values.reduce(0.0) { $0 + Self.pairs($1) }
        let across = Self.pairs(counted.count) - within
        let answered = counted.filter { family in
            framework.indicators.indices.count { family.answers.isCounted($0) } >= Self.doubledAnswers
        }
        let patterns = Dictionary(grouping: answered, by: \.answers)
        var (found, elsewhere) = ([String: Int](), 0.0)
        var largest = 0.0
        for (pattern, families) in patterns where families.count > 1 {
            let expected = within * Tails.exponential(logChance(pattern))
            guard expected <= 0.05 else { continue }
            let byRT = Dictionary(grouping: families, by: \.rt).mapValues(\.count)
            let same = byRT.values.reduce(0.0) { $0 + Self.pairs($1) }
            elsewhere += Self.pairs(families.count) - same
            for (rt, count) in byRT where count > 1 { found[rt, default: 0] += Int(Self.pairs(count)) }
            if same > 0 { largest = max(largest, expected) }
        }
        let all = found.values.reduce(0, +)
        let usual = across > 0 ? elsewhere / across * within : 0
        guard all > 0, Tails.poisson(atLeast: all, mean: max(usual, largest, 1e-12)) <= 0.05 else { return [] }
        return found.keys.sorted().map { rt in
            let pairs = found[rt] ?? 0
            return QualityFinding(
                .doubledFamilies, pairs >= 3 ? .serious : .warning, rt: rt, count: pairs, total: sizes[rt] ?? 0,
                chance: largest)
        }
    }

    private static func pairs(_ families: Int) -> Double { Double(families) * Double(families - 1) / 2 }

    /// Of answers with a count only: who is not eligible for one question is mostly not for the next either.
    private func logChance(_ answers: PackedAnswers) -> Double {
        framework.indicators.indices.reduce(0.0) { sum, position in
            guard answers.isCounted(position) else { return sum }
            return sum + AnswerShares.log(shares.share(answers.key(position), of: position))
        }
    }

    // MARK: The same families before

    private static let panelFamilies = 30

    /// What the round before makes implausible.
    ///
    /// The same family mostly answers the same again, whatever was done meanwhile. Where agreement is no better than
    /// that of any two families (Cohen's kappa below 0.1 over all indicators), the ids do not name the same families.
    /// Where it is better in general, one indicator on which families say the opposite of before (φ below −0.3, four
    /// standard errors from 0) was coded the other way round, and one without any relation was asked in another way. An
    /// intervention loosens the relation, too, but does not make a third of those worse that were well.
    func panelFindings(_ previous: [CheckedFamily]) -> [QualityFinding] {
        let earlier = Dictionary(
            previous.filter(\.status.isCounted).compactMap { family in family.id.map { ($0, family) } }
        ) { first, _ in first }
        let pairs = counted.compactMap { family in
            (family.previous ?? family.id).flatMap { earlier[$0] }.map { (before: $0.answers, after: family.answers) }
        }
        guard pairs.count >= Self.panelFamilies, pairs.allSatisfy({ $0.before.count == $0.after.count }) else {
            return []
        }
        let cells = yesOrNo.map { position in (position, AnswersTwice(pairs, position)) }
        let varying = cells.filter { $0.1.families >= Self.panelFamilies && $0.1.varies }
        guard varying.count >= 5 else { return [] }
        let observed = varying.reduce(0.0) { $0 + $1.1.agreement }
        let expected = varying.reduce(0.0) { $0 + $1.1.expectedAgreement }
        let total = varying.reduce(0.0) { $0 + Double($1.1.families) }
        let kappa = (observed - expected) / (total - expected)
        if kappa < 0.1 {
            return [QualityFinding(.unrelatedFamilies, .serious, count: pairs.count, total: counted.count)]
        }
        return varying.compactMap { position, cells in
            let (phi, families) = (cells.phi, cells.families)
            let error = 1 / Double(families).squareRoot()
            if phi < -0.3 && phi < -4 * error {
                return QualityFinding(.reversedAnswers, .serious, codes: [code(position)], count: families)
            }
            guard kappa >= 0.3, families >= 100, phi + 2 * error < kappa / 2, phi < 0.1, cells.worsened >= 0.3 else {
                return nil
            }
            return QualityFinding(.unrelatedAnswers, .warning, codes: [code(position)], count: families)
        }
    }
}

/// One indicator by yes and no of families that answered it in both rounds.
private struct AnswersTwice {
    private var both = 0
    private var after = 0
    private var before = 0
    private var neither = 0

    init(_ pairs: [(before: PackedAnswers, after: PackedAnswers)], _ position: Int) {
        for pair in pairs where pair.before.isCounted(position) && pair.after.isCounted(position) {
            switch (pair.before.good[position] == 1, pair.after.good[position] == 1) {
            case (true, true): both += 1
            case (false, true): after += 1
            case (true, false): before += 1
            case (false, false): neither += 1
            }
        }
    }

    var families: Int { both + after + before + neither }
    private var goodBefore: Double { Double(both + before) }
    private var goodAfter: Double { Double(both + after) }

    /// Whether there is enough of either answer in both rounds to compare: one in twenty.
    var varies: Bool {
        let least = Double(families) / 20
        return [goodBefore, goodAfter].allSatisfy { $0 >= least && Double(families) - $0 >= least }
    }

    var agreement: Double { Double(both + neither) }

    /// The share of those good before that are not good after.
    var worsened: Double { goodBefore == 0 ? 0 : Double(before) / goodBefore }

    var expectedAgreement: Double {
        let n = Double(families)
        return (goodBefore * goodAfter + (n - goodBefore) * (n - goodAfter)) / n
    }

    var phi: Double {
        let n = Double(families)
        let root = (goodBefore * (n - goodBefore) * goodAfter * (n - goodAfter)).squareRoot()
        return root == 0 ? 0 : (Double(both) * Double(neither) - Double(before) * Double(after)) / root
    }
}
