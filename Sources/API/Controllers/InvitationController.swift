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
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await accounts.invite($0, draft, as: .new(), code)
        } again: {
            try await given($0, $1)
        }
        return .done(effect.map { InvitedRepresentation($0, code: code.secret) }, status: .created)
    }

    /// A role that was given before: nobody has its code any more.
    private func given(_ access: Access, _ id: Assignment.ID) async throws -> Invited {
        let listing = Listing(where: HoldingField.id, is: FieldValue(id))
        guard let held = try await accounts.holdings(access, listing).items().first else { throw Refusal.notFound }
        return Invited(account: held.account.id, principal: id, codeExpiresAt: nil)
    }

    @Sendable func reset(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, code): (Account.ID, CodeDraft) = (try context.id(), CodeDraft { Self.hash($0) })
        let effect = try await Effect(attempt, attempt.claim(.accepted, body: [])) {
            ResetRepresentation(
                account: id, code: code.secret, expiresAt: try await accounts.resetAccount($0, id: id, code))
        } again: { (_, id: Account.ID) in
            ResetRepresentation(account: id, code: nil, expiresAt: nil)
        }
        return .done(effect)
    }

    @Sendable func correct(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Account.ID = try context.id()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let correction = try body.read { AccountCorrection(&$0) }
        let effect = try await Effect(attempt, attempt.claim(.accepted, body: body.bytes)) {
            try await accounts.correctAccount($0, id: id, correction)
        } again: { (access, id: Account.ID) in
            let listing = Listing(where: HoldingField.accountID, is: FieldValue(id))
            guard let held = try await accounts.holdings(access, listing).items().first else { throw Refusal.notFound }
            return held.account
        }
        return .done(effect)
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
        let effect = try await Effect(attempt, attempt.claim(.accepted, body: [])) {
            try await accounts.disableAccount($0, id: id, off)
            return AccountSwitch(account: id, isDisabled: off)
        } again: { (_, id: Account.ID) in
            AccountSwitch(account: id, isDisabled: off)
        }
        return .done(effect)
    }

    @Sendable func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Assignment.ID = try context.id()
        let effect = try await Effect(attempt, attempt.claim(.accepted, body: [])) {
            try await accounts.endPrincipal($0, id: id)
            return EndedPrincipal(principal: id)
        } again: { (_, id: Assignment.ID) in
            EndedPrincipal(principal: id)
        }
        return .done(effect)
    }

    /// A password is hashed for whoever has a code alone; which codes there are cannot be found out by trying.
    @Sendable func accept(_ request: Request, _ context: APIContext) async throws -> Response {
        try request.refuseQuery()
        let body = try await JSONBody(of: request, upTo: configuration.largestSignIn)
        let sent = try body.read { AcceptanceFields(&$0) }
        let account = try await accounts.openInvitation(code: sent.code.hash)
        let place = ClientPlace(of: request, context.channel, trusting: configuration.trustedProxies)
        try await desk.requireGood(
            sent.password, of: account.id, context: [account.name, account.email.description], from: place,
            at: "/password")
        let kept = try await desk.hashed(sent.password, from: place)
        try await accounts.acceptInvitation(
            code: sent.code.hash, with: kept, keeping: desk.policy.remembered,
            byEmail: desk.key.counters(of: account.email, from: "").byEmail, requestID: context.requestID)
        return .json(JSONWriter.bytes(of: account), headers: [.cacheControl: "no-store"])
    }

    private static func hash(_ text: String) -> [UInt8] {
        TokenSecret(text, .invitation)?.hash ?? []
    }
}
