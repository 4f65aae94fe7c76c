internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> LokusComparison {
        let queries = ComparisonQueries(lokus: lokus, before: before, after: after)
        let (_, sides, tallies, dimensions, planned) = try await run(
            enter(access, .read, .surveyRound), queries.sides, queries.tallies, queries.dimensions,
            PlannedQueries.ofLokus(lokus))
        guard let earlier = sides.first(where: { $0.side.purpose == before }),
            let later = sides.first(where: { $0.side.purpose == after })
        else {
            // Why there are not two is worth a second question only now.
            let (_, known) = try await run(enter(access, .read, .lokus), lokusExists(lokus))
            throw known ? Refusal.conflict(rule: "round_is_not_closed") : Refusal.notFound
        }
        guard earlier.framework == later.framework else {
            throw Refusal.conflict(rule: "rounds_use_different_frameworks")
        }
        let scheme = try await scheme(access, earlier.framework)
        let rounds = try RoundComparison(
            scheme: scheme, before: tallies.map(\.before), after: tallies.map(\.after),
            shownBefore: ShownScores(dimensions: dimensions.map(\.before), ikk: earlier.ikk),
            shownAfter: ShownScores(dimensions: dimensions.map(\.after), ikk: later.ikk))
        return LokusComparison(
            lokusID: lokus, place: earlier.place, framework: scheme.framework, before: earlier.side,
            after: later.side, rounds: rounds,
            interventions: planned)
    }
}
