internal import Crypto
internal import Hummingbird
internal import NIOCore
internal import Planning

/// A request that carries a well-formed token, in its head or in a cookie.
///
/// No handler of the group can forget to ask for it: this context cannot be made without one. Whether the token is
/// known, and what its caller may do, is decided by the store in the transaction of the request itself.
struct SignedInContext: ChildRequestContext, CallingContext {
    var coreContext: CoreRequestContextStorage
    let requestID: String
    private let tokenHash: [UInt8]
    private let principal: Assignment.ID?
    /// What a page sends beside its cookie; nil where there came none.
    let csrfToken: String?
    private let trail: RequestTrail
    let channel: (any Channel)?

    init(context: APIContext) throws {
        guard let token = try context.credentials?.token() else { throw Rejection.tokenAbsent }
        principal = try context.principal.map { text in
            guard let id = Assignment.ID(text), id.description == text else { throw Rejection.invalidHeader }
            return id
        }
        coreContext = context.coreContext
        requestID = context.requestID
        trail = context.trail
        channel = context.channel
        tokenHash = token.secret.hash
        csrfToken = token.proof
        trail.presents(tokenHash)
    }

    /// For what needs no idempotency.
    var access: Access { access(nil) }

    func access(_ claim: IdempotencyClaim?, isDryRun: Bool = false) -> Access {
        Access(
            tokenHash: tokenHash, requestID: requestID, idempotency: claim, isDryRun: isDryRun, trace: trail.caller,
            principal: principal)
    }

    /// The id in the path; what is no id names nothing.
    func id<Subject>(_ name: String = "id") throws -> Identifier<Subject> {
        // One thing has one address, or a key for one spelling would be free for another.
        guard let text = parameters.get(name), let id = Identifier<Subject>(text), id.description == text else {
            throw Refusal.notFound
        }
        return id
    }

    /// In the name of somebody who has just been given a token.
    static func access(_ token: TokenSecret, _ context: APIContext) -> Access {
        Access(tokenHash: token.hash, requestID: context.requestID, trace: context.trail.caller)
    }
}

extension TokenSecret {
    /// All that is kept of it.
    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
