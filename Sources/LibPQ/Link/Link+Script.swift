internal import CLibPQ

extension Link {
    /// Runs a script by the simple protocol and throws its first error.
    func run(script sql: String, watch: Watch) throws(DatabaseError) {
        let wasInTransaction = transactionStatus != PQTRANS_IDLE
        do {
            try query(sql, watch: watch)
        } catch {
            if !wasInTransaction, isUsable, transactionStatus == PQTRANS_INERROR {
                try query("rollback", watch: Watch(deadline: .now + options.cancelGrace))
            }
            throw error
        }
    }

    /// Sends `sql` by the simple protocol and reads all results; returns the last command tag.
    @discardableResult
    func query(_ sql: String, watch: Watch) throws(DatabaseError) -> String {
        try start(sql, watch: watch)
        var first: DatabaseError?
        var tag = ""
        while let pointer = try nextResult(expectingCopy: true) {
            let result = ResultRows(pointer)
            tag = result.commandTag
            switch result.status {
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                if first == nil { first = failure(result) }
            case PGRES_COPY_IN:
                PQputCopyEnd(handle, "COPY from the client has no place in a script")
                try flushAll()
            case PGRES_COPY_OUT, PGRES_COPY_BOTH:
                throw violation("COPY to the client has no place in a script")
            default: break
            }
        }
        if let first { throw first }
        if !isAlive { throw lost() }
        return tag
    }

    /// Leaves pipeline mode and sends `sql`; its results are then to be read to the end.
    func start(_ sql: String, watch: Watch) throws(DatabaseError) {
        self.watch = watch
        try leavePipeline()
        steps.removeAll()
        steps.append(.execute(sql))
        guard PQsendQuery(handle, sql) == 1 else { throw isAlive ? violation(lastMessage) : lost() }
    }
}
