internal import LibPQ
package import Planning

extension Store {
    package func discard(
        _ access: Access, round id: SurveyRound.ID, at version: Int, reason: String
    ) async throws -> DiscardedRound {
        let discarding: Statement = """
            select families, files from discard_round(\(id.uuid), \(Int32(clamping: version)), \(reason))
            """
        return try await write(access, lasting: bulk) { transaction in
            let (_, _, found, counts) = try await transaction.pipeline(
                enter(access, .discard, .surveyRound), claim(access, location: "\(id)"), RoundQueries.one(id),
                discarding.one { row in (families: try row.optionalCount(), files: try row.optionalCount()) })
            guard let found else { throw Refusal.notFound }
            guard let families = counts.families, let files = counts.files else {
                throw Refusal.stale(currentVersion: found.stamp.version)
            }
            try await transaction.pipeline(settle(access, "\(id) \(families) \(files)"))
            return DiscardedRound(families: families, files: files)
        }
    }
}
