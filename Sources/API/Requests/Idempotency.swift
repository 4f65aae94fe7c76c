internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import Planning

/// Whether a request must carry an `Idempotency-Key`.
enum KeyRule {
    /// Money and files: a second record of them would be believed.
    case required
    case accepted
}

extension Request {
    /// The client's claim that requests with its key are this request; nil without a key.
    ///
    /// - Parameter body: What the request asks for, beside its query.
    func idempotencyClaim(_ rule: KeyRule, body: [UInt8]) throws -> IdempotencyClaim? {
        guard let key = headers[.idempotencyKey] else {
            if rule == .required { throw Rejection.idempotencyKeyRequired }
            return nil
        }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Rejection.invalidHeader
        }
        var hash = SHA256()
        hash.update(data: Array("\(uri.query ?? "")\n".utf8))
        hash.update(data: body)
        return IdempotencyClaim(
            key: key, scope: "\(method.rawValue) \(uri.path)", requestHash: Array(hash.finalize()))
    }
}

/// What a request with effect came to.
struct Effect<Made> {
    let made: Made
    /// Whether the effect is that of an earlier request with the same key.
    let isReplay: Bool

    /// Does what the request asks for; where that was done before, reads what came of it, as it is now.
    ///
    /// - Parameters:
    ///   - claim: The request's key, if it has one.
    ///   - again: Reads the thing with the id at the end of the location of the earlier effect.
    init<Subject>(
        _ context: SignedInContext, _ claim: IdempotencyClaim?, _ effect: (Access) async throws -> Made,
        again: (Access, Identifier<Subject>) async throws -> Made
    ) async throws {
        do {
            made = try await effect(context.access(claim))
            isReplay = false
        } catch Refusal.alreadyDone(let location) {
            let last = location.split(separator: "/").last.map(String.init) ?? ""
            guard let id = Identifier<Subject>(last) else { throw Refusal.notFound }
            made = try await again(context.access, id)
            isReplay = true
        }
    }
}
