internal import LibPQ

extension Store {
    /// How long a request that took effect is known by its key: twice what is promised.
    package static let keysAreKept: Duration = .seconds(48 * 60 * 60)

    /// Forgets idempotency keys that are older than that; how many they were. In nobody's name.
    @discardableResult
    package func sweepKeys() async throws -> Int {
        let statement: Statement = """
            select sweep_idempotency_keys(make_interval(secs => \(Int64(Self.keysAreKept.components.seconds))))
            """
        return try await run(statement.one { row in try row.next() })
    }
}
