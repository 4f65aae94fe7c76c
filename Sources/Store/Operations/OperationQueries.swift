internal import LibPQ
internal import Planning

/// How operations are read.
enum OperationQueries {
    static let columns = """
        o.id, o.kabupaten_code, o.kind, o.state, o.bytes_read, o.bytes_total, o.rows_read, who.name,
        o.cancel_requested_at is not null, o.result_location, o.problem, o.created_at, o.started_at, o.finished_at
        """
    static let joins = "left join principal who on who.id = o.principal_id"

    static let operation: @Sendable (inout Row) throws -> Operation = { row in
        let id = try row.id(Operation.ID.self)
        let kabupatenCode: String = try row.next()
        let (kind, state): (Operation.Kind, Operation.State) = (try row.word(), try row.word())
        let (bytesRead, bytesTotal, rowsRead): (Int, Int, Int) = (try row.next(), try row.next(), try row.next())
        return Operation(
            id: id, kabupatenCode: kabupatenCode, kind: kind, state: state,
            progress: Operation.Progress(bytesRead: bytesRead, bytesTotal: bytesTotal, rowsRead: rowsRead),
            requestedBy: try row.next(), isCancelRequested: try row.next(), resultID: try row.next(),
            problem: try row.next(), createdAt: try row.moment(), startedAt: try row.optionalMoment(),
            finishedAt: try row.optionalMoment())
    }

    static func one(_ id: Operation.ID) -> Query<Operation?> {
        let statement: Statement = """
            select \(unescaped: columns) from operation o \(unescaped: joins) where o.id = \(id.uuid)
            """
        return statement.first(operation)
    }

    static let list = ListSource<OperationField, Operation>(
        resource: .operation, rows: "operation o", alias: "o", columns: columns, joins: joins,
        fields: { field in
            switch field {
            case .startedAt, .finishedAt: .nullable("o.\(field.rawValue)")
            case .id, .kabupatenCode, .kind, .state, .createdAt: .column("o.\(field.rawValue)")
            }
        }, decode: operation)
}
