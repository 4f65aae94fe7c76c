internal import CLibPQ

extension Link {
    /// No more than this is handed to libpq before it is flushed: libpq would buffer whatever it is given.
    private static var copySlice: Int { 64 * 1024 }

    /// Sends a `copy … from stdin` and waits for the server to be ready for data.
    func startCopyIn(_ sql: String, watch: Watch) throws(DatabaseError) {
        try start(sql, watch: watch)
        guard let pointer = try nextResult(expectingCopy: true) else {
            throw isAlive ? violation("no answer to COPY") : lost()
        }
        let result = ResultRows(pointer)
        switch result.status {
        case PGRES_COPY_IN:
            return
        case PGRES_FATAL_ERROR:
            let error = failure(result)
            if !isDoubtful { try readToEnd() }
            throw error
        case PGRES_COPY_OUT, PGRES_COPY_BOTH:
            throw violation("not a COPY from the client")
        default:
            try readToEnd()
            throw DatabaseError(.protocolViolation, "not a COPY", sql: sql)
        }
    }

    /// Hands `bytes` to the server and returns when they are off our hands: that is the back-pressure.
    func putCopyData(_ bytes: [UInt8], watch: Watch) throws(DatabaseError) {
        self.watch = watch
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.copySlice, bytes.count)
            let put = bytes[start..<end].withUnsafeBytes { slice in
                PQputCopyData(handle, slice.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(slice.count))
            }
            if put < 0 { throw isAlive ? violation(lastMessage) : lost() }
            try flushAll()
            if put > 0 { start = end }
            if !isAlive { throw lost() }
        }
    }

    /// Ends the COPY and returns the rows copied; with a reason, makes the server fail it instead.
    func endCopy(abort reason: String? = nil, watch: Watch) throws(DatabaseError) -> Int {
        self.watch = watch
        while true {
            let ended = PQputCopyEnd(handle, reason)
            if ended < 0 { throw isAlive ? violation(lastMessage) : lost() }
            try flushAll()
            if ended > 0 { break }
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

    private func readToEnd() throws(DatabaseError) {
        while let pointer = try nextResult() { _ = ResultRows(pointer) }
    }
}
