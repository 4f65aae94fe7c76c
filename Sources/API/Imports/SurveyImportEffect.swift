internal import Planning

/// What an import came to: a new receipt, or that of the same request before.
///
/// The key's request hash covers method, path and query only: the file is streamed, so its bytes are known when all of
/// it has been read, long after the key was claimed. The content is compared on the replay instead. The file is read
/// once more to its SHA-256, and only an import of the round with that hash is given as the answer; without one the
/// key was used for another file.
struct SurveyImportEffect {
    let receipt: SurveyReceipt
    let isReplay: Bool

    init(
        _ wanted: SurveyImportRequest, _ file: SurveyFile, _ surveys: any SurveyPort, _ context: SignedInContext,
        _ claim: IdempotencyClaim?
    ) async throws {
        var reading: SurveyFile.Reading?
        let effect = try await Effect(context, claim) { access in
            let outcome = try await surveys.importSurvey(access, wanted) { framework, sink in
                let whole = try await file.read(by: framework, into: sink)
                reading = whole
                return whole.refusal == nil ? whole.summary : nil
            }
            switch outcome {
            case .imported(let receipt): return receipt
            case .refused(let repeated):
                throw Rejection(reading?.refusal, repeated, rowsRead: reading?.summary.rowsRead ?? 0)
            }
        } again: { access, round in
            try await Self.receipt(of: file, in: surveys.round(access, id: round).round)
        }
        receipt = effect.made
        isReplay = effect.isReplay
    }

    private static func receipt(of file: SurveyFile, in round: SurveyRound) async throws -> SurveyReceipt {
        let sha256 = try await file.sha256()
        let receipts = round.imports.filter { $0.fileSHA256 == sha256 }
        guard let first = receipts.min(by: { $0.importedAt < $1.importedAt }) else { throw Refusal.keyReused }
        return first
    }
}
