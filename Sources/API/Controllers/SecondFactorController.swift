internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Secrets
internal import Wire

/// One's own second factor, and that of somebody who lost it.
struct SecondFactorController {
    let accounts: any AccountPort & SecondFactorPort
    let desk: SignInDesk
    let configuration: APIConfiguration

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try request.refuseQuery()
        return .single(try await accounts.secondFactor(context.access), version: nil, to: request)
    }

    /// The only answer in which the secret is ever written.
    @Sendable func enrol(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let body = try await body(of: request)
        let sent = try body.read { EnrolmentFields(&$0) }
        let account = try await account(context)
        let known = try await desk.check(
            account.email, sent.password, from: place(of: request, context), in: context.requestID)
        // The password was right, and nothing else can be guessed here.
        await desk.forgive(known.counters)
        let secret = TimeCode.newSecret()
        let sealed = try desk.seal.sealed(secret, for: account.id.description)
        try await accounts.enrolSecondFactor(context.access, sealed: sealed, setAt: known.candidate.setAt)
        let made = SecondFactorEnrolment(
            secret: TimeCode.text(of: secret),
            address: TimeCode.address(of: secret, account: account.email.description))
        return .json(JSONWriter.bytes(of: made), status: .created)
    }

    @Sendable func confirm(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let body = try await body(of: request)
        let sent = try body.read { ConfirmationFields(&$0) }
        let account = try await account(context)
        let counters = try await desk.counted(account.email, from: place(of: request, context))
        let waiting = try await accounts.secondFactor(context.access)
        guard let sealed = waiting.sealed, waiting.confirmedAt == nil else {
            await desk.forgive(counters)
            throw Refusal.notFound
        }
        guard case .step(let step) = desk.used(sent.code, sealed, of: account.id) else {
            throw Rejection.secondFactorRefused
        }
        let codes = Self.newCodes()
        let ended = try await accounts.confirmSecondFactor(
            context.access, sealed: sealed, step: step, recoveryHashes: codes.map(\.hash))
        await desk.forgive(counters)
        return .json(JSONWriter.bytes(of: RecoveryCodes(codes.map(\.text), sessionsEnded: ended)))
    }

    @Sendable func renewCodes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (known, used) = try await proven(request, context)
        let codes = Self.newCodes()
        try await desk.using(known) {
            try await accounts.renewRecoveryCodes(
                context.access, setAt: known.candidate.setAt, using: used, recoveryHashes: codes.map(\.hash))
        }
        await desk.forgive(known.counters)
        return .json(JSONWriter.bytes(of: RecoveryCodes(codes.map(\.text), sessionsEnded: 0)))
    }

    @Sendable func disable(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (known, used) = try await proven(request, context)
        let ended = try await desk.using(known) {
            try await accounts.endSecondFactor(context.access, setAt: known.candidate.setAt, using: used)
        }
        await desk.forgive(known.counters)
        return .json(JSONWriter.bytes(of: SecondFactorRemoval(account: known.candidate.account, sessionsEnded: ended)))
    }

    @Sendable func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let id: Account.ID = try context.id()
        let effect = try await Effect(attempt) { try await accounts.removeSecondFactor($0, id: id) }
        return .done(effect.map { SecondFactorRemoval(account: id, sessionsEnded: $0) })
    }

    /// Whoever has only somebody's token must not be able to change what lets them in: the password and a code are asked
    /// for, as for signing in.
    private func proven(
        _ request: Request, _ context: SignedInContext
    ) async throws -> (known: SignInDesk.Known, used: UsedCode) {
        let body = try await body(of: request)
        let sent = try body.read { SecondFactorChangeFields(&$0) }
        let account = try await account(context)
        let known = try await desk.check(
            account.email, sent.password, from: place(of: request, context), in: context.requestID)
        guard let used = try await desk.checkSecondFactor(sent.code, of: known) else {
            await desk.forgive(known.counters)
            throw Refusal.notFound
        }
        return (known, used)
    }

    private func body(of request: Request) async throws -> JSONBody {
        try request.refuseQuery()
        return try await JSONBody(of: request, upTo: configuration.largestSignIn)
    }

    private func account(_ context: SignedInContext) async throws -> Account {
        guard let account = try await accounts.identity(context.access).account else { throw Refusal.forbidden }
        return account
    }

    private func place(of request: Request, _ context: SignedInContext) -> ClientPlace {
        ClientPlace(of: request, context.channel, trusting: configuration.trustedProxies)
    }

    private static func newCodes() -> [RecoveryCode] {
        (0..<SecondFactor.recoveryCodes).map { _ in RecoveryCode.random() }
    }
}
