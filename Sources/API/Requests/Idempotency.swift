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
        guard (1...IdempotencyClaim.longestKey).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Rejection.invalidHeader
        }
        var hash = SHA256()
        hash.update(data: Array("\(uri.query ?? "")\n".utf8))
        hash.update(data: body)
        return IdempotencyClaim(
            key: key, scope: "\(method.rawValue) \(uri.path)", requestHash: Array(hash.finalize()))
    }
}
