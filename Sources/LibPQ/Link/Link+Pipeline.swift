internal import CLibPQ

extension Link {
    /// Sends all queries as one pipeline with one sync, one implicit transaction, and decodes their results in order.
    ///
    /// On a failure everything is read up to the sync, so that the link is in step and idle, and the server's first
    /// error is thrown; an error of decoding only where the server had none.
    func exchange<each Output>(
        _ queries: repeat Query<each Output>, watch: Watch
    ) throws -> (repeat each Output) {
        self.watch = watch
        try enterPipeline()
        try deallocateEvicted()
        steps.removeAll(keepingCapacity: true)
        position = 0
        let outputs: (repeat each Output)
        do {
            for query in repeat each queries { try send(query.statement) }
            guard PQpipelineSync(handle) == 1 else { throw isAlive ? violation(lastMessage) : lost() }
            outputs = (repeat try receive(each queries))
        } catch {
            throw settle(error)
        }
        // In front of the sync a commit that failed (a deferred constraint) reports its error.
        if let error = drain() { throw error }
        return outputs
    }

    func enterPipeline() throws(DatabaseError) {
        guard handle != nil, !isDoubtful else { throw lost() }
        if PQpipelineStatus(handle) == PQ_PIPELINE_OFF, PQenterPipelineMode(handle) != 1 {
            throw isAlive ? violation(lastMessage) : lost()
        }
    }

    /// Leaves pipeline mode, which scripts and COPY do not know.
    func leavePipeline() throws(DatabaseError) {
        guard handle != nil, !isDoubtful else { throw lost() }
        guard PQexitPipelineMode(handle) == 1 else { throw isAlive ? violation(lastMessage) : lost() }
    }

    /// Queues one statement, and its `Parse` in front where the connection has not prepared it yet.
    func send(_ statement: Statement) throws(DatabaseError) {
        let types = statement.binds.types
        let count = Int32(types.count)
        let sent: Int32
        if statement.isPrepared {
            let name = try prepare(statement)
            sent = statement.binds.withArrays { values, lengths, formats in
                PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
            }
        } else {
            sent = statement.binds.withArrays { values, lengths, formats in
                PQsendQueryParams(handle, statement.sql, count, types.map(\.rawValue), values, lengths, formats, 1)
            }
        }
        guard sent == 1 else { throw isAlive ? violation(lastMessage) : lost() }
        steps.append(PipelineStep(sql: statement.sql, preparing: nil))
    }

    private func prepare(_ statement: Statement) throws(DatabaseError) -> String {
        let key = StatementCache.Key(sql: statement.sql, types: statement.binds.types)
        if let name = cache.name(for: key) { return name }
        // Twice in one pipeline: the first is not confirmed yet, so it is not in the cache.
        if let step = steps.first(where: { $0.preparing?.key == key }), let name = step.preparing?.name { return name }
        let name = cache.nextName()
        guard PQsendPrepare(handle, name, statement.sql, Int32(key.types.count), key.types.map(\.rawValue)) == 1 else {
            throw isAlive ? violation(lastMessage) : lost()
        }
        steps.append(PipelineStep(sql: statement.sql, preparing: (name, key)))
        return name
    }

    /// Tells the server to forget evicted statements; in a pipeline of its own, so that no rollback revives them.
    private func deallocateEvicted() throws(DatabaseError) {
        guard cache.hasEvicted, transactionStatus == PQTRANS_IDLE else { return }
        steps.removeAll(keepingCapacity: true)
        position = 0
        for name in cache.takeEvicted() {
            let statement = Statement(stringLiteral: "deallocate \(name)").unprepared
            try send(statement)
        }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        if let error = drain() { throw error }
    }
}
