internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Secrets
internal import Wire

/// Who may be here at all: roles are given, accounts looked after, and invitations accepted.
struct InvitationController {
    let accounts: any InvitationPort
    let desk: SignInDesk
    let configuration: APIConfiguration

    @Sendable func holdings(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { accounts.holdings($0, $1) }
    }

    @Sendable func invite(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { InvitationDraft(&$0) }
        let code = CodeDraft { Self.hash($0) }
        let effect = try await Effect(attempt) { try await accounts.invite($0, draft, as: .new(), code) }
        return .done(effect.map { InvitedRepresentation($0, code: code.secret) }, status: .created)
    }

    @Sendable func reset(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, code): (Account.ID, CodeDraft) = (try context.id(), CodeDraft { Self.hash($0) })
        let effect = try await Effect(attempt) { try await accounts.resetAccount($0, id: id, code) }
        return .done(effect.map { ResetRepresentation(account: id, code: code.secret, expiresAt: $0) })
    }

    @Sendable func disable(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await turn(request, context, off: true)
    }

    @Sendable func enable(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await turn(request, context, off: false)
    }

    private func turn(_ request: Request, _ context: SignedInContext, off: Bool) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Account.ID = try context.id()
        let effect = try await Effect(attempt) { try await accounts.disableAccount($0, id: id, off) }
        return .done(effect.map { AccountSwitch(account: id, isDisabled: off) })
    }

    @Sendable func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Assignment.ID = try context.id()
        let effect = try await Effect(attempt) { try await accounts.endPrincipal($0, id: id) }
        return .done(effect.map { EndedPrincipal(principal: id) })
    }

    /// A password is hashed for whoever has a code alone; which codes there are cannot be found out by trying.
    @Sendable func accept(_ request: Request, _ context: APIContext) async throws -> Response {
        try request.refuseQuery()
        let body = try await JSONBody(of: request, upTo: configuration.largestSignIn)
        let sent = try body.read { AcceptanceFields(&$0) }
        let account = try await accounts.openInvitation(code: sent.code.hash)
        try await desk.requireGood(
            sent.password, of: account.id, context: [account.name, account.email.description], at: "/password")
        let kept = try await desk.hashed(sent.password)
        try await accounts.acceptInvitation(
            code: sent.code.hash, with: kept, keeping: desk.policy.remembered,
            byEmail: desk.key.counters(of: account.email, from: "").byEmail)
        return .json(JSONWriter.bytes(of: account), headers: [.cacheControl: "no-store"])
    }

    private static func hash(_ text: String) -> [UInt8] {
        TokenSecret(text, .invitation)?.hash ?? []
    }
}
