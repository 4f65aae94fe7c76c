internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func importResults(
        _ access: Access, _ lines: [ResultLine], _ request: ResultImportRequest
    ) async throws -> ResultReceipt {
        try await write(access, lasting: bulk) { transaction in
            let id = ResultReceipt.ID.new()
            let (caller, _) = try await transaction.pipeline(
                enter(access, .import, .surveyRound), claim(access, location: "\(id)"))
            let merge = ResultMerge(id: id, request: request, areas: caller.areas, transaction: transaction)
            return try await merge.receipt(lines, isDryRun: access.isDryRun) { framework in
                try await scheme(transaction, framework)
            }
        }
    }

    package func resultReceipt(_ access: Access, id: ResultReceipt.ID) async throws -> ResultReceipt {
        let (_, found) = try await run(enter(access, .read, .surveyImport), PublishedQueries.receipts(id))
        guard let first = found.first else { throw Refusal.notFound }
        return found.dropFirst().reduce(first, +)
    }

    package func reconciliation(_ access: Access, round id: SurveyRound.ID) async throws -> RoundReconciliation {
        let (_, found, tallies, dimensions, published) = try await run(
            enter(access, .read, .surveyRound), RoundQueries.one(id), RoundQueries.tallies(id),
            RoundQueries.dimensions(id), PublishedQueries.one(id))
        guard let found else { throw Refusal.notFound }
        guard let result = found.detailed(imports: [], dimensions: dimensions, tallies: tallies).result else {
            throw Refusal.conflict(rule: "round_is_not_closed")
        }
        let scheme = try await scheme(access, found.framework)
        guard !published.figures.isEmpty else {
            throw Refusal.conflict(rule: "round_has_no_published_result")
        }
        return try RoundReconciliation(round: found, result: result, scheme: scheme, published: published)
    }
}

extension ResultReceipt {
    /// One file, in two kabupaten.
    fileprivate static func + (one: ResultReceipt, other: ResultReceipt) -> ResultReceipt {
        ResultReceipt(
            id: one.id, isDryRun: one.isDryRun, fileName: one.fileName, fileSHA256: one.fileSHA256,
            rowsRead: one.rowsRead + other.rowsRead, added: one.added + other.added,
            changed: one.changed + other.changed, same: one.same + other.same, ignored: one.ignored + other.ignored,
            roundsMade: one.roundsMade + other.roundsMade, rounds: one.rounds + other.rounds,
            importedAt: one.importedAt)
    }
}
