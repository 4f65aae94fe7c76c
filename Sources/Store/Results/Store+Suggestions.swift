internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    /// From other lokus of the year and of earlier ones, as far as the caller may see them and they were surveyed again.
    package func suggestions(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose
    ) async throws -> Suggestions {
        let weak = try await weakIndicators(access, of: lokus, purpose: purpose)
        let scheme = weak.scored.scheme
        let gains = try weak.round.result.map { try scheme.gainsAtThreshold($0.tallies) } ?? []
        let (_, years, own) = try await run(
            enter(access, .read, .intervention), SuggestionQueries.years(until: weak.round.place.year),
            SuggestionQueries.deeds(of: lokus))
        var villages: [Suggestions.Village] = []
        for year in years { villages += try await self.villages(access, ofYear: year, by: scheme, without: lokus) }
        return Suggestions(weak, own: own, gains: gains, elsewhere: villages)
    }

    private func villages(
        _ access: Access, ofYear year: Int, by scheme: ScoringScheme, without own: Lokus.ID
    ) async throws -> [Suggestions.Village] {
        let queries = YearQueries(year: year, before: .baseline, after: .resurvey, kabupaten: nil)
        // A year of more lokus than one answer compares is none of one province.
        guard let (kept, pairs) = try await rounds(access, queries) else { return [] }
        let (_, found) = try await run(enter(access, .read, .intervention), SuggestionQueries.deeds(ofYear: year))
        let deeds = Dictionary(grouping: found, by: \.lokus)
        return try pairs.filter { $0.lokus != own }.compactMap { rounds in
            guard case .success(let compared) = try kept.compared(rounds), compared.pair.scheme == scheme else {
                return nil
            }
            return Suggestions.Village(pair: compared.pair, deeds: (deeds[rounds.lokus] ?? []).map(\.deed))
        }
    }
}

enum SuggestionQueries {
    /// So many years back: what was done long ago was done by another framework and with other money.
    private static let most = 10

    /// Of lokus that were surveyed again, the latest first.
    static func years(until year: Int) -> Query<[Int]> {
        let statement: Statement = """
            select distinct l.year
            from lokus l
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
            where l.year between \(Int32(clamping: year - most)) and \(Int32(clamping: year))
                and r.purpose = \(SurveyRound.Purpose.resurvey.rawValue) and r.state = 'closed'
            order by l.year desc
            """
        return statement.rows { row in try row.count() }
    }

    static func deeds(of lokus: Lokus.ID) -> Query<[Suggestions.Deed]> {
        let statement: Statement = "\(unescaped: columns) where i.lokus_id = \(lokus.uuid)"
        return statement.rows { row in try deed(&row).deed }
    }

    static func deeds(ofYear year: Int) -> Query<[(lokus: Lokus.ID, deed: Suggestions.Deed)]> {
        let statement: Statement = """
            \(unescaped: columns)
            join lokus l on l.kabupaten_code = i.kabupaten_code and l.id = i.lokus_id
            where l.year = \(Int32(clamping: year))
            """
        return statement.rows { row in try deed(&row) }
    }

    private static let columns = """
        select i.lokus_id, x.indicator_code, i.catalogue_code, coalesce(p.physical_percent >= 100, false),
            is_committed(i.state)
        from intervention i
        join intervention_indicator x on x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
        left join lateral (select said.physical_percent from latest_progress said
            where said.kabupaten_code = i.kabupaten_code and said.intervention_id = i.id limit 1) p on true
        """

    private static func deed(_ row: inout Row) throws -> (lokus: Lokus.ID, deed: Suggestions.Deed) {
        (
            try row.id(),
            Suggestions.Deed(
                indicator: try row.next(), item: try row.next(), isCompleted: try row.next(),
                isCommitted: try row.next())
        )
    }
}
