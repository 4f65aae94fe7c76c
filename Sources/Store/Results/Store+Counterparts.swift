internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    /// Other lokus of the year that the caller may see, by the same framework and with both rounds.
    package func counterparts(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> Counterparts {
        let own = try await comparison(access, of: lokus, before: before, after: after)
        let queries = YearQueries(year: own.place.year, before: before, after: after, kabupaten: nil)
        let (kept, pairs) = try await rounds(access, queries)
        let (_, aims) = try await run(enter(access, .read, .intervention), queries.aims)
        let codes = Dictionary(aims) { first, _ in first }
        let villages = try pairs.filter { $0.lokus != lokus }.compactMap { rounds -> Counterparts.Village? in
            guard case .success(let compared) = try kept.compared(rounds), compared.pair.scheme == own.scheme else {
                return nil
            }
            let aimed = Set(codes[rounds.lokus] ?? [])
            return Counterparts.Village(
                pair: compared.pair,
                aims: Set(compared.plannedCodes.indices.filter { aimed.contains(compared.plannedCodes[$0]) }))
        }
        return Counterparts(own, among: villages)
    }
}
