internal import CLibPQ

extension Link {
    /// Sends `statement` and asks for its rows one by one, so that libpq never holds the whole result.
    func startStream(_ statement: Statement, watch: Watch) throws(DatabaseError) {
        self.watch = watch
        try leavePipeline()
        steps.removeAll()
        steps.append(.execute(statement.sql))
        let types = statement.binds.types.map(\.rawValue)
        let sent = statement.binds.withArrays { values, lengths, formats in
            PQsendQueryParams(handle, statement.sql, Int32(types.count), types, values, lengths, formats, 1)
        }
        guard sent == 1, PQsetSingleRowMode(handle) == 1 else { throw isAlive ? violation(lastMessage) : lost() }
    }

    /// Decodes up to `limit` further rows into `rows`; false when the result has come to its end.
    func nextRows<T>(
        _ limit: Int, into rows: inout [T], watch: Watch, _ decode: (inout Row) throws -> T
    ) throws -> Bool {
        self.watch = watch
        while rows.count < limit {
            guard let pointer = try nextResult() else {
                if !isAlive { throw lost() }
                // libpq forgets that rows come one by one when the next query is sent, but not where that is the first
                // of a pipeline: its rows would come so, too.
                _ = try query("", watch: watch)
                return false
            }
            let result = ResultRows(pointer)
            switch result.status {
            case PGRES_SINGLE_TUPLE:
                rows.append(try result.withRow(at: 0, decode))
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
                continue
            case PGRES_FATAL_ERROR:
                let error = failure(result)
                while !isDoubtful, let rest = try nextResult() { _ = ResultRows(rest) }
                throw error
            default:
                throw violation("a result of status \(result.status.rawValue) has no place in a read")
            }
        }
        return true
    }
}
