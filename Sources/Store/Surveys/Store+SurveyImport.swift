internal import LibPQ
package import Measurement
package import Planning

extension Store {
    package func importSurvey(
        _ access: Access, _ request: SurveyImportRequest,
        reading: (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome {
        do {
            return try await transaction(lasting: bulk) { transaction in
                let outcome = try await perform(access, request, transaction, reading)
                // What must leave no trace ends its transaction by an error, the only way to roll one back.
                if request.isDryRun || !outcome.isImported { throw Undone(outcome: outcome) }
                return outcome
            }
        } catch let undone as Undone {
            return undone.outcome
        }
    }

    private func perform(
        _ access: Access, _ request: SurveyImportRequest, _ transaction: Transaction,
        _ reading: (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome {
        let newRound = SurveyRound.ID.new()
        _ = try await transaction.pipeline(enter(access, .import, .surveyRound))
        let making = RoundMaking(request: request, transaction: transaction)
        let ground = try await making.lock()
        // Before anything is judged: a repeated request is answered even where the round was closed since.
        if !request.isDryRun {
            let location = "/api/v1/survey-rounds/\(ground.present?.id ?? newRound)"
            try await transaction.pipeline(claim(access, location: location))
        }
        let round = try await making.round(on: ground, orMake: newRound)
        let scheme = try await scheme(transaction, round.framework)
        // One import sorts and joins as many rows as a list has in a year; spilling them to disk costs a tenth of it.
        try await transaction.simple("set local work_mem = '64MB'")
        try await transaction.simple(Incoming.create)
        var summary: SurveyFileSummary?
        _ = try await transaction.copyIn(Incoming.copy) { copy in
            try await copy.write(FamilyCopy.header)
            let sink = FamilyCopySink(copy: copy, families: FamilyCopy(key: familyKey))
            summary = try await reading(scheme.framework, sink)
            try await copy.write(FamilyCopy.trailer)
        }
        let repeated = try await transaction.pipeline(Incoming.repeatedTotal)
        guard let summary, repeated == 0 else {
            let first = repeated == 0 ? [] : try await transaction.pipeline(Incoming.repeatedFirst)
            return .refused(RepeatedFamilies(first: first, total: repeated))
        }
        return .imported(try await merge(request, round, summary, transaction))
    }

    private func merge(
        _ request: SurveyImportRequest, _ round: RoundMaking.Found, _ summary: SurveyFileSummary,
        _ transaction: Transaction
    ) async throws -> SurveyReceipt {
        let importID = SurveyReceipt.ID.new()
        let (present, byStatus, changed, added) = try await transaction.pipeline(
            Incoming.present(in: round.id), Incoming.byStatus, Incoming.update(round.id),
            Incoming.insert(into: round.id, kabupaten: round.kabupaten))
        let removed = request.replacesAll ? try await transaction.pipeline(Incoming.removeMissing(from: round.id)) : 0
        let receipt: Statement = """
            insert into survey_import (kabupaten_code, id, round_id, file_name, file_sha256, replaces_all, rows_read,
                rows_added, rows_changed, rows_same, rows_removed, imported_by)
            values (\(round.kabupaten), \(importID.uuid), \(round.id.uuid), \(request.fileName), \(summary.sha256),
                \(request.replacesAll), \(Int32(clamping: summary.rowsRead)), \(Int32(clamping: added)),
                \(Int32(clamping: changed)), \(Int32(clamping: present.same)), \(Int32(clamping: removed)),
                current_setting('selaras.principal')::uuid)
            returning imported_at
            """
        let importedAt = try await transaction.pipeline(receipt.one { row in try row.moment() })
        return SurveyReceipt(
            id: importID, roundID: round.id, purpose: request.purpose, fileName: request.fileName,
            fileSHA256: summary.sha256, rowsRead: summary.rowsRead, added: added, changed: changed,
            same: present.same, removed: removed, importedAt: importedAt,
            outcome: SurveyReceipt.Outcome(
                isDryRun: request.isDryRun, madeRound: round.isNew, missingFromFile: present.missing,
                familiesInRound: present.missing + summary.rowsRead - removed, byStatus: byStatus))
    }
}

/// Carries an outcome out of a transaction that must not commit.
private struct Undone: Error {
    let outcome: SurveyImportOutcome
}

extension SurveyImportOutcome {
    fileprivate var isImported: Bool {
        if case .imported = self { true } else { false }
    }
}
