internal import CLibPQ

extension Link {
    /// Opens a session and applies its settings; blocks the calling thread for at most `connectTimeout`, except for
    /// the look-up of a host name, which libpq leaves to the C library.
    static func connect(_ options: ConnectionOptions) throws(DatabaseError) -> Link {
        let pairs = options.parameters
        let deadline = ContinuousClock.now + options.connectTimeout
        let handle = withCStrings(pairs.map(\.0)) { keywords in
            withCStrings(pairs.map(\.1)) { values in PQconnectStartParams(keywords, values, 1) }
        }
        guard let handle else { throw DatabaseError(.cannotConnect, "out of memory") }
        let link = Link(handle, options: options)
        try link.finishConnecting(by: deadline)
        guard PQsetnonblocking(handle, 1) == 0 else { throw DatabaseError(.cannotConnect, link.lastMessage) }
        link.canceller = Canceller(handle)
        try link.applySettings()
        return link
    }

    private func finishConnecting(by deadline: ContinuousClock.Instant) throws(DatabaseError) {
        guard PQstatus(handle) != CONNECTION_BAD else { throw DatabaseError(.cannotConnect, lastMessage) }
        var interest = PGRES_POLLING_WRITING
        while interest != PGRES_POLLING_OK {
            let left = (deadline - .now).milliseconds
            guard left > 0 else { throw DatabaseError(.cannotConnect, "no answer within \(options.connectTimeout)") }
            // The socket is asked for anew each time: libpq changes it when it tries the next address.
            let ready = Readiness.wait(
                for: interest == PGRES_POLLING_READING ? .readable : .writable, on: PQsocket(handle),
                milliseconds: left)
            if ready.isEmpty { continue }
            interest = PQconnectPoll(handle)
            if interest == PGRES_POLLING_FAILED { throw DatabaseError(.cannotConnect, lastMessage) }
        }
    }

    private func applySettings() throws(DatabaseError) {
        let names = options.sessionSettings.map(\.0)
        let values = options.sessionSettings.map(\.1)
        if names.isEmpty { return }
        let apply: Statement = "select set_config(n, v, false) from unnest(\(names), \(values)) as s (n, v)"
        do {
            _ = try exchange(apply.unprepared.void, watch: Watch(deadline: .now + options.connectTimeout))
        } catch let error as DatabaseError {
            throw DatabaseError(.cannotConnect, "the session's settings were refused", server: error.server)
        } catch {
            throw DatabaseError(.cannotConnect, "the session's settings were refused")
        }
    }
}

/// Calls `body` with a null-terminated array of C strings, valid during the call.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    let bytes = strings.map { $0.utf8CString }
    func collect(_ index: Int, _ pointers: inout [UnsafePointer<CChar>?]) -> Result {
        if index == bytes.count {
            pointers.append(nil)
            return body(pointers)
        }
        return bytes[index].withUnsafeBufferPointer { buffer in
            pointers.append(buffer.baseAddress)
            return collect(index + 1, &pointers)
        }
    }
    var pointers: [UnsafePointer<CChar>?] = []
    return collect(0, &pointers)
}
