internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Secrets
internal import Wire

struct SessionController {
    /// Of what a client calls itself.
    private static let longestName = 120

    let accounts: any AccountPort
    let desk: SignInDesk
    let configuration: APIConfiguration

    /// Signing in: the only answer in which the token is ever written.
    @Sendable func signIn(_ request: Request, _ context: APIContext) async throws -> Response {
        try request.refuseQuery()
        let body = try await JSONBody(of: request, upTo: configuration.largestSignIn)
        let sent = try body.read { SignInFields(&$0) }
        if sent.transport == .cookie { try context.credentials?.refuseCrossSite() }
        let place = ClientPlace(of: request, context.channel, trusting: configuration.trustedProxies)
        let known = try await desk.check(sent.email, sent.password, from: place, in: context.requestID)
        let code = try await desk.checkSecondFactor(sent.code, of: known)
        if let new = sent.newPassword {
            try await desk.requireGood(new, of: known, context: [known.candidate.name])
        } else if desk.isTooOld(known) {
            await desk.forgive(known.counters)
            throw Rejection.passwordHasExpired
        }
        let session = try await desk.begin(
            known, using: code, changingTo: sent.newPassword, named: Self.name(of: request))
        let access = SignedInContext.access(session.token, context)
        if sent.newPassword == nil { await desk.renew(known, sent.password) }
        let proof = sent.transport == .cookie ? configuration.csrfKey.proof(of: session.token) : nil
        let made = NewSession(
            id: session.id, token: session.token,
            csrfToken: proof,
            expiresAt: session.ends, identity: try await accounts.identity(access))
        var headers: HTTPFields = [.location: "/api/v1/sessions/\(session.id)", .cacheControl: "no-store"]
        if proof != nil { headers[.setCookie] = Credentials.setting(session.token) }
        return .json(JSONWriter.bytes(of: made), status: .created, headers: headers)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        let sessions = try await accounts.sessions(context.access)
        return .single(SessionList(items: sessions), version: nil, to: request)
    }

    @Sendable func revoke(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        try await accounts.revokeSession(context.access, id: context.id())
        return Response(status: .noContent)
    }

    @Sendable func signOut(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        try await accounts.signOut(context.access)
        return Response(
            status: .noContent, headers: context.csrfToken == nil ? [:] : [.setCookie: Credentials.clearing])
    }

    /// For whoever looks at their sessions; nothing depends on it.
    private static func name(of request: Request) -> String {
        let agent = request.headers[.userAgent] ?? ""
        return String(String.UnicodeScalarView(agent.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }))
            .prefix(longestName).description
    }
}
