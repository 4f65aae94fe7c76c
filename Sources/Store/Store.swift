package import LibPQ
internal import Planning

/// The ports on PostgreSQL. One call is one transaction, in the role of whoever calls.
package struct Store: Ports {
    let pool: Pool
    /// For work that lasts as long as somebody's upload, so that it never takes the last connection from those who read.
    let bulk: Pool
    let familyKey: FamilyKey
    let requiredSchema: Int
    let schemes = SchemeCache()

    /// - Parameters:
    ///   - bulk: for imports and closing; nil: the same pool as for everything else.
    ///   - familyKey: hashes family ids; the same key as ever, or families no longer match between rounds.
    ///   - requiredSchema: the number of the last migration that this program was made for.
    package init(pool: Pool, bulk: Pool? = nil, familyKey: FamilyKey, requiredSchema: Int) {
        self.pool = pool
        self.bulk = bulk ?? pool
        self.familyKey = familyKey
        self.requiredSchema = requiredSchema
    }

    /// Sends one pipeline: one transaction, one round trip. A deadlock or serialization failure is tried again, whole,
    /// up to three times.
    func run<each Output: Sendable>(_ queries: repeat Query<each Output>) async throws -> (repeat each Output) {
        var attempt = 1
        while true {
            do {
                return try await pool.pipeline(repeat each queries)
            } catch let error as DatabaseError {
                guard error.isConflictBetweenWriters, attempt < 3 else { throw Refusal(error) ?? error }
                try await Task.sleep(for: .milliseconds(Int.random(in: 5...25) * attempt))
                attempt += 1
            }
        }
    }

    /// Work of several steps in one transaction on one connection, of `lasting` where it may take long.
    func transaction<Output>(
        lasting: Pool? = nil, _ body: (Transaction) async throws -> Output
    ) async throws -> Output {
        do {
            return try await (lasting ?? pool).transaction(body)
        } catch let error as DatabaseError {
            throw Refusal(error) ?? error
        }
    }

    package func schemaVersion() async throws -> Int {
        let statement: Statement = "select coalesce(max(number), 0) from selaras.migration"
        let found = try await run(statement.one { row in try row.count() })
        guard found == requiredSchema else { throw Refusal.unavailable(.schemaMismatch) }
        return found
    }
}
