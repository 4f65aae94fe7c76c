internal import LibPQ
package import Measurement
package import Planning

extension Store {
    package func samplePlan(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose?, wishes: SurveyOutlook.Wishes
    ) async throws -> SamplePlan {
        let (_, known, found) = try await run(
            enter(access, .read, .surveyRound), lokusExists(lokus), lastClosed(of: lokus, purpose))
        guard known else { throw Refusal.notFound }
        guard let found, let result = found.result else {
            throw Refusal.roundsNotClosed([try await missing(access, lokus, purpose ?? .baseline)].compactMap { $0 })
        }
        let (_, tallies, evidence) = try await run(
            enter(access, .read, .surveyRound), RoundQueries.tallies(found.id), EvidenceQueries.one(found.id))
        guard found.basis == .families, let represented = result.familiesRepresented else {
            throw Refusal.conflict(rule: "round_is_known_by_results_only")
        }
        guard let evidence else { throw Refusal.conflict(rule: "round_has_no_evidence") }
        let scheme = try await scheme(access, found.framework)
        let outlook = try SurveyOutlook(
            tallies: tallies, evidence: evidence, represented: represented, wishes: wishes)
        return SamplePlan(round: found, framework: scheme.framework, tallies: tallies, outlook: outlook)
    }

    /// Why there is none is worth a second question only then.
    private func missing(
        _ access: Access, _ lokus: Lokus.ID, _ purpose: SurveyRound.Purpose
    ) async throws -> DraftFault? {
        let (_, round) = try await run(
            enter(access, .read, .surveyRound), RoundQueries.one(of: lokus, purpose: purpose))
        return round.fault(in: "purpose", purpose)
    }

    /// Of that purpose, or whichever was closed last.
    private func lastClosed(
        of lokus: Lokus.ID, _ purpose: SurveyRound.Purpose?
    ) -> Query<SurveyRound?> {
        let statement: Statement = """
            select \(unescaped: RoundQueries.columns) from survey_round r \(unescaped: RoundQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.state = 'closed'
                and (r.purpose = \(purpose?.rawValue)::text or (\(purpose == nil) and r.basis = 'families'))
            order by r.closed_at desc, r.id desc limit 1
            """
        return statement.first(RoundQueries.round)
    }
}
