internal import LibPQ
package import Planning

package import struct FoundationEssentials.UUID

/// In nobody's name: as the server logs in.
extension Store: OperationWork {
    package func begin(operation id: Operation.ID, of spool: UUID) async throws -> BegunOperation? {
        let statement: Statement = "select * from begin_operation(\(id.uuid), \(spool))"
        return try await run(statement.first(Self.begun(id)))
    }

    private static func begun(_ id: Operation.ID) -> @Sendable (inout Row) throws -> BegunOperation {
        { row in
            let (tokenHash, principal): ([UInt8], Assignment.ID) = (try row.next(), try row.id())
            let access = Access(
                tokenHash: tokenHash, requestID: try row.next(), operation: id, principal: principal)
            return BegunOperation(
                access: access, kind: try row.word(), target: try row.next(),
                version: try row.next(Int32?.self).map(Int.init), language: try row.next())
        }
    }

    package func report(_ progress: Operation.Progress, of id: Operation.ID) async throws -> Bool {
        let statement: Statement = """
            select report_operation(\(id.uuid), \(Int64(progress.bytesRead)), \(Int64(progress.rowsRead)))
            """
        return try await run(statement.one { row in try row.next() })
    }

    package func end(operation id: Operation.ID, as state: Operation.State, problem: String?) async throws {
        let statement: Statement = "select end_operation(\(id.uuid), \(state.rawValue), \(problem))"
        try await run(statement.void)
    }

    package func unfinished(of spool: UUID) async throws -> [UnfinishedOperation] {
        let statement: Statement = "select id, request_id, target, language from unfinished_operations(\(spool))"
        return try await run(
            statement.rows { row in
                UnfinishedOperation(
                    id: try row.id(), requestID: try row.next(), target: try row.next(), language: try row.next())
            })
    }
}
