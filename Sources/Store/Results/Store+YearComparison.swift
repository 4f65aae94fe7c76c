internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison {
        let queries = YearQueries(year: year, before: before, after: after, kabupaten: kabupaten)
        let (_, found, tallies, evidence, pairs) = try await run(
            enter(access, .read, .surveyRound), queries.lokus, queries.tallies, queries.evidence, queries.pairs)
        guard Set(found.map(\.lokus)).count <= YearQueries.mostLokus else {
            throw Refusal.faults([DraftFault(pointer: "kabupaten_code", code: .required)])
        }
        var kept = KeptRounds(tallies: tallies, evidence: evidence, pairs: pairs)
        for id in Set(found.compactMap { $0.round?.framework }) { kept.schemes[id] = try await scheme(access, id) }
        // A lokus has a row for each of its two rounds.
        var items: [YearComparison.Item] = []
        var rest = found[...]
        while let first = rest.first {
            let own = rest.prefix { $0.lokus == first.lokus }
            rest = rest.dropFirst(own.count)
            items.append(
                try kept.item(
                    first, before: own.first { $0.purpose == before }?.round,
                    after: own.first { $0.purpose == after }?.round))
        }
        return YearComparison(year: year, before: before, after: after, items, by: order)
    }
}

/// What is kept of the rounds of a year.
private struct KeptRounds {
    let tallies: [SurveyRound.ID: [IndicatorTally]]
    let evidence: [SurveyRound.ID: RoundEvidence]
    /// By either round.
    let pairs: [SurveyRound.ID: KeptPair]
    var schemes: [Framework.ID: ScoringScheme] = [:]

    init(
        tallies: [(round: SurveyRound.ID, tallies: [IndicatorTally])],
        evidence: [(round: SurveyRound.ID, evidence: RoundEvidence)], pairs: [KeptPair]
    ) {
        self.tallies = Dictionary(tallies.map { ($0.round, $0.tallies) }) { first, _ in first }
        self.evidence = Dictionary(evidence.map { ($0.round, $0.evidence) }) { first, _ in first }
        self.pairs = Dictionary(pairs.map { ($0.before, $0) }) { first, _ in first }
    }

    func item(
        _ found: YearQueries.Found, before: YearComparison.Round?, after: YearComparison.Round?
    ) throws -> YearComparison.Item {
        func item(_ obstacle: YearComparison.Obstacle) -> YearComparison.Item {
            YearComparison.Item(
                lokusID: found.lokus, place: found.place, before: before, after: after, change: nil,
                obstacle: obstacle, isPanel: false)
        }
        guard let before, let after else {
            return item(before != nil ? .afterMissing : after != nil ? .beforeMissing : .bothMissing)
        }
        guard before.framework == after.framework, let scheme = schemes[before.framework] else {
            return item(.differentFrameworks)
        }
        guard let earlier = side(before), let later = side(after) else { return item(.noEvidence) }
        let panel = try (pairs[before.id] ?? pairs[after.id])?.evidence(from: before.id)
        let pair = try RoundPair(scheme: scheme, before: earlier, after: later, panel: panel)
        return YearComparison.Item(
            lokusID: found.lokus, place: found.place, before: before, after: after, change: RoundChange(pair),
            obstacle: nil, isPanel: panel != nil)
    }

    private func side(_ round: YearComparison.Round) -> RoundPair.Side? {
        guard let tallies = tallies[round.id], let evidence = evidence[round.id] else { return nil }
        return RoundPair.Side(tallies: tallies, basis: .families(evidence))
    }
}
