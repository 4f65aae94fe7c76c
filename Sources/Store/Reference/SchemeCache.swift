internal import LibPQ
internal import Measurement
internal import Planning
internal import Synchronization

/// Frameworks prepared for arithmetic. A framework never changes, so one that was read once is not read again.
final class SchemeCache: Sendable {
    private let schemes = Mutex<[Framework.ID: ScoringScheme]>([:])

    subscript(id: Framework.ID) -> ScoringScheme? {
        get { schemes.withLock { $0[id] } }
        set { schemes.withLock { $0[id] = newValue } }
    }

    func remember(_ framework: Framework) throws -> ScoringScheme {
        let scheme = try ScoringScheme(framework)
        self[framework.id] = scheme
        return scheme
    }

    /// From memory, or read within a transaction that may read frameworks.
    func scheme(_ transaction: Transaction, _ id: Framework.ID) async throws -> ScoringScheme {
        if let known = self[id] { return known }
        let queries = FrameworkQueries(id: id)
        let (heads, categories, dimensions, indicators) = try await transaction.pipeline(
            queries.heads, queries.categories, queries.dimensions, queries.indicators)
        guard let head = heads.first else { throw Refusal.notFound }
        return try remember(head.framework(categories, dimensions, indicators))
    }

    /// What rounds by two versions can be compared over; nil where nothing is.
    func bridge(
        _ transaction: Transaction, from before: Framework.ID, to after: Framework.ID
    ) async throws -> FrameworkBridge? {
        let versions: [Framework.ID] = try await transaction.pipeline(FrameworkQueries.between(before, after))
        return try await FrameworkBridge(from: before, to: after, between: versions) {
            try await scheme(transaction, $0)
        }
    }
}

extension FrameworkBridge {
    /// By ids, from wherever a scheme is read.
    init?(
        from before: Framework.ID, to after: Framework.ID, between versions: [Framework.ID],
        by scheme: (Framework.ID) async throws -> ScoringScheme
    ) async throws {
        var between: [ScoringScheme] = []
        for version in versions { between.append(try await scheme(version)) }
        self.init(from: try await scheme(before), to: try await scheme(after), between: between)
    }
}
