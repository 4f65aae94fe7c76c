internal import LibPQ
package import Measurement
package import Planning

extension Store {
    package func frameworks(_ access: Access, _ listing: Listing<FrameworkField>) -> Reading<FrameworkSummary> {
        reading(FrameworkQueries.list, listing, access)
    }

    /// Read anew for every request: what is in memory has asked nobody for a token.
    package func framework(_ access: Access, id: Framework.ID) async throws -> Framework {
        guard let framework = try await read(FrameworkQueries(id: id), access).first else { throw Refusal.notFound }
        return framework
    }

    /// From memory, or read in the caller's own role. Not for a caller who has not entered for something else already.
    func scheme(_ access: Access, _ id: Framework.ID) async throws -> ScoringScheme {
        if let known = schemes[id] { return known }
        guard let framework = try await read(FrameworkQueries(id: id), access).first else { throw Refusal.notFound }
        return try schemes.remember(framework)
    }

    /// The same within a transaction that has entered already.
    func scheme(_ transaction: Transaction, _ id: Framework.ID) async throws -> ScoringScheme {
        try await schemes.scheme(transaction, id)
    }

    /// What rounds by two versions can be compared over; nil where nothing is.
    func bridge(
        _ access: Access, from before: Framework.ID, to after: Framework.ID
    ) async throws -> FrameworkBridge? {
        let (_, versions) = try await run(
            enter(access, .read, .framework), FrameworkQueries.between(before, after))
        return try await FrameworkBridge(from: before, to: after, between: versions) {
            try await scheme(access, $0)
        }
    }

    private func read(_ queries: FrameworkQueries, _ access: Access) async throws -> [Framework] {
        let (_, heads, categories, dimensions, indicators) = try await run(
            enter(access, .read, .framework), queries.heads, queries.categories, queries.dimensions,
            queries.indicators)
        return heads.map { $0.framework(categories, dimensions, indicators) }
    }
}
