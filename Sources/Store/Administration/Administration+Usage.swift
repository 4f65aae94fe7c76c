internal import LibPQ

/// Who uses a database, as far as it matters for whether a demonstration may be loaded into it.
package struct Usage: Hashable, Sendable {
    /// Kabupaten that the service was set up for, in order.
    package let kabupaten: [String]
    package let hasLokus: Bool
    /// Whether a principal has this name.
    package let hasPrincipal: Bool
}

extension Administration {
    package func usage(principal name: String) async throws -> Usage {
        try await transaction(alone: false) { transaction in
            let statement: Statement = """
                select coalesce((select array_agg(code order by code) from kabupaten), '{}'),
                    exists (select from lokus), exists (select from principal where name = \(name))
                """
            return try await transaction.pipeline(
                statement.one { row in
                    Usage(kabupaten: try row.next(), hasLokus: try row.next(), hasPrincipal: try row.next())
                })
        }
    }
}
