internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Phrasing
internal import Planning
internal import Wire

/// Takes work that may go on after its request was answered: `Prefer: respond-async` (RFC 7240).
struct OperationDesk: Sendable {
    let queue: WorkQueue
    let operations: any OperationPort
    let callers: any CallerPort
    /// In bytes: an upload lies on disk until its turn comes, and so do twenty others.
    let largestUpload: Int

    /// Keeps the upload, notes what is to be done with it, and answers 202 with the place to look at.
    func take(
        _ attempt: Attempt, _ kind: Operation.Kind, of subject: OperationDraft.Subject, at version: Int? = nil,
        _ rule: KeyRule
    ) async throws -> Response {
        guard await queue.reserve() else {
            throw Rejection(.serviceUnavailable, "too_many_operations", headers: [.retryAfter: "30"])
        }
        do {
            let response = try await takeInPlace(attempt, kind, of: subject, at: version, rule)
            await queue.giveBack()
            return response
        } catch {
            await queue.giveBack()
            throw error
        }
    }

    private func takeInPlace(
        _ attempt: Attempt, _ kind: Operation.Kind, of subject: OperationDraft.Subject, at version: Int?,
        _ rule: KeyRule
    ) async throws -> Response {
        // Before anything of it is kept: who may not do this leaves no file here.
        let permission = Permission(kind == .surveyImport ? .import : .close, .surveyRound)
        try await callers.admit(attempt.context.access, to: permission)
        let id = Operation.ID.new()
        let file = try made(id)
        do {
            // The body of a closing says nothing, and has been read.
            let (sha256, size) = kind == .surveyImport ? try await keep(attempt.request, in: file) : ([], 0)
            try await flush(file)
            let draft = OperationDraft(
                kind: kind, subject: subject, target: attempt.request.uri.string, version: version,
                language: attempt.request.language.rawValue, spool: queue.spool.id, bytesTotal: size)
            let effect = try await Effect(attempt, try attempt.claim(rule, body: sha256)) {
                OperationRepresentation(try await operations.queue($0, draft, as: id))
            } again: { (access: Access, earlier: Operation.ID) in
                try await queue.work.shown(try await operations.operation(access, id: earlier), access)
            }
            let taken = effect.made.operation.id
            if taken == id { await queue.add(id, file) } else { file.remove() }
            return .done(
                effect, status: .accepted,
                headers: [.location: "/api/v1/operations/\(taken)", .preferenceApplied: "respond-async"])
        } catch Refusal.unavailable(.databaseUnreachable) {
            // It may be noted all the same: the one who asks again with its key is then told of this operation.
            await queue.add(id, file)
            throw Refusal.unavailable(.databaseUnreachable)
        } catch {
            file.remove()
            throw error
        }
    }

    private func made(_ id: Operation.ID) throws -> SpooledFile {
        do {
            return try queue.spool.create(id)
        } catch {
            if error.isFull { throw Refusal.unavailable(.storageFull) }
            throw error
        }
    }

    /// What was accepted outlives a loss of power.
    private func flush(_ file: SpooledFile) async throws {
        do {
            try await file.flush()
        } catch let fault as SpoolFault where fault.isFull {
            throw Refusal.unavailable(.storageFull)
        }
    }

    private func keep(_ request: Request, in file: SpooledFile) async throws -> (sha256: [UInt8], size: Int) {
        var chunks = try BodyChunks(of: request, upTo: largestUpload)
        var hash = SHA256()
        var size = 0
        do {
            while let chunk = try await chunks.next() {
                let bytes = Array(chunk.readableBytesView)
                hash.update(data: bytes)
                size += bytes.count
                try await file.append(bytes)
            }
        } catch let fault as SpoolFault where fault.isFull {
            throw Refusal.unavailable(.storageFull)
        }
        return (Array(hash.finalize()), size)
    }
}
