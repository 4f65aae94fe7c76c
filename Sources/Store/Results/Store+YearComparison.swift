internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison {
        let queries = YearQueries(year: year, before: before, after: after, kabupaten: kabupaten)
        let (_, found, tallies, evidence, panels, targets) = try await run(
            enter(access, .read, .surveyRound), queries.lokus, queries.tallies, queries.evidence, queries.pairs,
            queries.targets)
        guard Set(found.map(\.lokus)).count <= YearQueries.mostLokus else {
            throw Refusal.faults([DraftFault(pointer: "kabupaten_code", code: .required)])
        }
        var kept = KeptRounds(
            purpose: after, tallies: tallies, evidence: evidence, panels: panels, targets: targets)
        for id in Set(found.compactMap { $0.round?.framework }) { kept.schemes[id] = try await scheme(access, id) }
        let pairs = YearQueries.Pair.all(found, before, after)
        for versions in Set(pairs.compactMap(\.versions)) {
            kept.bridges[versions] = try await bridge(access, from: versions.before, to: versions.after)
        }
        let items = try pairs.map { try kept.item($0) }
        return YearComparison(year: year, before: before, after: after, items, by: order)
    }
}

/// What is kept of the rounds of a year.
private struct KeptRounds {
    /// Of the later rounds.
    let purpose: SurveyRound.Purpose
    let tallies: [SurveyRound.ID: [IndicatorTally]]
    let evidence: [SurveyRound.ID: RoundEvidence]
    /// By either round.
    let panels: [SurveyRound.ID: KeptPair]
    let targets: [Lokus.ID: DeclaredTargets]
    var schemes: [Framework.ID: ScoringScheme] = [:]
    var bridges: [YearQueries.Versions: FrameworkBridge] = [:]

    init(
        purpose: SurveyRound.Purpose, tallies: [(round: SurveyRound.ID, tallies: [IndicatorTally])],
        evidence: [(round: SurveyRound.ID, evidence: RoundEvidence)], panels: [KeptPair],
        targets: [(lokus: Lokus.ID, declared: DeclaredTargets)]
    ) {
        self.purpose = purpose
        self.targets = Dictionary(targets.map { ($0.lokus, $0.declared) }) { first, _ in first }
        self.tallies = Dictionary(tallies.map { ($0.round, $0.tallies) }) { first, _ in first }
        self.evidence = Dictionary(evidence.map { ($0.round, $0.evidence) }) { first, _ in first }
        self.panels = Dictionary(panels.map { ($0.before, $0) }) { first, _ in first }
    }

    func item(_ rounds: YearQueries.Pair) throws -> YearComparison.Item {
        let (before, after, declared) = (rounds.before, rounds.after, targets[rounds.lokus])
        func item(_ obstacle: YearComparison.Obstacle) -> YearComparison.Item {
            YearComparison.Item(
                lokusID: rounds.lokus, place: rounds.place, before: before, after: after, change: nil,
                obstacle: obstacle)
        }
        guard let before, let after else {
            return item(before != nil ? .afterMissing : after != nil ? .beforeMissing : .bothMissing)
        }
        guard let earlier = side(before), let later = side(after) else { return item(.noEvidence) }
        let panel = try (panels[before.id] ?? panels[after.id])?.evidence(from: before.id)
        let bridge = rounds.versions.flatMap { bridges[$0] }
        let pair: RoundPair
        let codes: [String]
        if before.framework == after.framework, let scheme = schemes[before.framework] {
            pair = try RoundPair(scheme: scheme, before: earlier, after: later, panel: panel)
            codes = declared?.codes(by: scheme) ?? []
        } else if let bridge {
            pair = try bridge.pair(before: earlier, after: later, panel: panel)
            codes = declared?.codes(over: bridge) ?? []
        } else {
            return item(.differentFrameworks)
        }
        let aims = declared?.targets.byPosition(codes) ?? [:]
        return YearComparison.Item(
            lokusID: rounds.lokus, place: rounds.place, before: before, after: after,
            change: RoundChange(pair, targets: purpose.isJudged ? Set(aims.keys) : []), obstacle: nil,
            isPanel: panel != nil, isBridged: bridge != nil,
            targets: declared.map { targets($0.targets.ikk, aims, pair, index: bridge == nil ? after.ikk : nil) })
    }

    private func targets(
        _ ikk: Hundredths?, _ aims: [Int: Hundredths], _ pair: RoundPair, index: ShownValue?
    ) -> YearComparison.Targets {
        let digits = pair.scheme.framework.roundingDigits
        let reached = aims.count { position, target in
            target.isReached(by: pair.after.tallies[position].shown(digits: digits)) == true
        }
        return YearComparison.Targets(
            ikk: ikk, isIKKReached: purpose.isJudged ? ikk?.isReached(by: index) : nil, indicators: aims.count,
            reached: purpose.isJudged ? reached : nil)
    }

    private func side(_ round: YearComparison.Round) -> RoundPair.Side? {
        guard let tallies = tallies[round.id], let evidence = evidence[round.id] else { return nil }
        return RoundPair.Side(tallies: tallies, basis: .families(evidence))
    }
}
