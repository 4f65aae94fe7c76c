internal import LibPQ
internal import Planning

extension Store {
    /// Writes the items of a batch one after the other, in one transaction.
    ///
    /// An item takes one round trip, so that it is known which one was refused; it begins with `BatchMark`s, which let
    /// it alone be undone where each is for itself.
    ///
    /// - Parameter first: What has to be done before any of them.
    func batch<Made: Judged>(
        _ access: Access, _ permission: Permission, _ mode: BatchMode, at locations: [String],
        first: Query<Void> = .nothing, _ write: (Transaction, Standing, Int) async throws -> Made,
        again: ([Identifier<Made>]) -> Query<[(id: Identifier<Made>, made: Made)]>
    ) async throws -> Batch<Made> {
        do {
            let items = try await self.write(access) { transaction in
                let (_, _, _, standing, _) = try await transaction.pipeline(
                    enter(access, permission.action, permission.resource),
                    claim(access, location: locations.joined(separator: " ")), first, StandingQueries.own,
                    BatchMark.first)
                return try await each(locations, access, mode, transaction) { index in
                    try await write(transaction, standing, index).judged(by: standing)
                }
            }
            return Batch(items: items, isReplay: false)
        } catch Refusal.alreadyDone(let location) {
            return try await replay(access, permission, BatchLocations.items(in: location), again)
        }
    }

    private func each<Made: Sendable>(
        _ locations: [String], _ access: Access, _ mode: BatchMode, _ transaction: Transaction,
        _ write: (Int) async throws -> Made
    ) async throws -> [Result<Made, Refusal>] {
        var items: [Result<Made, Refusal>] = []
        for index in locations.indices {
            do {
                items.append(.success(try await write(index)))
            } catch {
                guard let refusal = Refusal(ofItem: error) else { throw error }
                guard mode == .object else { throw BatchRefusal(index: index, refusal: refusal) }
                try await transaction.simple(BatchMark.undo)
                items.append(.failure(refusal))
            }
        }
        try await transaction.pipeline(settle(access, BatchLocations.text(locations, items)))
        return items
    }

    /// What the request's key remembers, where that was not known when it was claimed.
    func settle(_ access: Access, _ location: String?) -> Query<Void> {
        guard let claim = access.idempotency, let location else { return .nothing }
        let statement: Statement = "select settle_idempotency_key(\(claim.scope), \(claim.key), \(location))"
        return statement.void
    }

    /// The items as they are now; those that were refused were so for the same reason.
    private func replay<Made: Judged>(
        _ access: Access, _ permission: Permission, _ items: [Result<Identifier<Made>, Refusal>],
        _ again: ([Identifier<Made>]) -> Query<[(id: Identifier<Made>, made: Made)]>
    ) async throws -> Batch<Made> {
        let ids = items.compactMap { try? $0.get() }
        let (_, found, standing) = try await run(
            enter(access, permission.action, permission.resource), again(ids), StandingQueries.own)
        let present = Dictionary(found.map { ($0.id, $0.made.judged(by: standing)) }) { first, _ in first }
        return Batch(
            items: items.map { item in
                item.flatMap { id in present[id].map { .success($0) } ?? .failure(.notFound) }
            }, isReplay: true)
    }
}

/// What an item's pipeline begins with: the item before it stays, and this one can be undone alone.
enum BatchMark {
    static let first = ("savepoint item" as Statement).void
    static let keep = ("release savepoint item" as Statement).void
    static let undo = "rollback to savepoint item"
}

extension Refusal {
    /// What refuses one item and says nothing about the others; nil for what ends the whole batch.
    init?(ofItem error: any Error) {
        let refusal = (error as? Refusal) ?? (error as? DatabaseError).flatMap { Refusal($0) }
        switch refusal {
        case .forbidden, .notOnesTo, .notFound, .conflict, .invalid, .stale: self = refusal ?? .notFound
        default: return nil
        }
    }
}

/// What became of a batch's items, as its idempotency key remembers it.
private enum BatchLocations {
    /// Nil where every item is at its own location.
    static func text<Made>(_ locations: [String], _ items: [Result<Made, Refusal>]) -> String? {
        guard items.contains(where: { (try? $0.get()) == nil }) else { return nil }
        return zip(locations, items).map { location, item in
            if case .failure(let refusal) = item { "!" + word(for: refusal) } else { location }
        }.joined(separator: " ")
    }

    static func items<Subject>(in text: String) -> [Result<Identifier<Subject>, Refusal>] {
        text.split(separator: " ").map { part in
            if part.first == "!" { return .failure(refusal(in: part.dropFirst())) }
            let id = part.split(separator: "/").last.flatMap { Identifier<Subject>(String($0)) }
            return id.map { .success($0) } ?? .failure(.notFound)
        }
    }

    private static func word(for refusal: Refusal) -> String {
        switch refusal {
        case .forbidden: "forbidden"
        case .notOnesTo(let rule): "not_ones_to:\(rule)"
        case .conflict(let rule): "conflict:\(rule)"
        case .invalid(let rule): "invalid:\(rule)"
        case .stale(let version): "stale:\(version)"
        default: "not_found"
        }
    }

    private static func refusal(in word: Substring) -> Refusal {
        let halves = word.split(separator: ":", maxSplits: 1).map(String.init)
        return switch (halves.first, halves.dropFirst().first) {
        case ("forbidden", _): .forbidden
        case ("not_ones_to", let rule?): .notOnesTo(rule: rule)
        case ("conflict", let rule?): .conflict(rule: rule)
        case ("invalid", let rule?): .invalid(rule: rule)
        case ("stale", let version?): .stale(currentVersion: Int(version) ?? 0)
        default: .notFound
        }
    }
}
