internal import LibPQ
package import Measurement
package import Planning

extension Store {
    package func importSurvey(
        _ access: Access, _ request: SurveyImportRequest,
        reading: (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome {
        // Before one of the few connections for uploads is taken: a stranger gets none, and a request that is sent
        // again while the first is under way is told so at once.
        _ = try await run(enter(access, .import, .surveyRound), peek(access))
        // An upload passes by once, so that what it was read into cannot be written again.
        let outcome = try await write(access, lasting: bulk, repeatable: false, keeping: \.isImported) { transaction in
            try await perform(access, request, transaction, reading)
        }
        if !access.isDryRun, case .imported(let receipt) = outcome { counts.imported(rows: receipt.rowsRead) }
        return outcome
    }

    private func perform(
        _ access: Access, _ request: SurveyImportRequest, _ transaction: Transaction,
        _ reading: (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome {
        let (newRound, importID) = (SurveyRound.ID.new(), SurveyReceipt.ID.new())
        // The key first of all, before a lock is waited for: a repeated request is answered at once, and even where the
        // round was closed since.
        _ = try await transaction.pipeline(
            enter(access, .import, .surveyRound), claim(access, location: "\(importID)"), useFamilyKey)
        let making = RoundMaking(request: request, transaction: transaction)
        let round = try await making.round(on: making.lock(), orMake: newRound)
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
        let receipt = try await merge(request, as: importID, into: round, summary, access.isDryRun, transaction)
        try await transaction.pipeline(finish(access, at: "\(importID)"))
        return .imported(receipt)
    }

    private var useFamilyKey: Query<Void> {
        let fingerprint = familyKey.fingerprint(ofFirst: familyKey.count)
        let statement: Statement = "select use_family_key(\(fingerprint), \(Int32(clamping: familyKey.count)))"
        return statement.void
    }

    private func merge(
        _ request: SurveyImportRequest, as importID: SurveyReceipt.ID, into round: RoundMaking.Found,
        _ summary: SurveyFileSummary, _ isDryRun: Bool, _ transaction: Transaction
    ) async throws -> SurveyReceipt {
        let (present, byStatus, changed, added) = try await transaction.pipeline(
            Incoming.present(in: round.id), Incoming.byStatus,
            request.strategy.changes ? Incoming.update(round.id) : Incoming.nothing,
            request.strategy.adds ? Incoming.insert(into: round.id, kabupaten: round.kabupaten) : Incoming.nothing)
        let ignored = summary.rowsRead - present.same - changed - added
        let removed = request.replacesAll ? try await transaction.pipeline(Incoming.removeMissing(from: round.id)) : 0
        let inRound = present.missing + present.matched + added - removed
        guard inRound > 0 || !round.wasAnnounced else { throw Refusal.conflict(rule: "round_is_known_by_results_only") }
        let root = try await AnswersRoot.of(round: round.id.uuid, in: round.kabupaten, transaction)
        let receipt: Statement = """
            insert into survey_import (kabupaten_code, id, round_id, file_name, file_sha256, replaces_all, rows_read,
                rows_added, rows_changed, rows_same, rows_ignored, rows_removed, families_missing, families_in_round,
                rows_by_status, rows_root, imported_by)
            values (\(round.kabupaten), \(importID.uuid), \(round.id.uuid), \(request.fileName), \(summary.sha256),
                \(request.replacesAll), \(Int32(clamping: summary.rowsRead)), \(Int32(clamping: added)),
                \(Int32(clamping: changed)), \(Int32(clamping: present.same)), \(Int32(clamping: ignored)),
                \(Int32(clamping: removed)), \(Int32(clamping: present.missing)), \(Int32(clamping: inRound)),
                \(FamilyStatus.allCases.map { Int64(byStatus[$0]) }), \(root),
                current_setting('selaras.principal')::uuid)
            returning imported_at
            """
        // Whoever read the round before closes another one than they saw: a changed file is another version of it.
        let moved = added + changed + removed > 0 && !round.isNew
        let (importedAt, _) = try await transaction.pipeline(
            receipt.one { row in try row.moment() }, moved ? RoundMaking.nextVersion(of: round.id) : .nothing)
        return SurveyReceipt(
            id: importID, roundID: round.id, purpose: request.purpose, fileName: request.fileName,
            fileSHA256: summary.sha256, rowsRead: summary.rowsRead, added: added, changed: changed,
            same: present.same, ignored: ignored, removed: removed, importedAt: importedAt,
            outcome: SurveyReceipt.Outcome(
                isDryRun: isDryRun, madeRound: round.isNew, missingFromFile: present.missing,
                familiesInRound: inRound, byStatus: byStatus))
    }
}

extension SurveyImportOutcome {
    fileprivate var isImported: Bool {
        if case .imported = self { true } else { false }
    }
}
