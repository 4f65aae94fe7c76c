internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> LokusComparison {
        let queries = ComparisonQueries(lokus: lokus, before: before, after: after)
        let (_, sides, tallies, dimensions, evidence, pair, planned) = try await run(
            enter(access, .read, .surveyRound), queries.sides, queries.tallies, queries.dimensions, queries.evidence,
            queries.pair, PlannedQueries.ofLokus(lokus))
        guard let earlier = sides.first(where: { $0.side.purpose == before }),
            let later = sides.first(where: { $0.side.purpose == after })
        else {
            // Why there are not two is worth a second question only now.
            let (_, known, first, second) = try await run(
                enter(access, .read, .surveyRound), lokusExists(lokus), RoundQueries.one(of: lokus, purpose: before),
                RoundQueries.one(of: lokus, purpose: after))
            guard known else { throw Refusal.notFound }
            throw Refusal.roundsNotClosed(
                [first.fault(in: "before", before), second.fault(in: "after", after)].compactMap { $0 })
        }
        guard earlier.framework == later.framework else {
            throw Refusal.conflict(rule: "rounds_use_different_frameworks")
        }
        let scheme = try await scheme(access, earlier.framework)
        let rounds = try RoundComparison(
            scheme: scheme, before: tallies.map(\.before), after: tallies.map(\.after),
            shownBefore: ShownScores(dimensions: dimensions.map(\.before), ikk: earlier.ikk),
            shownAfter: ShownScores(dimensions: dimensions.map(\.after), ikk: later.ikk))
        func side(_ found: ComparisonQueries.Side, _ tallies: [IndicatorTally]) throws -> RoundPair.Side {
            guard let kept = evidence.first(where: { $0.round == found.side.roundID }) else {
                throw Refusal.conflict(rule: "round_has_no_evidence")
            }
            return RoundPair.Side(tallies: tallies, basis: .families(kept.evidence))
        }
        return try LokusComparison(
            lokusID: lokus, place: earlier.place, scheme: scheme, before: earlier.side, after: later.side,
            rounds: rounds,
            pair: RoundPair(
                scheme: scheme, before: side(earlier, tallies.map(\.before)), after: side(later, tallies.map(\.after)),
                panel: pair?.evidence(from: earlier.side.roundID)),
            interventions: planned)
    }
}

extension SurveyRound? {
    /// Nil for a round that has results.
    func fault(in parameter: String, _ purpose: SurveyRound.Purpose) -> DraftFault? {
        switch self?.state {
        case .closed: nil
        case .open: DraftFault(pointer: parameter, code: .roundOpen, value: purpose.rawValue)
        case nil: DraftFault(pointer: parameter, code: .roundMissing, value: purpose.rawValue)
        }
    }
}
