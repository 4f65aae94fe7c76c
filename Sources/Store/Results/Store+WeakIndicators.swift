internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func weakIndicators(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose
    ) async throws -> WeakIndicators {
        let (_, found, tallies, dimensions, evidence, duties, catalogue, planned, known) = try await run(
            enter(access, .read, .surveyRound), RoundQueries.one(of: lokus, purpose: purpose),
            RoundQueries.tallies(of: lokus, purpose: purpose), RoundQueries.dimensions(of: lokus, purpose: purpose),
            EvidenceQueries.one(of: lokus, purpose: purpose), duties(of: lokus), catalogue(of: lokus),
            PlannedQueries.ofLokus(lokus), lokusExists(lokus))
        guard known else { throw Refusal.notFound }
        guard let found, found.state == .closed else {
            throw Refusal.roundsNotClosed([found.fault(in: "purpose", purpose)].compactMap { $0 })
        }
        let scheme = try await scheme(access, found.framework)
        let score = try RoundScore(scheme: scheme, indicators: tallies)
        let scored = try settled(found.basis != .families) {
            try ScoredRound(
                round: found.detailed(imports: [], dimensions: dimensions, tallies: tallies), scheme: scheme,
                evidence: evidence)
        }
        let items = score.indicators.indices.filter { score.indicators[$0].isWeak }.map { position in
            let indicator = scheme.framework.indicators[position]
            return WeakIndicators.Item(
                indicator: indicator, score: score.indicators[position],
                described: scored.description?.indicators[position],
                duties: duties.filter { $0.indicator == indicator.code }.map(\.agency),
                catalogue: catalogue.filter { $0.indicators.contains(indicator.code) },
                planned: planned.filter { $0.indicators.contains(indicator.code) })
        }
        return WeakIndicators(scored: scored, items: items)
    }

    func lokusExists(_ id: Lokus.ID) -> Query<Bool> {
        let statement: Statement = "select exists (select from lokus where id = \(id.uuid))"
        return statement.one { row in try row.next() }
    }

    /// Agencies of the lokus's kabupaten with the duty to move an indicator; of those that serve a part of it, the ones
    /// that serve the lokus.
    private func duties(of lokus: Lokus.ID) -> Query<[(indicator: String, agency: AgencyName)]> {
        let statement: Statement = """
            select d.indicator_code, a.code, a.short_name
            from agency_duty d
            join agency a on a.kabupaten_code = d.kabupaten_code and a.code = d.agency_code
            join lokus l on l.id = \(lokus.uuid) and l.kabupaten_code = d.kabupaten_code
            where a.region_code is null or starts_with(l.desa_code, a.region_code)
            order by d.indicator_code, a.code
            """
        return statement.rows { row in
            (indicator: try row.next(), agency: AgencyName(code: try row.next(), shortName: try row.next()))
        }
    }

    /// The catalogue, with those agencies of the lokus's kabupaten that may do each kind.
    private func catalogue(of lokus: Lokus.ID) -> Query<[CatalogueItem]> {
        let statement: Statement = """
            select \(unescaped: Self.catalogueColumns(agenciesWhere: "a.kabupaten_code = here.kabupaten_code"))
            from catalogue_item c join lokus here on here.id = \(lokus.uuid) order by c.code
            """
        return statement.rows(Self.catalogueItem)
    }
}
