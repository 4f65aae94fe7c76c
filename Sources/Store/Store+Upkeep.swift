internal import LibPQ
internal import Planning

extension Store {
    /// Forgets idempotency keys that are older than the service remembers them; how many they were. In nobody's name.
    @discardableResult
    package func sweepKeys() async throws -> Int {
        let statement: Statement = """
            select sweep_idempotency_keys(make_interval(hours => \(Int32(IdempotencyClaim.keptHours))))
            """
        return try await run(statement.one { row in try row.next() })
    }
}
