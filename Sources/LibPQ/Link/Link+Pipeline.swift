internal import CLibPQ

extension Link {
    /// Sends all queries as one pipeline with one sync, one implicit transaction, and decodes their results in order.
    func exchange<each Output>(
        _ queries: repeat Query<each Output>, watch: Watch
    ) throws -> (repeat each Output) {
        self.watch = watch
        try enterPipeline()
        // A script, a COPY or a read leaves its own step behind, which nothing counted off.
        steps.removeAll()
        try deallocateEvicted()
        try send(pipeline: repeat each queries)
        return try receive(pipeline: repeat each queries)
    }

    /// Sends one pipeline, whatever is still to be received of those before it.
    func send<each Output>(pipeline queries: repeat Query<each Output>) throws(DatabaseError) {
        do {
            for query in repeat each queries { try send(query.statement) }
        } catch {
            // Half a pipeline is out and its sync is not: there is no way back in step.
            isDoubtful = true
            throw error
        }
        guard PQpipelineSync(handle) == 1 else { throw isAlive ? violation(lastMessage) : lost() }
        steps.append(.sync)
    }

    /// Receives the oldest pipeline that was sent, up to its sync.
    ///
    /// On a failure everything is read up to the sync all the same, so that the link is in step, and the server's
    /// first error is thrown; an error of decoding only where the server had none.
    func receive<each Output>(pipeline queries: repeat Query<each Output>) throws -> (repeat each Output) {
        // Behind a pipeline whose end was not read, because the session ended in it, nothing can be told apart.
        if isDoubtful { throw lost() }
        defer { steps.skipToSync() }
        let outputs: (repeat each Output)
        do {
            outputs = (repeat try receive(each queries))
        } catch {
            throw settle(error)
        }
        // In front of the sync a commit that failed (a deferred constraint) reports its error.
        if let error = drain() { throw error }
        return outputs
    }

    /// Whether all of `queries` are prepared here, so that they can be sent behind others: a `Parse` that a failure
    /// skips would make the next pipeline refer to a statement that is not there.
    func isPrepared<each Output>(_ queries: repeat Query<each Output>) -> Bool {
        guard PQpipelineStatus(handle) != PQ_PIPELINE_OFF, !cache.hasEvicted else { return false }
        for query in repeat each queries {
            let statement = query.statement
            guard statement.isPrepared, cache.name(for: statement.key) != nil else { return false }
        }
        return true
    }

    func enterPipeline() throws(DatabaseError) {
        try checkUsable()
        if PQpipelineStatus(handle) == PQ_PIPELINE_OFF, PQenterPipelineMode(handle) != 1 {
            throw isAlive ? violation(lastMessage) : lost()
        }
    }

    /// Leaves pipeline mode, which scripts and COPY do not know.
    func leavePipeline() throws(DatabaseError) {
        try checkUsable()
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
        steps.append(.execute(statement.sql))
    }

    private func prepare(_ statement: Statement) throws(DatabaseError) -> String {
        let key = statement.key
        if let name = cache.name(for: key) { return name }
        // Twice in one pipeline: the first is not confirmed yet, so it is not in the cache.
        if let name = steps.nameBeingPrepared(for: key) { return name }
        let name = cache.nextName()
        guard PQsendPrepare(handle, name, statement.sql, Int32(key.types.count), key.types.map(\.rawValue)) == 1 else {
            throw isAlive ? violation(lastMessage) : lost()
        }
        steps.append(.prepare(name, key))
        return name
    }

    /// Tells the server to forget evicted statements; in a pipeline of its own, so that no rollback revives them.
    private func deallocateEvicted() throws(DatabaseError) {
        guard cache.hasEvicted, transactionStatus == PQTRANS_IDLE else { return }
        for name in cache.takeEvicted() {
            let statement = Statement(stringLiteral: "deallocate \(name)").unprepared
            try send(statement)
        }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        steps.append(.sync)
        defer { steps.skipToSync() }
        if let error = drain() { throw error }
    }
}
