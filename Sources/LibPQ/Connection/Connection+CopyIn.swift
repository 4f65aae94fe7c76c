extension Connection {
    /// Runs a `copy … from stdin` and hands the server each chunk that `chunks` gives; returns the rows copied.
    ///
    /// Chunks need not end at rows. The next is asked for when the one before is off our hands. Where `chunks` throws
    /// or the task is cancelled between two chunks, the COPY is failed and nothing of it stays. What the server finds
    /// wrong with the data is thrown at the end: libpq does not show it earlier.
    ///
    /// - Parameter sql: from our own code, never built from input: COPY takes no binds.
    package nonisolated func copyIn<Chunks: AsyncSequence>(_ sql: String, _ chunks: Chunks) async throws -> Int
    where Chunks.Element == [UInt8] {
        try await copyIn(sql) { copy in
            for try await chunk in chunks { try await copy.write(chunk) }
        }
    }

    /// As above, with a body that writes the chunks itself.
    package nonisolated func copyIn(_ sql: String, _ body: (CopyIn) async throws -> Void) async throws -> Int {
        try await beginCopyIn(sql)
        do {
            try await body(CopyIn(connection: self))
            try Task.checkCancellation()
        } catch {
            await abortCopyIn()
            throw error is CancellationError ? DatabaseError(.cancelled, "cancelled between two chunks") : error
        }
        return try await endCopyIn()
    }

    private func beginCopyIn(_ sql: String) async throws {
        try checkUnoccupied()
        try await uponCancellation { link, watch in try link.startCopyIn(sql, watch: watch) }
        isOccupied = true
    }

    func writeCopyIn(_ bytes: [UInt8]) async throws {
        try await uponCancellation { link, watch in try link.putCopyData(bytes, watch: watch) }
    }

    private func endCopyIn() async throws -> Int {
        isOccupied = false
        return try await uponCancellation { link, watch in try link.endCopy(watch: watch) }
    }

    /// Not stopped by a cancellation: that is often why it is called.
    private func abortCopyIn() {
        isOccupied = false
        guard link.isUsable else { return }
        let watch = Watch(deadline: .now + link.options.cancelGrace)
        // It always throws: the error that we have just asked for.
        _ = try? link.endCopy(abort: "aborted by the client", watch: watch)
        if link.watch.isExpired { link.isRetiring = true }
    }
}

/// The writing end of a COPY under way; not to be used after the body that received it.
package struct CopyIn: Sendable {
    let connection: Connection

    /// Hands `bytes` to the server, in the COPY's own format, and waits until they are sent.
    package func write(_ bytes: [UInt8]) async throws {
        try await connection.writeCopyIn(bytes)
    }
}
