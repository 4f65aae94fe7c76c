/// Looks for what should be explained before the figures of a round are believed.
///
/// Every rule is one that an honest round breaks at most once in a thousand rounds, or that needs no chance at all; the
/// limits are stated at each. Answers are compared among families that enter the index.
package struct QualityReview: Sendable {
    let framework: Framework
    let all: [CheckedFamily]
    let counted: [CheckedFamily]
    let shares: AnswerShares

    /// Throws where a family's answers are not one an indicator.
    package init(framework: Framework, families: [CheckedFamily]) throws(FrameworkMismatch) {
        for family in families { try FrameworkMismatch.check(family.answers.count, is: framework.indicators.count) }
        self.framework = framework
        all = families
        counted = families.filter(\.status.isCounted)
        shares = AnswerShares(counted, indicators: framework.indicators.count)
    }

    /// All findings, the serious ones first, otherwise in the order of the kinds.
    ///
    /// - Parameters:
    ///   - days: When the round took place, counted as the families' days are.
    ///   - previous: The families of the round that this one is a panel of.
    ///   - earlier: The tallies of the last round before this one, by the same framework.
    ///   - published: What was announced of this round.
    package func findings(
        days: ClosedRange<Int>? = nil, previous: [CheckedFamily] = [], earlier: [IndicatorTally] = [],
        published: PublishedFigures? = nil
    ) throws(InvalidFramework) -> [QualityFinding] {
        var findings = twinIndicators() + groupsWithoutVariation() + straightLining() + doubledFamilies()
        findings += panelFindings(previous) + leaps(earlier)
        if let published { findings += try contradictions(published) }
        findings += missing() + interviews(days)
        return findings.filter { $0.severity == .serious } + findings.filter { $0.severity == .warning }
    }

    /// Positions of indicators that each family answers by yes or no.
    var yesOrNo: [Int] { framework.indicators.indices.filter { framework.indicators[$0].isProportionOfFamilies } }

    func code(_ position: Int) -> String { framework.indicators[position].code }

    // MARK: Missing answers

    /// More than a fifth of the families without an answer is a warning, half of them is serious.
    private func missing() -> [QualityFinding] {
        guard counted.count >= 10 else { return [] }
        return framework.indicators.indices.compactMap { position in
            let missing = counted.count { $0.answers.eligible[position] == PackedAnswers.missing }
            guard 5 * missing >= counted.count else { return nil }
            return QualityFinding(
                .manyMissing, 2 * missing >= counted.count ? .serious : .warning, codes: [code(position)],
                count: missing,
                total: counted.count)
        }
    }

    // MARK: Interviews

    /// An interview takes a quarter of an hour with the way to the house: more than this in a day are not interviews.
    static let mostInterviewsADay = 30

    private func interviews(_ days: ClosedRange<Int>?) -> [QualityFinding] {
        var findings: [QualityFinding] = []
        let dated = all.filter { $0.day != nil }
        if let days {
            let outside = dated.count { !days.contains($0.day ?? days.lowerBound) }
            if outside > 0 {
                findings.append(QualityFinding(.outsideRound, .warning, count: outside, total: dated.count))
            }
        }
        var perDay: [String: [Int: Int]] = [:]
        for family in dated where family.status.isCounted {
            guard let enumerator = family.enumerator, let day = family.day else { continue }
            perDay[enumerator, default: [:]][day, default: 0] += 1
        }
        for enumerator in perDay.keys.sorted() {
            let tooMany = perDay[enumerator]?.values.filter { $0 > Self.mostInterviewsADay } ?? []
            guard let most = tooMany.max() else { continue }
            findings.append(
                QualityFinding(
                    .tooManyInterviews, most > 2 * Self.mostInterviewsADay ? .serious : .warning,
                    enumerator: enumerator,
                    count: most, total: Self.mostInterviewsADay))
        }
        return findings
    }

    // MARK: Published figures

    private func contradictions(_ published: PublishedFigures) throws(InvalidFramework) -> [QualityFinding] {
        let scheme = try ScoringScheme(framework)
        guard let score = try? RoundScore(scheme: scheme, indicators: tallies) else { return [] }
        func finding(_ codes: [String], _ announced: ShownValue?, _ found: Score?) -> QualityFinding? {
            guard let announced, let found, !announced.rounds(found.value) else { return nil }
            return QualityFinding(
                .publishedDiffers, .serious, codes: codes, count: counted.count, reference: announced,
                computed: found.shown)
        }
        let indicators = score.indicators.compactMap { finding([$0.code], published.indicators[$0.code], $0.score) }
        let dimensions = framework.dimensions.indices.compactMap { position in
            let code = framework.dimensions[position].code
            return finding([code], published.dimensions[code], score.dimensions[position])
        }
        return indicators + dimensions + [finding([], published.index, score.ikk)].compactMap { $0 }
    }
}

extension ShownValue {
    /// Whether this is what `value` points are shown as with as many digits.
    fileprivate func rounds(_ value: Double) -> Bool {
        let scale = Double(Self.unitsPerPoint(digits: digits))
        return abs(value * scale - Double(units)) <= 0.5 + 1e-6
    }
}
