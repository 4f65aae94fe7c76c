internal import CLibPQ

extension Link {
    /// Sends a `copy … to stdout` and hands each message of it to `consume`; returns the rows.
    ///
    /// Where `consume` throws, the rest is not read and the link is not used again.
    func copyOut(
        _ sql: String, watch: Watch, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        try startCopyOut(sql, watch: watch)
        do {
            while let message = try nextCopyMessage() {
                defer { PQfreemem(UnsafeMutableRawPointer(mutating: message.baseAddress)) }
                try consume(message)
            }
        } catch {
            isDoubtful = true
            throw error
        }
        var first: DatabaseError?
        var rows = 0
        while let pointer = try nextResult() {
            let result = ResultRows(pointer)
            if result.status == PGRES_FATAL_ERROR {
                if first == nil { first = failure(result) }
            } else {
                rows = result.affected
            }
        }
        if let first { throw first }
        if !isAlive { throw lost() }
        return rows
    }

    private func startCopyOut(_ sql: String, watch: Watch) throws(DatabaseError) {
        try start(sql, watch: watch)
        guard let pointer = try nextResult(expectingCopy: true) else {
            throw isAlive ? violation("no answer to COPY") : lost()
        }
        let result = ResultRows(pointer)
        switch result.status {
        case PGRES_COPY_OUT:
            return
        case PGRES_FATAL_ERROR:
            let error = failure(result)
            while !isDoubtful, let rest = try nextResult() { _ = ResultRows(rest) }
            throw error
        case PGRES_COPY_IN, PGRES_COPY_BOTH:
            throw violation("not a COPY to the client")
        default:
            while let rest = try nextResult() { _ = ResultRows(rest) }
            throw DatabaseError(.protocolViolation, "not a COPY", sql: sql)
        }
    }

    /// What the server sent at once, to be freed by the caller: never part of a row. Nil at the end.
    private func nextCopyMessage() throws(DatabaseError) -> UnsafeRawBufferPointer? {
        while true {
            var message: UnsafeMutablePointer<CChar>?
            switch PQgetCopyData(handle, &message, 1) {
            case 0: try advance()
            case -1: return nil
            case let count where count > 0: return UnsafeRawBufferPointer(start: message, count: Int(count))
            default: throw isAlive ? violation(lastMessage) : lost()
            }
            // Otherwise nothing would see that a session ended in the middle.
            if !isAlive { throw lost() }
        }
    }
}
