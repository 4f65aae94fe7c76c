internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func rounds(_ access: Access, _ listing: Listing<SurveyRoundField>) -> Reading<SurveyRound> {
        reading(RoundQueries.list, listing, access)
    }

    package func round(_ access: Access, id: SurveyRound.ID) async throws -> ScoredRound {
        let (_, found, tallies, dimensions, evidence, published, standing) = try await run(
            enter(access, .read, .surveyRound), RoundQueries.one(id), RoundQueries.tallies(id),
            RoundQueries.dimensions(id), EvidenceQueries.one(id), PublishedQueries.one(id), StandingQueries.own)
        guard let found else { throw Refusal.notFound }
        let scheme = try await scheme(access, found.framework)
        // Receipts name files: most have no grant to read them.
        let receipts = standing.has(Permission(.read, .surveyImport)) ? try await self.receipts(access, id) : []
        return try settled(found.basis != .families) {
            try ScoredRound(
                round: found.detailed(imports: receipts, dimensions: dimensions, tallies: tallies)
                    .judged(by: standing), scheme: scheme,
                evidence: evidence, published: published)
        }
    }

    package func receipt(_ access: Access, id: SurveyReceipt.ID) async throws -> SurveyReceipt {
        let (_, found) = try await run(enter(access, .read, .surveyImport), RoundQueries.receipt(id))
        guard let found else { throw Refusal.notFound }
        return found
    }

    private func receipts(_ access: Access, _ id: SurveyRound.ID) async throws -> [SurveyReceipt] {
        let (_, receipts) = try await run(enter(access, .read, .surveyRound), RoundQueries.receipts(id))
        return receipts
    }
}
