internal import LibPQ
package import Planning

extension Administration {
    /// The events of one chain in their order, from a number on; without one, the last of them. How many there were.
    package func events(
        of area: String, from first: Int?, last: Int, _ take: ([Event]) async throws -> Void
    ) async throws -> Int {
        let statement: Statement = """
            select \(unescaped: Store.eventColumns) from event e \(unescaped: Store.eventJoins)
            where e.area_code = \(area) and e.number >= coalesce(\(first.map { Int64($0) }), (
                select max(n.number) - \(Int64(last)) + 1 from event n where n.area_code = \(area)))
            order by e.number
            """
        return try await transaction(alone: false, isRepeatable: false) { transaction in
            try await transaction.read(statement, Store.event, take)
        }
    }
}
