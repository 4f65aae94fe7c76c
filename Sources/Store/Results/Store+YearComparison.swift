internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison {
        let queries = YearQueries(year: year, before: before, after: after, kabupaten: kabupaten)
        let (_, found, tallies, evidence, panels) = try await run(
            enter(access, .read, .surveyRound), queries.lokus, queries.tallies, queries.evidence, queries.pairs)
        guard Set(found.map(\.lokus)).count <= YearQueries.mostLokus else {
            throw Refusal.faults([DraftFault(pointer: "kabupaten_code", code: .required)])
        }
        var kept = KeptRounds(tallies: tallies, evidence: evidence, panels: panels)
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
    let tallies: [SurveyRound.ID: [IndicatorTally]]
    let evidence: [SurveyRound.ID: RoundEvidence]
    /// By either round.
    let panels: [SurveyRound.ID: KeptPair]
    var schemes: [Framework.ID: ScoringScheme] = [:]
    var bridges: [YearQueries.Versions: FrameworkBridge] = [:]

    init(
        tallies: [(round: SurveyRound.ID, tallies: [IndicatorTally])],
        evidence: [(round: SurveyRound.ID, evidence: RoundEvidence)], panels: [KeptPair]
    ) {
        self.tallies = Dictionary(tallies.map { ($0.round, $0.tallies) }) { first, _ in first }
        self.evidence = Dictionary(evidence.map { ($0.round, $0.evidence) }) { first, _ in first }
        self.panels = Dictionary(panels.map { ($0.before, $0) }) { first, _ in first }
    }

    func item(_ rounds: YearQueries.Pair) throws -> YearComparison.Item {
        let (before, after) = (rounds.before, rounds.after)
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
        if before.framework == after.framework, let scheme = schemes[before.framework] {
            pair = try RoundPair(scheme: scheme, before: earlier, after: later, panel: panel)
        } else if let bridge {
            pair = try bridge.pair(before: earlier, after: later, panel: panel)
        } else {
            return item(.differentFrameworks)
        }
        return YearComparison.Item(
            lokusID: rounds.lokus, place: rounds.place, before: before, after: after, change: RoundChange(pair),
            obstacle: nil, isPanel: panel != nil, isBridged: bridge != nil)
    }

    private func side(_ round: YearComparison.Round) -> RoundPair.Side? {
        guard let tallies = tallies[round.id], let evidence = evidence[round.id] else { return nil }
        return RoundPair.Side(tallies: tallies, basis: .families(evidence))
    }
}
