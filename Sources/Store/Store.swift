package import LibPQ
package import Planning

/// The ports on PostgreSQL. One call is one transaction, in the role of whoever calls.
package struct Store: Ports {
    let pool: Pool
    /// For work that lasts as long as somebody's upload, so that it never takes the last connection from those who read.
    let bulk: Pool
    /// For lists in full, so that those who read them slowly keep nobody from importing.
    let exports: Pool
    let familyKey: FamilyKey
    let requiredSchema: Int
    /// Roles in which nobody acts without a second factor; nil: there are none.
    let secondFactorRoles: [String]?
    let schemes = SchemeCache()
    package let counts = StoreCounts()
    /// Tokens whose use is to be noted.
    let seen = SeenTokens()

    /// - Parameters:
    ///   - bulk: for imports and closing; nil: the same pool as for everything else.
    ///   - exports: for whole lists; nil: the same pool as for imports.
    ///   - familyKey: hashes family ids; the same key as ever, or families no longer match between rounds.
    ///   - requiredSchema: the number of the last migration that this program was made for.
    ///   - secondFactorRoles: in which a session without a second factor does not act.
    package init(
        pool: Pool, bulk: Pool? = nil, exports: Pool? = nil, familyKey: FamilyKey, requiredSchema: Int,
        secondFactorRoles: Set<Caller.Role> = []
    ) {
        self.pool = pool
        self.bulk = bulk ?? pool
        self.exports = exports ?? self.bulk
        self.familyKey = familyKey
        self.requiredSchema = requiredSchema
        self.secondFactorRoles = secondFactorRoles.isEmpty ? nil : secondFactorRoles.map(\.rawValue).sorted()
    }

    package func schemaVersion() async throws -> Int {
        let statement: Statement = "select coalesce(max(number), 0) from selaras.migration"
        let found = try await run(statement.one { row in try row.count() })
        guard found == requiredSchema else { throw Refusal.unavailable(.schemaMismatch) }
        return found
    }
}
