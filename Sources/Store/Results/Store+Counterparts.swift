internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    /// Other lokus of the year that the caller may see, by the same framework and with both rounds; of the same kabupaten
    /// where those are too many for one answer.
    package func counterparts(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> Counterparts {
        let own = try await comparison(access, of: lokus, before: before, after: after)
        func queries(_ kabupaten: String?) -> YearQueries {
            YearQueries(year: own.place.year, before: before, after: after, kabupaten: kabupaten)
        }
        let everywhere = try await rounds(access, queries(nil))
        let near = everywhere == nil ? try await rounds(access, queries(own.place.kabupatenCode)) : nil
        guard let (kept, pairs) = everywhere ?? near else { return Counterparts(own, among: []) }
        let (_, aims) = try await run(enter(access, .read, .intervention), queries(nil).aims)
        let codes = Dictionary(aims) { first, _ in first }
        let others = try kept.others(than: lokus, by: own.scheme, of: pairs)
        let villages = others.compactMap { other, compared -> Counterparts.Village? in
            let (aimed, planned) = (Set(codes[other] ?? []), compared.plannedCodes ?? [])
            // Of a plan by another framework nobody can say what it did nothing about.
            guard aimed.isEmpty || !planned.isEmpty else { return nil }
            return Counterparts.Village(
                pair: compared.pair, aims: Set(planned.indices.filter { aimed.contains(planned[$0]) }))
        }
        return Counterparts(own, among: villages)
    }
}
