internal import LibPQ
internal import Planning

/// How operations are read.
enum OperationQueries {
    static let select = """
        select o.id, o.kind, o.state, o.bytes_read, o.bytes_total, o.rows_read, who.name,
            o.cancel_requested_at is not null, o.result_location, o.problem, o.created_at, o.started_at, o.finished_at
        from operation o left join principal who on who.id = o.principal_id
        """

    static let operation: @Sendable (inout Row) throws -> Operation = { row in
        let id = try row.id(Operation.ID.self)
        let (kind, state): (Operation.Kind, Operation.State) = (try row.word(), try row.word())
        let (bytesRead, bytesTotal, rowsRead): (Int, Int, Int) = (try row.next(), try row.next(), try row.next())
        return Operation(
            id: id, kind: kind, state: state,
            progress: Operation.Progress(bytesRead: bytesRead, bytesTotal: bytesTotal, rowsRead: rowsRead),
            requestedBy: try row.next(), isCancelRequested: try row.next(), resultLocation: try row.next(),
            problem: try row.next(), createdAt: try row.moment(), startedAt: try row.optionalMoment(),
            finishedAt: try row.optionalMoment())
    }

    static func one(_ id: Operation.ID) -> Query<Operation?> {
        let statement: Statement = "\(unescaped: select) where o.id = \(id.uuid)"
        return statement.first(operation)
    }
}
