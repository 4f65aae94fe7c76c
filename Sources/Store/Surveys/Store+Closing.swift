internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func close(_ access: Access, round id: SurveyRound.ID, at version: Int) async throws -> ScoredRound {
        try await write(access, lasting: bulk) { transaction in
            let lock: Statement = """
                select \(unescaped: RoundQueries.columns) from survey_round r \(unescaped: RoundQueries.joins)
                where r.id = \(id.uuid) for update of r
                """
            let (_, _, found) = try await transaction.pipeline(
                enter(access, .close, .surveyRound), claim(access, location: "\(id)"),
                lock.first(RoundQueries.round))
            guard let found else { throw Refusal.notFound }
            guard found.state == .open else { throw Refusal.conflict(rule: "round_closed_is_final") }
            guard found.stamp.version == version else { throw Refusal.stale(currentVersion: found.stamp.version) }
            let scheme = try await self.scheme(transaction, found.framework)
            let families = try await EvidenceWriting.families(
                of: id, in: found.place.kabupatenCode, scheme: scheme, transaction)
            try check(families.tally)
            let represented = found.familiesInVillage ?? families.tally.representedByCensus
            try await fix(found, families, represented, RoundScore(scheme: scheme, tally: families.tally), transaction)
            let writing = EvidenceWriting(
                round: found, scheme: scheme, schemes: schemes, transaction: transaction)
            try await writing.keep(families, represented: represented)
            try await writing.keepPairs(of: families)
            let (_, closed, tallies, dimensions, evidence, receipts, published, standing) =
                try await transaction.pipeline(
                    finish(access, at: "\(id)"), RoundQueries.one(id), RoundQueries.tallies(id),
                    RoundQueries.dimensions(id), EvidenceQueries.one(id), RoundQueries.receipts(id),
                    PublishedQueries.one(id), StandingQueries.own)
            guard let closed else { throw Refusal.notFound }
            return try ScoredRound(
                round: closed.detailed(imports: receipts, dimensions: dimensions, tallies: tallies)
                    .judged(by: standing), scheme: scheme,
                evidence: evidence, published: published)
        }
    }

    private func check(_ tally: RoundTally) throws {
        guard tally.families.listed > 0 else { throw Refusal.conflict(rule: "round_has_no_families") }
        // Closing is for good, and would fix a round of which nothing can be said.
        guard tally.familiesCounted > 0 else { throw Refusal.conflict(rule: "round_counts_no_family") }
    }

    private func fix(
        _ round: SurveyRound, _ families: RoundFamilies, _ represented: Int, _ score: RoundScore,
        _ transaction: Transaction
    ) async throws {
        let (tally, splits) = (families.tally, families.splits)
        let counts = tally.families
        let weak = score.weakIndicators.count
        let update: Statement = """
            update survey_round set state = 'closed', closed_at = now(),
                families_complete = \(Int32(clamping: counts[.complete])),
                families_partial = \(Int32(clamping: counts[.partial])),
                families_no_respondent = \(Int32(clamping: counts[.noRespondent])),
                families_refused = \(Int32(clamping: counts[.refused])),
                families_moved = \(Int32(clamping: counts[.moved])),
                families_represented = \(Int32(clamping: represented)),
                indicators_used = \(Int16(clamping: score.indicatorsUsed)), weak_count = \(Int16(clamping: weak)),
                ikk = \(score.ikk?.shown.description)::text::numeric, category = \(score.category?.code)
            where id = \(round.id.uuid)
            """
        let results: Statement = """
            insert into indicator_result (kabupaten_code, round_id, position, good, eligible, families_missing,
                families_not_applicable, families_good, families_not_good)
            select \(round.place.kabupatenCode), \(round.id.uuid), ordinality - 1, good, eligible, missing,
                not_applicable, families_good, families_not_good
            from unnest(\(tally.indicators.map { Int32(clamping: $0.good) }),
                \(tally.indicators.map { Int32(clamping: $0.eligible) }),
                \(tally.indicators.map { Int32(clamping: $0.familiesMissing) }),
                \(tally.indicators.map { Int32(clamping: $0.familiesNotApplicable) }),
                \(splits.indicators.map { Int32(clamping: $0.good) }),
                \(splits.indicators.map { Int32(clamping: $0.notGood) }))
                with ordinality as tally (good, eligible, missing, not_applicable, families_good, families_not_good,
                    ordinality)
            """
        let dimensions: Statement = """
            insert into dimension_result (kabupaten_code, round_id, position, value)
            select \(round.place.kabupatenCode), \(round.id.uuid), ordinality - 1, nullif(value, '')::numeric
            from unnest(\(score.dimensions.map { $0?.shown.description ?? "" }))
                with ordinality as shown (value, ordinality)
            """
        _ = try await transaction.pipeline(update.void, results.void, dimensions.void)
    }
}
