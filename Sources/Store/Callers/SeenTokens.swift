internal import LibPQ
internal import Synchronization

/// Tokens that were used and of which the database does not know it yet: a request that reads writes nothing.
final class SeenTokens: Sendable {
    /// More than these wait for the next time.
    private static let most = 10_000

    private let hashes = Mutex<Set<[UInt8]>>([])

    func note(_ hash: [UInt8]) {
        hashes.withLock { hashes in
            if hashes.count < Self.most { hashes.insert(hash) }
        }
    }

    func take() -> [[UInt8]] {
        hashes.withLock { hashes in
            defer { hashes = [] }
            return Array(hashes)
        }
    }
}

extension Store {
    /// Notes which tokens were used since the last time; those that are not noted now will be when they are used again.
    package func noteSeenTokens() async throws {
        let hashes = seen.take()
        guard !hashes.isEmpty else { return }
        let statement: Statement = "select touch_tokens(\(hashes))"
        try await run(statement.void)
    }
}
