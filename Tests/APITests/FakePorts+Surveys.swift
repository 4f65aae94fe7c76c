import Measurement
import Planning
import Synchronization

extension FakePorts {
    func rounds(_ access: Access, _ listing: Listing<SurveyRoundField>) -> Reading<SurveyRound> {
        reading(access, listing) { $0.rounds }
    }

    func round(_ access: Access, id: SurveyRound.ID) async throws -> ScoredRound {
        try enter(access)
        guard let round = get({ $0.rounds.first { $0.id == id } }) else { throw Refusal.notFound }
        return try ScoredRound(
            round: round, scheme: ScoringScheme(Samples.framework(version: 1)), evidence: nil)
    }

    func receipt(_ access: Access, id: SurveyReceipt.ID) async throws -> SurveyReceipt {
        try enter(access)
        guard let found = get({ $0.rounds.flatMap(\.imports).first { $0.id == id } }) else { throw Refusal.notFound }
        return found
    }

    nonisolated(nonsending) func importSurvey(
        _ access: Access, _ request: SurveyImportRequest,
        reading: nonisolated(nonsending) (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome {
        try enter(access)
        let (round, receiptID) = (SurveyRound.ID.new(), SurveyReceipt.ID.new())
        try claim(access, "\(receiptID)")
        state.withLock { $0.imports.append(request) }
        let summary: SurveyFileSummary?
        do {
            summary = try await reading(Samples.framework(version: 1), Sink(ports: self))
        } catch {
            state.withLock { $0.readingError = error }
            throw error
        }
        let repeated = get(\.repeated)
        guard let summary, repeated == nil else {
            return .refused(repeated ?? RepeatedFamilies(first: [], total: 0))
        }
        let receipt = Samples.receipt(receiptID, of: summary, in: round, request, isDryRun: access.isDryRun)
        state.withLock { $0.rounds.append(Samples.round(round, of: request.lokusID, imports: [receipt])) }
        return .imported(receipt)
    }

    func importResults(
        _ access: Access, _ lines: [ResultLine], _ request: ResultImportRequest
    ) async throws -> ResultReceipt {
        try enter(access)
        let id = ResultReceipt.ID.new()
        try claim(access, "\(id)")
        let unknown = lines.indices.filter { lines[$0].code == "XX" }
        guard unknown.isEmpty else {
            let framework = Samples.framework(version: 1).id
            throw RefusedResults(lines: unknown.map { RefusedResults.Line(index: $0, reason: .unknownCode(framework)) })
        }
        let receipt = ResultReceipt(
            id: id, isDryRun: access.isDryRun, fileName: request.fileName, fileSHA256: request.fileSHA256,
            rowsRead: lines.count, added: lines.count, changed: 0, same: 0, ignored: 0, roundsMade: 0, rounds: [],
            importedAt: .now)
        state.withLock { $0.results.append((lines, receipt)) }
        return receipt
    }

    func resultReceipt(_ access: Access, id: ResultReceipt.ID) async throws -> ResultReceipt {
        try enter(access)
        guard let found = get({ $0.results.first { $0.receipt.id == id } }) else { throw Refusal.notFound }
        return found.receipt
    }

    func reconciliation(_ access: Access, round id: SurveyRound.ID) async throws -> RoundReconciliation {
        try enter(access)
        throw Refusal.conflict(rule: "round_has_no_published_result")
    }

    func close(_ access: Access, round id: SurveyRound.ID, at version: Int) async throws -> ScoredRound {
        try await round(access, id: id)
    }

    func findings(_ access: Access, round id: SurveyRound.ID) async throws -> RoundFindings {
        try enter(access)
        guard let round = get({ $0.rounds.first { $0.id == id } }) else { throw Refusal.notFound }
        return RoundFindings(round: round, families: StatusCounts(), findings: [])
    }

    func discard(
        _ access: Access, round id: SurveyRound.ID, at version: Int, reason: String
    ) async throws -> DiscardedRound {
        try enter(access)
        return DiscardedRound(families: 0, files: 0)
    }

    func targetFamilies(
        _ access: Access, round id: SurveyRound.ID, _ request: TargetFamilies.Request
    ) async throws -> TargetFamilies {
        try enter(access)
        throw Refusal.conflict(rule: "round_is_not_closed")
    }

    func samplePlan(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose?, wishes: SurveyOutlook.Wishes
    ) async throws -> SamplePlan {
        try enter(access)
        throw Refusal.conflict(rule: "round_is_not_closed")
    }

    func weakIndicators(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose
    ) async throws -> WeakIndicators {
        try enter(access)
        return WeakIndicators(scored: try Samples.scored(.new(), of: lokus), items: [])
    }

    func comparison(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> LokusComparison {
        try enter(access)
        throw Refusal.conflict(rule: "round_is_not_closed")
    }

    func suggestions(_ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose) async throws -> Suggestions {
        try enter(access)
        throw Refusal.conflict(rule: "round_is_not_closed")
    }

    func counterparts(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> Counterparts {
        try enter(access)
        throw Refusal.conflict(rule: "round_is_not_closed")
    }

    func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison {
        try enter(access)
        return YearComparison(year: year, before: before, after: after, [], by: order)
    }
}

private struct Sink: FamilySink {
    let ports: FakePorts

    func put(_ families: [SurveyedFamily]) async throws {
        ports.state.withLock { $0.families += families }
    }
}
