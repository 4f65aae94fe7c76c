internal import Hummingbird
internal import Planning
internal import Secrets
internal import Wire

/// Who calls, and what is theirs.
struct CallerController {
    let accounts: any AccountPort
    let desk: SignInDesk
    let configuration: APIConfiguration

    @Sendable func me(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let identity = try await accounts.identity(context.access)
        let caller = CallerRepresentation(
            identity, actingAs: try identity.acting(as: context.access.principal), csrfToken: context.csrfToken)
        return .single(caller, version: nil, to: request)
    }

    /// Whoever has only the token of somebody must not be able to keep it: the present password is asked for.
    @Sendable func changePassword(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let body = try await JSONBody(of: request, upTo: configuration.largestSignIn)
        let sent = try body.read { PasswordChangeFields(&$0) }
        let identity = try await accounts.identity(context.access)
        guard let account = identity.account else { throw Refusal.forbidden }
        let place = ClientPlace(of: request, context.channel, trusting: configuration.trustedProxies)
        let known = try await desk.check(account.email, sent.current, from: place, in: context.requestID)
        try await desk.requireGood(sent.new, of: known, context: [account.name] + identity.assignments.map(\.name))
        let ended = try await desk.forgiving(known.counters) {
            try await desk.accounts.changePassword(
                context.access, replacing: known.candidate.setAt, with: try await desk.hashed(sent.new, from: place),
                keeping: desk.policy.remembered, known.counters)
        }
        return .json(JSONWriter.bytes(of: PasswordChange(sessionsEnded: ended)))
    }
}
