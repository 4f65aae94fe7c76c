internal import CLibPQ

extension Link {
    /// Waits for the next result; nil is the end of one statement's results.
    ///
    /// A COPY that nobody expects is a violation here, for all callers: libpq would return the same result for ever, and
    /// a loop that reads to the end would not end. It cannot be left in a pipeline either.
    func nextResult(expectingCopy: Bool = false) throws(DatabaseError) -> OpaquePointer? {
        while PQisBusy(handle) != 0 { try advance() }
        guard let result = PQgetResult(handle) else { return nil }
        let status = PQresultStatus(result)
        if status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH, !expectingCopy {
            PQclear(result)
            throw violation("a COPY has no place here")
        }
        return result
    }

    /// Reads the results of the next statement, and of its `Parse`, and decodes.
    func receive<Output>(_ query: Query<Output>) throws -> Output {
        while case .prepare(let name, let key) = steps.current {
            _ = try nextGroup()
            cache.insert(name, for: key)
            steps.advance()
        }
        let result = try nextGroup()
        steps.advance()
        return try query.decode(result)
    }

    /// The one result of one group, with the null behind it. Throws what the server says.
    private func nextGroup() throws(DatabaseError) -> ResultRows {
        guard let pointer = try nextResult() else { throw unexpectedEnd() }
        let result = ResultRows(pointer)
        switch result.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            break
        case PGRES_FATAL_ERROR:
            throw failure(result)
        case PGRES_PIPELINE_ABORTED:
            // The error itself went to whoever was in front, if the session ended with it.
            throw isAlive && !isDoubtful ? violation("a pipeline was aborted without an error before") : lost()
        default:
            throw violation("a result of status \(result.status.rawValue) has no place in a pipeline")
        }
        if let extra = try nextResult() {
            let surplus = ResultRows(extra)
            if surplus.status == PGRES_FATAL_ERROR { throw failure(surplus) }
            throw violation("one statement gave more than one result")
        }
        return result
    }

    private func unexpectedEnd() -> DatabaseError {
        isAlive ? violation("a result is missing") : lost()
    }

    /// Reads up to the sync and returns the first server error on the way.
    func drain() -> DatabaseError? {
        var first: DatabaseError?
        var nulls = 0
        do {
            while true {
                guard let pointer = try nextResult() else {
                    nulls += 1
                    // One null ends each group; two in a row mean that libpq has nothing more, so no sync will come.
                    if nulls > 1 { return first ?? unexpectedEnd() }
                    continue
                }
                nulls = 0
                let result = ResultRows(pointer)
                if result.status == PGRES_PIPELINE_SYNC { return first }
                if result.status == PGRES_FATAL_ERROR, first == nil { first = failure(result) }
                if !isAlive { return first ?? lost() }
            }
        } catch {
            return first ?? error
        }
    }

    /// Brings the link back in step after `error` and picks the error to throw.
    func settle(_ error: any Error) -> any Error {
        if !isAlive { isDoubtful = true }
        if isDoubtful { return error }
        let later = drain()
        if let error = error as? DatabaseError, error.kind != .decoding { return error }
        return later ?? error
    }

    /// What a failed result means, given who may have asked for it.
    func failure(_ result: borrowing ResultRows) -> DatabaseError {
        let server = result.serverError
        let sql = steps.sql
        if server.sqlState == .queryCanceled, let reason = watch.ownReason {
            isRetiring = true
            return DatabaseError(reason, "the server cancelled the statement as we asked", server: server, sql: sql)
        }
        if server.endsSession || !isAlive {
            isDoubtful = true
            return DatabaseError(.connectionLost, "the session ended", server: server, sql: sql)
        }
        // A changed table invalidates the plan of a prepared statement, and something else may have deallocated it:
        // a new connection starts with nothing prepared.
        if server.sqlState == .featureNotSupported || server.sqlState == .invalidSQLStatementName { isRetiring = true }
        return DatabaseError(.server, "the server refused the statement", server: server, sql: sql)
    }
}
