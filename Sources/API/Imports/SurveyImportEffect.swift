internal import Planning

/// What an import came to: a new receipt, or that of the same request before.
///
/// The key's request hash covers method, path and query only: the file is streamed, so its bytes are known when all of
/// it has been read, long after the key was claimed. The content is compared on the replay instead: the file is read
/// once more to its SHA-256, and where it is another one the key was used for another file.
extension Effect<SurveyReceipt> {
    init(
        _ wanted: SurveyImportRequest, _ file: SurveyFile, _ surveys: any SurveyPort, _ attempt: Attempt,
        _ claim: IdempotencyClaim?
    ) async throws {
        try await self.init(attempt, claim) { access in
            try await surveys.receipt(of: file, access, wanted)
        } again: { access, id in
            let receipt = try await surveys.receipt(access, id: id)
            guard try await file.sha256() == receipt.fileSHA256 else { throw Refusal.keyReused }
            return receipt
        }
    }
}

extension SurveyPort {
    /// Imports a file, or throws all that is wrong with it.
    func receipt(
        of file: SurveyFile, _ access: Access, _ wanted: SurveyImportRequest
    ) async throws -> SurveyReceipt {
        var reading: SurveyFile.Reading?
        let outcome = try await importSurvey(access, wanted) { framework, sink in
            let whole = try await file.read(by: framework, into: sink)
            reading = whole
            return whole.refusal == nil ? whole.summary : nil
        }
        switch outcome {
        case .imported(let receipt): return receipt
        case .refused(let repeated):
            throw Rejection(reading?.refusal, repeated, rowsRead: reading?.summary.rowsRead ?? 0)
        }
    }
}
