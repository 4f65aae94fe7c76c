internal import Crypto
internal import Hummingbird
internal import Planning

/// A request that carries a well-formed bearer token.
///
/// No handler of the group can forget to ask for it: this context cannot be made without one. Whether the token is
/// known, and what its caller may do, is decided by the store in the transaction of the request itself.
struct SignedInContext: ChildRequestContext, CallingContext {
    var coreContext: CoreRequestContextStorage
    let requestID: String
    private let tokenHash: [UInt8]
    private let trail: RequestTrail

    init(context: APIContext) throws {
        guard let token = Self.bearerToken(context.authorization) else { throw Refusal.unauthenticated }
        coreContext = context.coreContext
        requestID = context.requestID
        trail = context.trail
        tokenHash = Array(SHA256.hash(data: Array(token.text.utf8)))
    }

    /// For what needs no idempotency.
    var access: Access { access(nil) }

    func access(_ claim: IdempotencyClaim?, isDryRun: Bool = false) -> Access {
        Access(
            tokenHash: tokenHash, requestID: requestID, idempotency: claim, isDryRun: isDryRun, trace: trail.caller)
    }

    /// The id in the path; what is no id names nothing.
    func id<Subject>(_ name: String = "id") throws -> Identifier<Subject> {
        // One thing has one address, or a key for one spelling would be free for another.
        guard let text = parameters.get(name), let id = Identifier<Subject>(text), id.description == text else {
            throw Refusal.notFound
        }
        return id
    }

    /// The scheme is spelled in any case (RFC 9110, section 11.1).
    private static func bearerToken(_ authorization: String?) -> TokenSecret? {
        guard let authorization, let blank = authorization.firstIndex(of: " "),
            authorization[..<blank].lowercased() == "bearer"
        else { return nil }
        return TokenSecret(String(authorization[authorization.index(after: blank)...]))
    }
}
