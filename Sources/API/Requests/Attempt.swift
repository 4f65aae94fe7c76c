internal import Hummingbird
internal import Planning

/// A request that writes, or with `dry_run=true` tries to: everything is checked and done, and then undone.
struct Attempt {
    let request: Request
    let context: SignedInContext
    let isDryRun: Bool

    /// For what takes no other parameter.
    init(_ request: Request, _ context: SignedInContext) throws {
        var query = Query(request)
        self.init(request, context, &query)
        try query.finish()
    }

    /// For what takes other parameters, too.
    init(_ request: Request, _ context: SignedInContext, _ query: inout Query) {
        self.request = request
        self.context = context
        isDryRun = query.optional("dry_run", .flag) ?? false
    }

    /// The request's key; a dry run keeps nothing that could be doubled, so it needs none and takes none.
    func claim(_ rule: KeyRule, body: [UInt8]) throws -> IdempotencyClaim? {
        // A key that no request could have is told in a rehearsal, too.
        guard isDryRun else { return try request.idempotencyClaim(rule, body: body) }
        _ = try request.idempotencyClaim(.accepted, body: [])
        return nil
    }

    func access(_ claim: IdempotencyClaim?) -> Access { context.access(claim, isDryRun: isDryRun) }

    /// Does `work`; whoever comes too late for it is told the tag of what is there now, as a GET would tell it.
    func onVersion<Done>(
        _ current: (Access) async throws -> Representation, _ work: () async throws -> Done
    ) async throws -> Done {
        do {
            return try await work()
        } catch Refusal.stale {
            let tag = try await current(context.access).entityTag
            throw Rejection(.preconditionFailed, "stale_version", headers: [.eTag: tag])
        }
    }
}

enum EffectKind {
    case done
    /// The effect is that of an earlier request with the same key.
    case replayed
    /// A dry run: nothing of it was kept.
    case tried
}

/// What a request with effect came to.
struct Effect<Made> {
    let made: Made
    let kind: EffectKind

    init(_ made: Made, _ kind: EffectKind = .done) {
        self.made = made
        self.kind = kind
    }

    /// Does what the request asks for; for changes, which their `If-Match` keeps from being done twice.
    init(_ attempt: Attempt, _ effect: (Access) async throws -> Made) async throws {
        made = try await effect(attempt.access(nil))
        kind = attempt.isDryRun ? .tried : .done
    }

    /// Does what the request asks for; where that was done before, reads what came of it, as it is now.
    ///
    /// - Parameters:
    ///   - claim: The request's key, if it has one.
    ///   - again: Reads the thing that the earlier effect made.
    init<Subject>(
        _ attempt: Attempt, _ claim: IdempotencyClaim?, _ effect: (Access) async throws -> Made,
        again: (Access, Identifier<Subject>) async throws -> Made
    ) async throws {
        try await self.init(attempt, claim, effect) { remembered in
            guard let id = Identifier<Subject>(remembered) else { throw Refusal.notFound }
            return try await again(attempt.context.access, id)
        }
    }

    /// The same for what is told in numbers, which the request's key remembers behind the id.
    init(
        _ attempt: Attempt, _ claim: IdempotencyClaim?, _ effect: (Access) async throws -> Made,
        counted: ([Int]) -> Made
    ) async throws {
        try await self.init(attempt, claim, effect) { remembered in
            counted(remembered.split(separator: " ").dropFirst().compactMap { Int($0) })
        }
    }

    /// - Parameter replayed: Reads what the key of an earlier request remembers.
    private init(
        _ attempt: Attempt, _ claim: IdempotencyClaim?, _ effect: (Access) async throws -> Made,
        replayed: (String) async throws -> Made
    ) async throws {
        do {
            made = try await effect(attempt.access(claim))
            kind = attempt.isDryRun ? .tried : .done
        } catch Refusal.alreadyDone(let remembered) {
            made = try await replayed(remembered)
            kind = .replayed
        }
    }

    /// The same effect, shown as something else.
    func map<Shown>(_ transform: (Made) throws -> Shown) rethrows -> Effect<Shown> {
        Effect<Shown>(try transform(made), kind)
    }
}
