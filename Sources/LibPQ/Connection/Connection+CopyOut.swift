extension Connection {
    /// Runs a `copy … to stdout (format binary)` and folds its rows into `value`, on the connection's own thread and in
    /// the memory of one row; returns the value and the number of rows.
    ///
    /// A row is what the protocol sends: two bytes that count the fields, then of each field four bytes with its length,
    /// -1 for null, and its bytes. It is to be read and not kept. Where `consume` throws, the rest is not read: the
    /// connection is retired, and with it a transaction that it was in.
    ///
    /// - Parameter sql: from our own code, never built from input: COPY takes no binds.
    package func copyOut<Value: Sendable>(
        _ sql: String, into value: Value,
        _ consume: @Sendable (inout Value, UnsafeRawBufferPointer) throws -> Void
    ) async throws -> (value: Value, rows: Int) {
        try checkUnoccupied()
        return try await uponCancellation { link, watch in
            var value = value
            var isAtStart = true
            let rows = try link.copyOut(sql, watch: watch) { message in
                var row = message
                if isAtStart {
                    guard row.count >= BinaryCopy.headerBytes else { throw link.violation("not a binary COPY") }
                    row = UnsafeRawBufferPointer(rebasing: row[BinaryCopy.headerBytes...])
                    isAtStart = false
                }
                // The trailer counts -1 fields; an empty COPY has it behind the header.
                guard row.count > 2 else { return }
                try consume(&value, row)
            }
            return (value, rows)
        }
    }
}

private enum BinaryCopy {
    /// Signature, flags and the length of an extension that there is none of.
    static let headerBytes = 19
}
