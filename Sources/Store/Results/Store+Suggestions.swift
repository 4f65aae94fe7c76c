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
        let gains = try scheme.gainsAtThreshold(weak.round.result?.tallies ?? [])
        let (_, years) = try await run(
            enter(access, .read, .surveyRound), SuggestionQueries.years(until: weak.round.place.year))
        var others: [(lokus: Lokus.ID, compared: KeptRounds.Compared)] = []
        for year in years {
            let queries = YearQueries(year: year, before: .baseline, after: .resurvey, kabupaten: nil)
            // A year of more lokus than one answer compares is none of one province.
            guard let (kept, pairs) = try await rounds(access, queries) else { continue }
            others += try kept.others(than: lokus, by: scheme, of: pairs)
        }
        let (_, found) = try await run(
            enter(access, .read, .intervention), SuggestionQueries.deeds(of: [lokus] + others.map(\.lokus)))
        let deeds = Dictionary(grouping: found, by: \.lokus).mapValues { $0.map(\.deed) }
        return Suggestions(
            weak, own: deeds[lokus] ?? [], gains: gains,
            elsewhere: others.map { Suggestions.Village(pair: $0.compared.pair, deeds: deeds[$0.lokus] ?? []) })
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

    static func deeds(of lokus: [Lokus.ID]) -> Query<[(lokus: Lokus.ID, deed: Suggestions.Deed)]> {
        let statement: Statement = """
            select i.lokus_id, x.indicator_code, i.catalogue_code, coalesce(p.physical_percent >= 100, false),
                is_committed(i.state)
            from lokus l
            join intervention i on i.kabupaten_code = l.kabupaten_code and i.lokus_id = l.id
            join intervention_indicator x on x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
            left join lateral (select said.physical_percent from latest_progress said
                where said.kabupaten_code = i.kabupaten_code and said.intervention_id = i.id limit 1) p on true
            where l.id = any (\(lokus.map(\.uuid)))
            """
        return statement.rows { row in
            (
                lokus: try row.id(),
                deed: Suggestions.Deed(
                    indicator: try row.next(), item: try row.next(), isCompleted: try row.next(),
                    isCommitted: try row.next())
            )
        }
    }
}
