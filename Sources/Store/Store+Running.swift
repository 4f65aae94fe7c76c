internal import LibPQ
internal import Measurement
internal import Planning

/// The only ways in which the store speaks to its database.
extension Store {
    /// Sends one pipeline that reads: one transaction, one round trip.
    func run<each Output: Sendable>(_ queries: repeat Query<each Output>) async throws -> (repeat each Output) {
        try await trying(again: true) { try await pool.pipeline(repeat each queries) }
    }

    /// Sends one pipeline that writes. Where the caller only tries, it is undone once its outputs were read.
    func write<each Output: Sendable>(
        _ access: Access, _ queries: repeat Query<each Output>
    ) async throws -> (repeat each Output) {
        guard access.isDryRun else { return try await run(repeat each queries) }
        return try await write(access) { try await $0.pipeline(repeat each queries) }
    }

    /// Writes in several steps, in one transaction on one connection. Where the caller only tries, it is undone.
    ///
    /// - Parameters:
    ///   - lasting: the pool for what may take long.
    ///   - repeatable: whether `body` may be called again, whole, after a deadlock: not where it reads an upload.
    ///   - keeping: whether an outcome is one to be kept.
    func write<Output>(
        _ access: Access, lasting: Pool? = nil, repeatable: Bool = true,
        keeping isKept: (Output) -> Bool = { _ in true }, _ body: (Transaction) async throws -> Output
    ) async throws -> Output {
        var undone: Output?
        do {
            return try await trying(again: repeatable) {
                try await (lasting ?? pool).transaction { transaction in
                    let outcome = try await body(transaction)
                    if !access.isDryRun && isKept(outcome) { return outcome }
                    undone = outcome
                    throw Undone()
                }
            }
        } catch is Undone {
            guard let undone else { throw Undone() }
            return undone
        }
    }

    /// Statements of one reading do not see the same moment. What was announced of a round without families may be
    /// replaced between two of them; then another reading is worth it.
    func settled<Output>(_ areAnnounced: Bool, _ body: () throws -> Output) throws -> Output {
        do {
            return try body()
        } catch  where areAnnounced && (error is EvidenceFault || error is FrameworkMismatch) {
            throw Refusal.unavailable(.conflictingWriters)
        }
    }

    /// Two writers that could not both go on: the one that failed left no trace, and is tried again, whole, up to three
    /// times in all.
    private func trying<Output>(again repeatable: Bool, _ work: () async throws -> Output) async throws -> Output {
        var attempt = 1
        while true {
            do {
                return try await work()
            } catch let error as DatabaseError {
                guard repeatable, error.isConflictBetweenWriters, attempt < Self.mostAttempts else {
                    throw Refusal(error) ?? error
                }
                counts.retried()
                try await Task.sleep(for: .milliseconds(Int.random(in: 5...25) * attempt))
                attempt += 1
            }
        }
    }

    private static let mostAttempts = 3
}

/// Ends a transaction that must leave no trace: an error is the only way to roll one back.
private struct Undone: Error {}

extension Query<Void> {
    /// Where a pipeline has a place for a statement that is not needed.
    static var nothing: Query<Void> { ("select" as Statement).void }
}
